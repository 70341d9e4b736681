import type { FeelingWords } from "@/components/feelings/feeling-words";
import { Words } from "@/components/ui/words";
import type { FeltHeardView } from "@/lib/entries/rules";

/** Whether somebody felt heard, as far as they said. */
export function HeardReading({ heard, words }: { heard: FeltHeardView; words: FeelingWords }) {
  const said = [
    ["understood", heard.understood],
    ["accepted", heard.accepted],
    ["cared_for", heard.caredFor],
  ] as const;
  return (
    <div className="space-y-3">
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {said.map(
          ([part, answer]) =>
            answer && (
              <div key={part}>
                <dt className="text-xs text-muted">{words.heardParts[part]}</dt>
                <dd className="font-medium">{words.heardAnswers[answer]}</dd>
              </div>
            ),
        )}
      </dl>
      {heard.texts.would_help && (
        <div>
          <p className="text-sm text-muted">{words.wouldHelp}</p>
          <Words>{heard.texts.would_help}</Words>
        </div>
      )}
    </div>
  );
}
