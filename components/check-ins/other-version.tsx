"use client";
import { useAnswer } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { Words } from "@/components/ui/words";

/** Names the text this form started from. Where another window was faster, shows that text beside one's own. */
export function OtherVersion({ basis, label }: { basis: string; label: string }) {
  const { shown } = useAnswer().state;
  return (
    <>
      <input type="hidden" name="basis" value={shown?.basis ?? basis} />
      {shown?.basis && (
        <Notice tone="caution">
          <p>{label}</p>
          {shown.note && <Words>{shown.note}</Words>}
        </Notice>
      )}
    </>
  );
}
