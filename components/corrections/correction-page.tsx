import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { UnopenedView } from "@/components/announcements/unopened";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { Announced } from "@/lib/announcements/queries";
import { parts } from "@/lib/corrections/schema";
import type { CorrectionView, Texts } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = { correction: Announced<"correction">; partnerName: string };

/** A correction: announced first, and read once its reader has opened it. */
export function CorrectionPage({ correction: { view, texts }, partnerName }: Props) {
  const t = useTranslations("corrections");
  const timeline = useTranslations("timeline");
  const format = useFormatter();
  return (
    <>
      <PageHeader
        title={view.mine ? t("mine_title") : t("theirs_title", { name: partnerName })}
        back={{ href: "/timeline", label: timeline("title") }}
      >
        <p className="text-muted">{format.dateTime(forDisplay(view.day), { dateStyle: "full" })}</p>
      </PageHeader>
      {texts ? (
        <CorrectionReading texts={texts} kept={view.shown === "only_me"} />
      ) : (
        <UnopenedView kind="correction" id={view.id} partnerName={partnerName} />
      )}
      {view.mine && <OwnStanding view={view} partnerName={partnerName} />}
      {!view.mine && texts && (
        <div className="mt-6 space-y-1">
          <p className="text-muted">{t("after")}</p>
          <div className="flex flex-wrap gap-x-6">
            <TextLink href="/help">{t("after_help")}</TextLink>
            <TextLink href="/questions">{t("ask_about_it")}</TextLink>
          </div>
        </div>
      )}
    </>
  );
}

function CorrectionReading({ texts, kept }: { texts: Texts; kept: boolean }) {
  const t = useTranslations("corrections");
  return (
    <Card as="article" submerged={kept}>
      <div className="space-y-4">
        {parts.map(
          (part) =>
            texts[part] && (
              <div key={part}>
                <h2 className="text-sm font-semibold">{t(part)}</h2>
                <Words>{texts[part]}</Words>
              </div>
            ),
        )}
      </div>
    </Card>
  );
}

function OwnStanding({ view, partnerName }: { view: CorrectionView; partnerName: string }) {
  const t = useTranslations("corrections");
  const { way, shown, id } = view;
  const kept = shown === "only_me" && way !== "with_therapist";
  return (
    <div className="mt-4">
      <p className="text-muted">{kept ? t("mine_kept") : t(`mine_${way}`, { name: partnerName })}</p>
      <TextLink href={`/entries/${id}` as Route}>{t("change")}</TextLink>
    </div>
  );
}
