import { useTranslations } from "next-intl";
import { feelingLook } from "@/components/ui/feeling-look";
import { FeelingMark } from "@/components/ui/feeling-mark";
import { needLook } from "@/components/ui/need-look";
import { Reading } from "@/components/ui/reading";
import { Words } from "@/components/ui/words";
import { dimensions } from "@/lib/check-ins/rules";
import type { Content } from "@/lib/check-ins/schema";

/** What a check-in says, as far as the reader may know it. Says so where it says nothing, unless only a part was changed. */
export function ContentReading({ content, partial = false }: { content: Content; partial?: boolean }) {
  const t = useTranslations("check_in");
  const feelings = useTranslations("feelings");
  const needs = useTranslations("needs");
  const timeline = useTranslations("timeline");
  const figures = dimensions.map((key) => ({ key, label: t(key), value: content[key] }));
  const numbers = figures.some((figure) => figure.value !== null);
  const marks = content.feelings.length > 0 || content.own_feeling !== "" || content.need !== null;
  if (!numbers && !marks && content.note === "")
    return partial ? null : <p className="text-muted">{t("nothing_said")}</p>;
  return (
    <div className="space-y-3">
      <Reading figures={figures} />
      {marks && (
        <div className="flex flex-wrap gap-x-4 gap-y-1.5">
          {content.feelings.map((key) => (
            <FeelingMark key={key} {...feelingLook[key]} label={feelings(key)} />
          ))}
          {content.own_feeling && (
            <span dir="auto" className="text-sm">
              {content.own_feeling}
            </span>
          )}
          {content.need && (
            <FeelingMark
              icon={needLook[content.need]}
              label={timeline("need", { need: needs(content.need) })}
            />
          )}
        </div>
      )}
      {content.note && <Words>{content.note}</Words>}
    </div>
  );
}
