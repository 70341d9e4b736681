import { useMessages, useTranslations } from "next-intl";
import { FeelingFields, NeedField } from "@/components/check-ins/feeling-fields";
import { FormScale, FormTextArea, FormTextInput } from "@/components/forms/fields";
import { dimensions } from "@/lib/check-ins/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

/** Everything a check-in asks. `startsWith` holds field values by name: a draft, or the entry as it stands. */
export function CheckInFields({ startsWith }: { startsWith: Readonly<Record<string, readonly string[]>> }) {
  const t = useTranslations("check_in");
  const { feelings, needs, check_in } = useMessages();
  const first = (name: string) => startsWith[name]?.[0] ?? "";
  return (
    <>
      <div className="space-y-5">
        {dimensions.map((name) => {
          const [low = "", high = ""] = check_in.ends[name];
          return (
            <FormScale
              key={name}
              name={name}
              label={t(name)}
              low={low}
              high={high}
              skip={t("skip")}
              startsWith={first(name)}
            />
          );
        })}
      </div>
      <FeelingFields
        label={t("feelings")}
        more={t("more_feelings")}
        names={feelings}
        startsWith={startsWith.feelings ?? []}
      >
        <FormTextInput
          name="own_feeling"
          label={t("own_feeling")}
          maxLength={60}
          autoComplete="off"
          defaultValue={first("own_feeling")}
        />
      </FeelingFields>
      <NeedField label={t("need")} unsaid={t("need_unsaid")} names={needs} startsWith={first("need")} />
      <FormTextArea
        name="note"
        label={t("note")}
        hint={t("note_hint")}
        rows={4}
        maxLength={WORDS_LIMIT}
        defaultValue={first("note")}
      />
    </>
  );
}
