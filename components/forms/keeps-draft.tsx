import { useTranslations } from "next-intl";
import { DraftKeeper } from "@/components/forms/draft-keeper";
import { saveDraftAction } from "@/lib/drafts/actions";
import { type Draft, nameOf } from "@/lib/drafts/rules";

/** Keeps what is typed in the form it stands in; `form` names that form (lib/drafts/schema), and `draft` is what it begins with. */
export function KeepsDraft({ form, draft }: { form: string; draft: Draft | null }) {
  const t = useTranslations("drafts");
  return (
    <>
      <input type="hidden" name="form" value={form} />
      <DraftKeeper
        save={saveDraftAction}
        name={nameOf(draft)}
        kept={t("kept")}
        lost={t("lost")}
        back={t("back")}
        found={draft ? t("found") : undefined}
      />
    </>
  );
}
