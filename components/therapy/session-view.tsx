import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { PartsSection } from "@/components/therapy/parts-section";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import { partKinds } from "@/lib/entries/rules";
import type { SessionPage } from "@/lib/therapy/queries";
import { type Day, forDisplay } from "@/lib/time/day";

type Props = SessionPage & { today: Day; partnerName: string | null; newEntryId: () => string };

/** One session: when and where, what each brings, takes along and does until the next. */
export function SessionView({ session, parts, drafts, today, partnerName, newEntryId }: Props) {
  const t = useTranslations("therapy");
  const format = useFormatter();
  const ahead = session.day >= today;
  const own = session.session === "individual";
  return (
    <>
      <PageHeader
        title={format.dateTime(forDisplay(session.day), { dateStyle: "full" })}
        back={{ href: "/therapy", label: t("title") }}
      >
        {session.localTime && <p className="text-lg tabular-nums">{session.localTime}</p>}
      </PageHeader>
      <Card submerged={session.shown === "only_me"}>
        <p className="text-sm text-muted">
          {[
            t(`kinds.${session.session}`),
            !own && (session.mine ? t("noted_by_me") : t("noted_by", { name: partnerName ?? "" })),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {session.texts.note && (
          <div className="mt-2">
            <Words>{session.texts.note}</Words>
          </div>
        )}
        {own && <p className="mt-2 text-sm text-muted">{t("only_you")}</p>}
        {(session.mine || ahead) && (
          <div className="mt-3 flex flex-wrap gap-x-5 border-t border-line pt-1 print:hidden">
            {ahead && (
              // A file, which is fetched when it is asked for and not before.
              <a
                href={`/therapy/${session.id}/calendar`}
                aria-describedby="file-hint"
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              >
                {t("file")}
              </a>
            )}
            {ahead && (
              <p id="file-hint" className="basis-full text-sm text-muted">
                {t("file_hint")}
              </p>
            )}
            {session.mine && (
              <TextLink href={`/entries/${session.id}` as Route}>{t(own ? "delete" : "change")}</TextLink>
            )}
          </div>
        )}
      </Card>
      {partKinds.map((kind) => (
        <PartsSection
          key={kind}
          kind={kind}
          to={session.id}
          whose={session.mine ? "mine" : "theirs"}
          parts={parts[kind]}
          draft={drafts[kind]}
          entryId={newEntryId()}
          // Nobody reads what is said for what only its author reads.
          reader={session.shown === "only_me" ? null : partnerName}
          partnerName={partnerName}
        />
      ))}
    </>
  );
}
