import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/web/form";

type Props = {
  proposal: { readonly turn: string; readonly mine: boolean };
  agree: { readonly action: FormAction; readonly says: string };
  takeBack: { readonly action: FormAction; readonly says: string };
  /** What it is of, by the name of the field that says so. */
  about?: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** What one of the two proposes, as it reads: whoever proposed it can take it back, and the other can agree. */
export function ProposalCard({ proposal: { turn, mine }, agree, takeBack, about = {}, children }: Props) {
  const answer = mine ? takeBack : agree;
  return (
    <Card as="article">
      {children}
      <ActionForm action={answer.action} className="mt-3 space-y-3">
        {Object.entries(about).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="turn" value={turn} />
        <SubmitButton tone="quiet">{answer.says}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
