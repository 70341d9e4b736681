"use client";
import { useAnswer } from "@/components/forms/action-form";
import type { CorrectionWay } from "@/lib/db/generated/enums";

type Props = { way: CorrectionWay; says: Record<CorrectionWay, string> };

/** What becomes of what is written, as the other has chosen; after a refusal that told of another choice, by that one. */
export function ChosenWay({ way, says }: Props) {
  const { shown } = useAnswer().state;
  const chosen = (shown?.way as CorrectionWay | undefined) ?? way;
  return (
    <>
      <input type="hidden" name="way" value={chosen} />
      <p className="border-s-2 border-accent ps-3">{says[chosen]}</p>
    </>
  );
}
