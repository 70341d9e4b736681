import { useTranslations } from "next-intl";
import { BetweenTabs } from "@/components/between/tabs";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormTextArea } from "@/components/forms/fields";
import { KeepOrShow } from "@/components/forms/keep-or-show";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { SpaceNowCards } from "@/components/space/space-now";
import { DatedCards } from "@/components/timeline/dated-cards";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { noteCareAction } from "@/lib/care/actions";
import { careKinds } from "@/lib/care/rules";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { EntryView } from "@/lib/entries/rules";
import type { SpaceNow } from "@/lib/space/queries";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  entries: readonly EntryView[];
  /** What is half typed, by the form. */
  drafts: ReadonlyMap<string, Draft>;
  /** The space it is noted in. */
  coupleId: string;
  space: SpaceNow;
  partnerName: string | null;
  timeZone: string;
  newEntryId: () => string;
};

/** Small things of the day: one's own, and what the other shows. Each is kept or shown by the button it is sent with. */
export function Everyday({ entries, drafts, coupleId, space, partnerName, timeZone, newEntryId }: Props) {
  const t = useTranslations("care");
  const between = useTranslations("between");
  const careForms = careKinds.map((kind) => {
    const form = draftOf.care(kind, coupleId);
    return { kind, form, draft: drafts.get(form) ?? null };
  });
  return (
    <>
      <PageHeader title={between("title")} lead={<p>{t("lead")}</p>} />
      <BetweenTabs current="care" />
      <SpaceNowCards space={space} partnerName={partnerName} timeZone={timeZone} brief />
      <div className="space-y-8">
        {careForms.map(({ kind, form, draft }) => (
          <ActionForm key={kind} action={noteCareAction} className="space-y-3">
            <EntryId fresh={newEntryId()} />
            <input type="hidden" name="kind" value={kind} />
            <FormTextArea
              name="note"
              id={kind}
              label={t(kind)}
              hint={t(`${kind}_hint`)}
              rows={2}
              maxLength={WORDS_LIMIT}
              defaultValue={draft?.note?.[0] ?? ""}
            />
            <KeepsDraft form={form} draft={draft} />
            <KeepOrShow keep={t("keep")} show={partnerName && t("show", { name: partnerName })} />
          </ActionForm>
        ))}
      </div>
      {entries.length === 0 && <EmptyState title={t("empty_title")}>{t("empty")}</EmptyState>}
      <div className="mt-10">
        <DatedCards entries={entries} partnerName={partnerName} />
      </div>
      {entries.length > 0 && (
        <p className="mt-6">
          <TextLink href="/timeline">{between("on_timeline")}</TextLink>
        </p>
      )}
    </>
  );
}
