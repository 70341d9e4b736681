import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { useCardWords } from "@/components/timeline/card-words";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TabsLinks } from "@/components/ui/tabs-links";
import type { EntryView } from "@/lib/entries/rules";
import type { Confirming } from "@/lib/passkeys/rules";
import { forDisplay } from "@/lib/time/day";
import { showAlikeAction } from "@/lib/visibility/actions";
import { choicesOf, type Shown, type StartingKind, widens } from "@/lib/visibility/rules";

type Props = {
  kind: StartingKind;
  shown: Shown;
  /** Everything of the kind that is shown otherwise. */
  entries: readonly EntryView[];
  partnerName: string | null;
  confirming: Confirming;
};

/** The exact list of what one choice would change, before anything is changed. Any of it can be left out. */
export function Earlier({ kind, shown, entries, partnerName, confirming }: Props) {
  const t = useTranslations("sharing");
  const settings = useTranslations("settings");
  const format = useFormatter();
  const words = useCardWords(partnerName);
  const labels = kind === "check_in" ? words.shown : words.shownWhole;
  const widened = entries.some((entry) => widens(entry.shown, shown));
  return (
    <>
      <PageHeader
        title={t("earlier_title", { kind: t(`kinds.${kind}`) })}
        lead={<p>{t("earlier_lead")}</p>}
        back={{ href: "/settings/sharing", label: settings("sharing") }}
      />
      <TabsLinks
        label={t("earlier_to")}
        links={choicesOf(kind).map((choice) => ({
          href: `/settings/sharing/earlier?kind=${kind}&shown=${choice}` as Route,
          label: choice === "numbers_and_words" && kind !== "check_in" ? t("to_whole") : t(`to.${choice}`),
          current: choice === shown,
        }))}
      />
      {entries.length === 0 ? (
        <EmptyState title={t("earlier_none_title")}>{t("earlier_none")}</EmptyState>
      ) : (
        <ActionForm key={shown} action={showAlikeAction}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="shown" value={shown} />
          <fieldset>
            <legend className="font-semibold">{t("earlier_list", { count: entries.length })}</legend>
            <ul className="mt-2 divide-y divide-line border-y border-line">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <label className="flex min-h-12 items-center gap-3 py-2">
                    <input
                      type="checkbox"
                      name="entry"
                      value={`${entry.id}/${entry.shown}`}
                      defaultChecked
                      className="size-5 shrink-0"
                    />
                    <span className="flex flex-1 flex-col">
                      {format.dateTime(forDisplay(entry.day), { dateStyle: "medium" })}
                      <AudienceBadge shown={entry.shown} label={labels[entry.shown]} />
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          {widened && <ConfirmIdentity id="earlier-passphrase" confirming={confirming} />}
          {!widened && <p className="text-sm text-muted">{words.withdrawHint}</p>}
          <SubmitButton>{labels[shown]}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
