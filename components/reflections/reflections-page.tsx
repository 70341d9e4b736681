import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { WriteForm } from "@/components/reflections/write-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import type { ReflectionView } from "@/lib/entries/rules";
import type { ReflectionsHere } from "@/lib/reflections/queries";
import { pages, type ReflectionPage } from "@/lib/reflections/rules";
import { type Day, forDisplay } from "@/lib/time/day";

type Props = {
  reflections: ReflectionsHere;
  /** What is half typed, by the form. */
  drafts: ReadonlyMap<string, Draft>;
  coupleId: string;
  partnerName: string | null;
  today: Day;
  newEntryId: () => string;
};

const order = Object.keys(pages) as ReflectionPage[];

/** What one writes for oneself, page by page; and what the other shows, to be known beforehand. */
export function ReflectionsPage({ reflections, drafts, coupleId, partnerName, today, newEntryId }: Props) {
  const t = useTranslations("reflections");
  const { own, theirs } = reflections;
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      {theirs.length > 0 && partnerName && (
        <Section id="theirs" title={t("theirs", { name: partnerName })} lead={<p>{t("theirs_about")}</p>}>
          <ReflectionList entries={theirs} partnerName={partnerName} />
          <TextLink href="/commitments/new?whose=mine">{t("theirs_commitment")}</TextLink>
        </Section>
      )}
      {order.map((page) => (
        <Section key={page} id={page} title={t(`pages.${page}`)} lead={<p>{t(`about.${page}`)}</p>}>
          <div>
            {pages[page].map((kind) => {
              const form = draftOf.reflection(kind, coupleId);
              return (
                <WriteForm
                  key={kind}
                  kind={kind}
                  summary={pages[page].length === 1 ? t("write") : t(`fields.${kind}`)}
                  form={form}
                  draft={drafts.get(form) ?? null}
                  entryId={newEntryId()}
                  today={today}
                />
              );
            })}
          </div>
          <ReflectionList
            entries={own.filter(({ kind }) => pages[page].some((one) => one === kind))}
            partnerName={partnerName}
          />
        </Section>
      ))}
    </>
  );
}

type ListProps = { entries: readonly ReflectionView[]; partnerName: string | null };

function ReflectionList({ entries, partnerName }: ListProps) {
  const t = useTranslations("reflections");
  const format = useFormatter();
  if (entries.length === 0) return null;
  return (
    <ul className="space-y-3">
      {entries.map(({ id, mine, kind, day, shown, texts }) => (
        <Card key={id} as="li" submerged={mine && shown === "only_me"}>
          <p className="mb-2 text-sm text-muted">
            <span className="font-semibold text-text">{t(`fields.${kind}`)}</span>
            {" · "}
            {format.dateTime(forDisplay(day), { dateStyle: "long" })}
            {mine && partnerName && shown !== "only_me" && ` · ${t("shown", { name: partnerName })}`}
          </p>
          <Words>{texts.note ?? ""}</Words>
          {mine && (
            <p className="mt-2 flex flex-wrap gap-x-6 text-sm">
              <TextLink href={`/entries/${id}` as Route}>{t("show")}</TextLink>
              {kind === "mine_to_do" && (
                <TextLink href={`/commitments/new?whose=mine&from=${id}` as Route}>
                  {t("commitment")}
                </TextLink>
              )}
            </p>
          )}
        </Card>
      ))}
    </ul>
  );
}
