import type { FeelingWords } from "@/components/feelings/feeling-words";
import { Words } from "@/components/ui/words";
import type { ReplyView } from "@/lib/entries/rules";

type Props = {
  reply: ReplyView;
  words: FeelingWords;
  /** The sentence that says until when time was asked for, where the reader's clock is at hand. */
  until?: string;
};

export function ReplyReading({ reply, words, until }: Props) {
  if (reply.needsUntil) return <p className="text-muted">{until ?? words.timeTold}</p>;
  const { note, promise } = reply.texts;
  return (
    <div className="space-y-3">
      {note && <Words>{note}</Words>}
      {promise && (
        <div className="border-s-2 border-accent ps-3">
          <p className="text-sm text-muted">{words.promise}</p>
          <Words>{promise}</Words>
        </div>
      )}
    </div>
  );
}
