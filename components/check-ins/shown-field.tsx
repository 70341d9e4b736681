import { useTranslations } from "next-intl";
import { FormChoices } from "@/components/forms/fields";
import { type Shown, shownChoices } from "@/lib/visibility/rules";

type Props = { partnerName: string | null; startsWith: string; label?: string; hint?: string };

/** Who sees an entry: three choices that set numbers and words apart. */
export function ShownField({ partnerName, startsWith, label, hint }: Props) {
  const t = useTranslations("check_in");
  const name = partnerName ?? t("someone");
  const choices = {
    only_me: {
      title: t("only_me"),
      description: partnerName ? t("only_me_about", { name }) : t("only_me_alone"),
    },
    numbers: { title: t("numbers_choice", { name }), description: t("numbers_about") },
    numbers_and_words: { title: t("words_choice", { name }), description: t("words_about") },
  } satisfies Record<Shown, { title: string; description: string }>;
  const offered = partnerName ? shownChoices : shownChoices.slice(0, 1);
  return (
    <FormChoices
      name="shown"
      label={label ?? t("shown")}
      hint={hint}
      choices={offered.map((value) => ({ value, ...choices[value] }))}
      defaultValue={partnerName ? startsWith : "only_me"}
    />
  );
}
