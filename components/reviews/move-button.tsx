import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { moveReviewAction } from "@/lib/reviews/actions";
import type { ReviewView } from "@/lib/reviews/queries";
import type { Move } from "@/lib/reviews/rules";

type Props = { review: ReviewView; move: Move; tone?: "primary" | "quiet"; children: ReactNode };

/** Takes a step for both, from where its page stands. */
export function MoveButton({ review: { id, turn }, move, tone = "quiet", children }: Props) {
  return (
    <ActionForm action={moveReviewAction} className="space-y-3">
      <input type="hidden" name="review" value={id} />
      <input type="hidden" name="turn" value={turn} />
      <input type="hidden" name="move" value={move} />
      <SubmitButton tone={tone}>{children}</SubmitButton>
    </ActionForm>
  );
}
