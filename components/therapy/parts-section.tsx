import type { Route } from "next";
import { useTranslations } from "next-intl";
import { AddPartForm, type AddPartProps } from "@/components/therapy/add-part-form";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Words } from "@/components/ui/words";
import type { TherapyPartView } from "@/lib/entries/rules";

type Props = AddPartProps & { parts: readonly TherapyPartView[]; partnerName: string | null };

/** What both said of one kind for a session, and a form for one's own. */
export function PartsSection({ parts, partnerName, ...form }: Props) {
  const t = useTranslations("therapy");
  const of = useTranslations(`therapy.parts.${form.kind}`);
  const isKept = ({ session, shown }: TherapyPartView) => session === "couple" && shown === "only_me";
  const kept = parts.filter(isKept);
  const listed = parts.filter((part) => !isKept(part));
  return (
    <Section id={`${form.kind}-said`} title={of("title")} lead={<p>{of("about")}</p>}>
      {listed.length > 0 && (
        <ul aria-label={of("title")} className="space-y-3">
          {listed.map((part) => (
            <PartItem key={`${part.mine}-${part.id}`} part={part} partnerName={partnerName} />
          ))}
        </ul>
      )}
      {/* Two people may be reading this page together. */}
      {kept.length > 0 && (
        <Disclosure summary={t("kept")}>
          <ul className="space-y-3">
            {kept.map((part) => (
              <PartItem key={part.id} part={part} partnerName={partnerName} />
            ))}
          </ul>
        </Disclosure>
      )}
      <div className="print:hidden">
        <AddPartForm {...form} />
      </div>
    </Section>
  );
}

function PartItem({ part, partnerName }: { part: TherapyPartView; partnerName: string | null }) {
  const t = useTranslations("therapy");
  const timeline = useTranslations("timeline");
  const between = useTranslations("between");
  const { id, mine, kind, shown, session, texts } = part;
  const kept = shown === "only_me";
  const name = partnerName ?? "";
  return (
    <Card as="li" submerged={kept}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <p className="font-semibold">{mine ? timeline("you") : partnerName}</p>
        {mine && partnerName && session === "couple" && (
          <AudienceBadge
            shown={shown}
            label={kept ? timeline("badge.only_me") : between("shown_whole", { name })}
          />
        )}
      </div>
      <Words>{texts.note ?? ""}</Words>
      {mine && (
        <div className="mt-3 flex flex-wrap gap-x-5 border-t border-line pt-1 print:hidden">
          {kind === "session_homework" && partnerName && (
            <>
              <TextLink href={`/commitments/new?whose=mine&from=${id}` as Route}>{t("commit")}</TextLink>
              <TextLink href={`/commitments/new?whose=theirs&from=${id}` as Route}>
                {t("ask", { name })}
              </TextLink>
            </>
          )}
          <TextLink href={`/entries/${id}` as Route}>
            {session === "couple" && partnerName ? t("change") : timeline("delete")}
          </TextLink>
        </div>
      )}
    </Card>
  );
}
