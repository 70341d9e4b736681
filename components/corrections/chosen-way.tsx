"use client";
import { useAnswer } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import type { CorrectionWay } from "@/lib/db/generated/enums";

type Words = { readonly told: string; readonly send: string };

/** What becomes of what is written, as the other has chosen, and the button that does it; after a refusal that told of another choice, by that one. */
export function ChosenWay({ way, says }: { way: CorrectionWay; says: Record<CorrectionWay, Words> }) {
  const { shown } = useAnswer().state;
  const chosen = (shown?.way as CorrectionWay | undefined) ?? way;
  return (
    <>
      <input type="hidden" name="way" value={chosen} />
      <p className="border-s-2 border-accent ps-3">{says[chosen].told}</p>
      <SubmitButton>{says[chosen].send}</SubmitButton>
    </>
  );
}
