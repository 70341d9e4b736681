import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { SharedFeelingView } from "@/lib/entries/rules";
import { shareAgainAction } from "@/lib/feelings/actions";
import { showEntryAction } from "@/lib/visibility/actions";

type Props = { feeling: SharedFeelingView; partnerName: string; newEntryId: string };

/** What the one who showed a feeling can do with it: show it again, or take it back. */
export function OwnFeelingForms({ feeling, partnerName, newEntryId }: Props) {
  const t = useTranslations("between");
  const timeline = useTranslations("timeline");
  const name = partnerName;
  const kept = feeling.shown === "only_me";
  return (
    <div className="mt-4 space-y-4">
      {kept && <p className="text-sm text-muted">{t("kept")}</p>}
      <div className="flex flex-wrap items-start gap-3">
        {kept ? (
          <ActionForm action={showEntryAction}>
            <input type="hidden" name="entry" value={feeling.id} />
            <SubmitButton tone="quiet" name="shown" value="numbers_and_words">
              {t("give_back", { name })}
            </SubmitButton>
          </ActionForm>
        ) : (
          <ActionForm action={shareAgainAction}>
            <input type="hidden" name="entry" value={newEntryId} />
            <input type="hidden" name="of" value={feeling.id} />
            <SubmitButton tone="quiet">{t("again")}</SubmitButton>
          </ActionForm>
        )}
      </div>
      {!kept && (
        <Disclosure summary={t("take_back")}>
          <ActionForm action={showEntryAction} className="space-y-3">
            <input type="hidden" name="entry" value={feeling.id} />
            <p className="text-sm text-muted">{t("take_back_hint", { name })}</p>
            <SubmitButton tone="quiet" name="shown" value="only_me">
              {t("take_back")}
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
      <TextLink href={`/entries/${feeling.id}`}>{timeline("delete")}</TextLink>
    </div>
  );
}
