import { useTranslations } from "next-intl";
import { FormChoices } from "@/components/forms/fields";
import type { EntryKind } from "@/lib/db/generated/enums";
import { type Choice, choicesOf } from "@/lib/visibility/rules";

type Props = {
  partnerName: string | null;
  startsWith: string;
  kind?: EntryKind;
  id?: string;
  label?: string;
  hint?: string;
  /** Whether it can also be kept for now, to be asked again. */
  later?: boolean;
};

/** Who sees an entry. Where there are numbers they are set apart from the words. */
export function ShownField({ kind = "check_in", partnerName, startsWith, id, label, hint, later }: Props) {
  const t = useTranslations("check_in");
  const asked = useTranslations("later");
  const between = useTranslations("between");
  const name = partnerName ?? t("someone");
  const whole = kind !== "check_in";
  const choices = {
    only_me: {
      title: t("only_me"),
      description: partnerName ? t("only_me_about", { name }) : t("only_me_alone"),
    },
    later: { title: asked("choice"), description: asked("about") },
    numbers: { title: t("numbers_choice", { name }), description: t("numbers_about") },
    numbers_and_words: whole
      ? { title: between("shown_whole", { name }), description: t("words_about") }
      : { title: t("words_choice", { name }), description: t("words_about") },
  } satisfies Record<Choice, { title: string; description: string }>;
  const [least, ...more] = choicesOf(kind);
  const offered = partnerName ? [least, ...(later ? (["later"] as const) : []), ...more] : [least];
  return (
    <FormChoices
      name="shown"
      id={id}
      label={label ?? t("shown")}
      hint={hint}
      choices={offered.flatMap((value) => (value ? { value, ...choices[value] } : []))}
      defaultValue={partnerName ? startsWith : "only_me"}
    />
  );
}
