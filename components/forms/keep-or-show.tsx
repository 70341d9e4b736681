import type { ReactNode } from "react";
import { SubmitButton } from "@/components/forms/fields";

type Props = {
  keep: string;
  /** Null where there is nobody to show it to. */
  show: string | null;
  /** What else can be done there. */
  children?: ReactNode;
};

/** Who sees something is chosen by the button it is sent with: kept first, and shown where somebody could see it. */
export const KeepOrShow = ({ keep, show, children }: Props) => (
  <div className="flex flex-wrap items-center gap-3">
    <SubmitButton tone="quiet" name="shown" value="only_me">
      {keep}
    </SubmitButton>
    {show && (
      <SubmitButton name="shown" value="numbers_and_words">
        {show}
      </SubmitButton>
    )}
    {children}
  </div>
);
