import { useTranslations } from "next-intl";
import { AddStruggleForm } from "@/components/struggles/add-form";
import { StruggleList } from "@/components/struggles/struggle-list";
import { TogetherTabs } from "@/components/together/tabs";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { StrugglesHere } from "@/lib/struggles/queries";

type Props = {
  struggles: StrugglesHere;
  /** The name of the form, for its draft. */
  form: string;
  partnerName: string | null;
  newEntryId: () => string;
};

/** What stays hard between two people, with each one's own part; what rests; and what one keeps. */
export function StrugglesPage({ struggles, form, partnerName, newEntryId }: Props) {
  const t = useTranslations("struggles");
  const together = useTranslations("together");
  const between = useTranslations("between");
  const { open, resting, kept, draft } = struggles;
  const empty = open.length + resting.length + kept.length === 0;
  // Folded: two people may be reading this page together.
  const folded = [
    { title: t("resting_title"), some: resting },
    { title: t("kept_title"), some: kept },
  ].filter(({ some }) => some.length > 0);
  return (
    <>
      <PageHeader
        title={together("title")}
        lead={
          <>
            <p>{t(partnerName ? "lead" : "alone_lead")}</p>
            {partnerName && <p>{t("no_excuse")}</p>}
          </>
        }
      />
      <TogetherTabs current="struggles" />
      {/* A struggle that comes to rest takes its button along: what became of it is said here. */}
      <p role="status" className="mb-4 text-sm text-muted empty:mb-0">
        {open.length + resting.length > 0 && t("standing", { open: open.length, resting: resting.length })}
      </p>
      <AddStruggleForm entryId={newEntryId()} form={form} partnerName={partnerName} draft={draft} />
      {empty && <EmptyState title={t("empty_title")}>{t(partnerName ? "empty" : "alone")}</EmptyState>}
      {open.length > 0 && (
        <div className="mt-6">
          <StruggleList struggles={open} partnerName={partnerName} newEntryId={newEntryId} />
        </div>
      )}
      {folded.map(({ title, some }) => (
        <div key={title} className="mt-6">
          <Disclosure summary={title}>
            <StruggleList struggles={some} partnerName={partnerName} newEntryId={newEntryId} />
          </Disclosure>
        </div>
      ))}
      {!empty && (
        <p className="mt-6">
          <TextLink href="/timeline?kind=struggle">{between("on_timeline")}</TextLink>
        </p>
      )}
    </>
  );
}
