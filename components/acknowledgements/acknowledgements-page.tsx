import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { AcknowledgementView } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = { statements: readonly AcknowledgementView[]; partnerName: string | null };

/** Each statement by its newest version: what one took responsibility for, and what the other did. */
export function AcknowledgementsPage({ statements, partnerName }: Props) {
  const t = useTranslations("acknowledgements");
  const commitments = useTranslations("commitments");
  const name = partnerName ?? "";
  const mine = statements.filter((one) => one.mine);
  const theirs = statements.filter((one) => !one.mine);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<p>{t("lead")}</p>}
        back={{ href: "/commitments", label: commitments("title") }}
      />
      {partnerName ? (
        <div className="mb-8">
          <ButtonLink tone="quiet" href="/acknowledgements/new">
            {t("new")}
          </ButtonLink>
        </div>
      ) : (
        <EmptyState title={t("none_title")}>{t("alone")}</EmptyState>
      )}
      {partnerName && statements.length === 0 && <EmptyState title={t("none_title")}>{t("none")}</EmptyState>}
      <Statements id="theirs" title={t("theirs_title", { name })} statements={theirs} />
      <Statements id="mine" title={t("mine_title")} statements={mine} />
    </>
  );
}

type ListProps = { id: string; title: string; statements: readonly AcknowledgementView[] };

function Statements({ id, title, statements }: ListProps) {
  const t = useTranslations("acknowledgements");
  const announcements = useTranslations("announcements");
  const between = useTranslations("between");
  const format = useFormatter();
  if (statements.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <ul className="space-y-3">
        {statements.map((one) => (
          <Card key={one.id} as="li" submerged={one.mine && one.shown === "only_me"}>
            <p className="mb-2 text-sm text-muted">
              {format.dateTime(forDisplay(one.day), { dateStyle: "long" })}
              {one.mine && one.shown === "only_me" && ` · ${t("answer_kept")}`}
            </p>
            {one.texts.did ? (
              <div className="line-clamp-3">
                <Words>{one.texts.did}</Words>
              </div>
            ) : (
              <p className="text-muted">{announcements("told.acknowledgement")}</p>
            )}
            <p className="mt-2 text-sm">
              <TextLink href={`/acknowledgements/${one.id}` as Route}>{between("conversation")}</TextLink>
            </p>
          </Card>
        ))}
      </ul>
    </Section>
  );
}
