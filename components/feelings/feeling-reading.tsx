import type { FeelingWords } from "@/components/feelings/feeling-words";
import { feelingLook } from "@/components/ui/feeling-look";
import { FeelingMark } from "@/components/ui/feeling-mark";
import { FeelingMarks } from "@/components/ui/feeling-marks";
import { Words } from "@/components/ui/words";
import type { SharedFeelingView } from "@/lib/entries/rules";

/** A feeling as it was shown: what, how strong, in which words, and what would be welcome. */
export function FeelingReading({ feeling, words }: { feeling: SharedFeelingView; words: FeelingWords }) {
  const { parts, texts, wish } = feeling;
  return (
    <div className="space-y-3">
      {(parts.length > 0 || texts.own_feeling) && (
        <FeelingMarks own={texts.own_feeling}>
          {parts.map(({ feeling: key, intensity }) => (
            <FeelingMark
              key={key}
              {...feelingLook[key]}
              label={intensity === null ? words.feelings[key] : `${words.feelings[key]} ${intensity}`}
            />
          ))}
        </FeelingMarks>
      )}
      {texts.note && <Words>{texts.note}</Words>}
      <p className="text-sm text-muted">{words.wishes[wish]}</p>
    </div>
  );
}
