import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { Suggestions } from "@/components/writing/suggestions";
import { components, labels } from "@/lib/coach/labels";
import type { WritingHelp as Help, Place } from "@/lib/coach/rules";

type Props = {
  help: Help;
  place: Place;
  /** The names of the fields that are read. */
  fields: readonly string[];
  partnerName: string;
};

/** Help with the wording of the form it stands in, for whoever has chosen it; that there is some, for whom it is meant. */
export function WritingHelp({ help, place, fields, partnerName: name }: Props) {
  const t = useTranslations("writing");
  if (help === "off") return null;
  if (help === "offered")
    return (
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        {t("offer")} <TextLink href="/settings/writing">{t("offer_link")}</TextLink>
      </p>
    );
  const of = <K extends string>(keys: readonly K[], word: (key: K) => string) =>
    Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
  return (
    <Suggestions
      place={place}
      fields={fields}
      says={{
        title: t("title"),
        announced: t("announced"),
        none: t("none"),
        show: t("show"),
        instead: t("instead"),
        frightening: t("frightening", { name }),
        frightening_about: t("frightening_about"),
        crisis: t("crisis"),
        crisis_about: t("crisis_about"),
        crisis_link: t("crisis_link"),
        there: t("there", { list: "{list}" }),
        missing: t("missing", { one: "{one}" }),
        components: of(components, (key) => t(`components.${key}`, { name })),
        lands: of(labels, (key) => t(`lands.${key}`, { name })),
        owning: of(
          labels.filter((label) => label !== "threat"),
          (key) => t(`owning.${key}`),
        ),
      }}
    />
  );
}
