"use client";
import type { ReactNode } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import type { ReachWay } from "@/lib/db/generated/enums";

/** Without `send` nothing can be done. */
type Words = { readonly told: string; readonly send: string | null };
type Props = {
  way: ReachWay;
  says: Record<ReachWay, Words>;
  /** What the button is sent as, where there is another beside it. */
  name?: string;
  value?: string;
  /** What else can be done where it reaches the other. */
  besides?: ReactNode;
};

/** What becomes of what is written, as the other has chosen, and the button that does it; after a refusal that told of another choice, by that one. */
export function ChosenWay({ way, says, name, value, besides }: Props) {
  const { shown } = useAnswer().state;
  const chosen = (shown?.way as ReachWay | undefined) ?? way;
  return (
    <>
      <input type="hidden" name="way" value={chosen} />
      <p className="border-s-2 border-accent ps-3">{says[chosen].told}</p>
      <div className="flex flex-wrap items-center gap-3">
        {chosen !== "with_therapist" && besides}
        {says[chosen].send && (
          <SubmitButton name={name} value={value}>
            {says[chosen].send}
          </SubmitButton>
        )}
      </div>
    </>
  );
}
