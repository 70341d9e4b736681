import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { takeStepAction } from "@/lib/commitments/actions";
import type { CommitmentView } from "@/lib/commitments/queries";

type Props = {
  commitment: Pick<CommitmentView, "id" | "turn">;
  step: "accepted" | "declined" | "withdrawn" | "resumed" | "ended";
  tone?: "primary" | "quiet" | "danger";
  children: string;
};

/** One step that needs no words. */
export function StepButton({ commitment: { id, turn }, step, tone = "primary", children }: Props) {
  return (
    <ActionForm action={takeStepAction} className="space-y-3">
      <input type="hidden" name="commitment" value={id} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="turn" value={turn} />
      <SubmitButton tone={tone}>{children}</SubmitButton>
    </ActionForm>
  );
}
