import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { TherapySessionView } from "@/lib/entries/rules";
import { forDisplay } from "@/lib/time/day";

type Props = { sessions: readonly TherapySessionView[]; partnerName: string | null };

/** Sessions with when and where they are, each leading to what is said for it. */
export function SessionList({ sessions, partnerName }: Props) {
  const t = useTranslations("therapy");
  const format = useFormatter();
  return (
    <ul className="space-y-3">
      {sessions.map((session) => (
        <Card key={`${session.mine}-${session.id}`} as="li" submerged={session.shown === "only_me"}>
          <p className="font-semibold">
            {[format.dateTime(forDisplay(session.day), { dateStyle: "full" }), session.localTime]
              .filter(Boolean)
              .join(", ")}
          </p>
          <p className="text-sm text-muted">
            {[t(`kinds.${session.session}`), !session.mine && t("noted_by", { name: partnerName ?? "" })]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {session.texts.note && (
            <div className="mt-2">
              <Words>{session.texts.note}</Words>
            </div>
          )}
          <div className="mt-3 border-t border-line pt-1">
            <TextLink href={`/therapy/${session.id}` as Route}>{t("open")}</TextLink>
          </div>
        </Card>
      ))}
    </ul>
  );
}
