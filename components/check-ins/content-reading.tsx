import type { ContentWords } from "@/components/check-ins/content-words";
import { feelingLook } from "@/components/ui/feeling-look";
import { FeelingMark } from "@/components/ui/feeling-mark";
import { FeelingMarks } from "@/components/ui/feeling-marks";
import { needLook } from "@/components/ui/need-look";
import { Reading } from "@/components/ui/reading";
import { Words } from "@/components/ui/words";
import { dimensions } from "@/lib/check-ins/rules";
import type { Content } from "@/lib/check-ins/schema";

type Props = { content: Content; words: ContentWords; partial?: boolean };

/** What a check-in says, as far as the reader may know it. Says so where it says nothing, unless only a part was changed. */
export function ContentReading({ content, words, partial = false }: Props) {
  const figures = dimensions.map((key) => ({ key, label: words.figures[key], value: content[key] }));
  const numbers = figures.some((figure) => figure.value !== null);
  const marks = content.feelings.length > 0 || content.own_feeling !== "" || content.need !== null;
  if (!numbers && !marks && content.note === "")
    return partial ? null : <p className="text-muted">{words.nothingSaid}</p>;
  return (
    <div className="space-y-3">
      <Reading figures={figures} />
      {marks && (
        <FeelingMarks own={content.own_feeling}>
          {content.feelings.map((key) => (
            <FeelingMark key={key} {...feelingLook[key]} label={words.feelings[key]} />
          ))}
          {content.need && <FeelingMark icon={needLook[content.need]} label={words.needs[content.need]} />}
        </FeelingMarks>
      )}
      {content.note && <Words>{content.note}</Words>}
    </div>
  );
}
