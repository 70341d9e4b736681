import { useTranslations } from "next-intl";
import { DraftKeeper } from "@/components/forms/draft-keeper";
import { saveDraftAction } from "@/lib/drafts/actions";

/** Keeps what is typed in the form it stands in; `form` names that form (lib/drafts/schema), `found` says that it begins with a draft. */
export function KeepsDraft({ form, found }: { form: string; found: boolean }) {
  const t = useTranslations("drafts");
  return (
    <>
      <input type="hidden" name="form" value={form} />
      <DraftKeeper
        save={saveDraftAction}
        kept={t("kept")}
        lost={t("lost")}
        back={t("back")}
        found={found ? t("found") : undefined}
      />
    </>
  );
}
