import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheck, SubmitButton } from "@/components/forms/fields";
import { LeftOut } from "@/components/imports/send-file";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Summary } from "@/lib/copies/rules";
import { dropFileAction, takeInAction } from "@/lib/imports/actions";
import type { Waiting } from "@/lib/imports/queries";
import type { Confirming } from "@/lib/passkeys/rules";
import { type Day, forDisplay } from "@/lib/time/day";

type Props = Waiting & { confirming: Confirming };

/** What a file holds, in words, before anything of it is taken in; and the way not to. */
export function WaitingFile({ summary, takenOn, confirming }: Props) {
  const t = useTranslations("imports");
  const day = useDay();
  return (
    <>
      {takenOn && (
        <div className="mb-8">
          <Notice tone="caution" title={t("seen_title")}>
            <p>{t("seen", { day: day(takenOn) })}</p>
          </Notice>
        </div>
      )}
      <Section id="holds" title={t("holds_title")}>
        <Holds summary={summary} />
      </Section>
      <LeftOut />
      <Section id="take" title={t("take_title")} lead={t("take_about")}>
        <ActionForm action={takeInAction}>
          {takenOn && <FormCheck name="again" label={t("again")} defaultChecked={false} />}
          <ConfirmIdentity id="import-passphrase" confirming={confirming} />
          <SubmitButton tone={takenOn ? "quiet" : "primary"}>{t("take")}</SubmitButton>
        </ActionForm>
        <ActionForm action={dropFileAction}>
          <SubmitButton tone={takenOn ? "primary" : "quiet"}>{t("drop")}</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}

function Holds({ summary }: { summary: Summary }) {
  const t = useTranslations("imports");
  const kinds = useTranslations("export.kinds");
  const day = useDay();
  const { name, madeOn, spaces, from, to, commitments, offers, reviews } = summary;
  const beside = { commitments, offers, reviews };
  return (
    <>
      <p>{t("whose", { name, day: day(madeOn) })}</p>
      <p>{t("spaces", { count: spaces })}</p>
      {from && to && <p>{t("days", { from: day(from), to: day(to) })}</p>}
      <dl className="divide-y divide-line border-y border-line">
        {summary.kinds.map(({ kind, count }) => (
          <Count key={kind} name={kinds(kind)} count={count} />
        ))}
        {(["commitments", "offers", "reviews"] as const).map(
          (what) => beside[what] > 0 && <Count key={what} name={t(what)} count={beside[what]} />,
        )}
      </dl>
    </>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  const format = useFormatter();
  return (
    <div className="flex justify-between gap-4 py-2">
      <dt>{name}</dt>
      <dd className="tabular-nums">{format.number(count)}</dd>
    </div>
  );
}

function useDay() {
  const format = useFormatter();
  return (day: string) => format.dateTime(forDisplay(day as Day), { dateStyle: "long" });
}
