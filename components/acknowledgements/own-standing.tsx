import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ChosenWay } from "@/components/announcements/chosen-way";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { giveAction } from "@/lib/acknowledgements/actions";
import { linesOf } from "@/lib/acknowledgements/rules";
import type { ReachWay } from "@/lib/db/generated/enums";
import type { AcknowledgementView } from "@/lib/entries/rules";

type Props = {
  view: AcknowledgementView;
  /** How it would reach the other if it were given now; null where it was given. */
  way: ReachWay | null;
  newEntryId: string;
  partnerName: string;
};

/** Where one's own version stands, and what can come of it: giving it, commitments, another version. */
export function OwnStanding({ view, way, newEntryId, partnerName: name }: Props) {
  const t = useTranslations("acknowledgements");
  const therapy = useTranslations("therapy.bring");
  const { id, shown, texts } = view;
  const given = view.way !== null && shown !== "only_me";
  const told = {
    now: { told: t("ways_told.now", { name }), send: t("send", { name }) },
    at_time: { told: t("ways_told.at_time", { name }), send: t("send", { name }) },
    with_therapist: { told: t("give_with_therapist", { name }), send: null },
  };
  return (
    <>
      <div className="mt-4">
        <p className="text-muted">{standing()}</p>
        <div className="flex flex-wrap gap-x-6">
          {!view.way && <TextLink href="/therapy/marks">{therapy("link")}</TextLink>}
          <TextLink href={`/entries/${id}` as Route}>{t(change())}</TextLink>
        </div>
      </div>
      {way && name && (
        <Section id="give" title={t("give_title", { name })}>
          <ActionForm action={giveAction} className="space-y-3">
            <input type="hidden" name="kept" value={id} />
            <EntryId fresh={newEntryId} />
            <ChosenWay way={way} says={told} />
          </ActionForm>
        </Section>
      )}
      {name && given && (
        <Section id="lines" title={t("lines")}>
          <ul className="space-y-2">
            {linesOf(texts.will_do ?? "").map((line, at) => (
              <li
                key={line}
                className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-1"
              >
                <span className="min-w-0 break-words" dir="auto">
                  {line}
                </span>
                <TextLink href={`/commitments/new?whose=mine&from=${id}&line=${at + 1}` as Route}>
                  {t("line")}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {name && (
        <div className="mt-8 space-y-2">
          <p className="text-sm text-muted">{t("another_about")}</p>
          <ButtonLink tone="quiet" href={`/acknowledgements/new?after=${id}` as Route}>
            {t("another")}
          </ButtonLink>
        </div>
      )}
    </>
  );

  function change() {
    if (given) return "change";
    return view.way ? "change_back" : "change_kept";
  }

  function standing(): string {
    if (!view.way) return t("standing.kept");
    if (view.way === "with_therapist") return t("give_with_therapist", { name });
    if (shown === "only_me") return t("standing.back");
    return view.way === "at_time" ? t("standing.at_time", { name }) : t("standing.now", { name });
  }
}
