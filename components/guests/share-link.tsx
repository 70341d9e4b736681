import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm, Shown } from "@/components/forms/action-form";
import { FormPills, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { PacketNamed } from "@/components/packets/packet-named";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { OneTime } from "@/components/ui/one-time";
import { Section } from "@/components/ui/section";
import { endLinkAction, makeLinkAction } from "@/lib/guests/actions";
import { DAYS, type LinkView, type Visit } from "@/lib/guests/rules";
import type { PacketHead } from "@/lib/packets/queries";
import type { Confirming } from "@/lib/passkeys/rules";

type Props = {
  packet: PacketHead;
  links: readonly LinkView[];
  /** Whether everybody whose packet it is agrees to it at this moment. */
  canMake: boolean;
  partnerName: string | null;
  timeZone: string;
  confirming: Confirming;
};

/** A link for somebody without an account to one's own part; the links there were, and when each was opened. */
export function ShareLink({ packet, links, canMake, partnerName, timeZone, confirming }: Props) {
  const t = useTranslations("guests.share");
  // The latest stays in its place when it ends, and with it what its form was answered.
  const [latest, ...earlier] = links;
  return (
    <Section id="link" title={t("title")} lead={<p>{t("about")}</p>}>
      {packet.kind === "joint" && <p>{t("own_part", { name: partnerName ?? "" })}</p>}
      {latest && (
        <OneLink key={latest.id} link={latest} timeZone={timeZone}>
          <ActionForm action={endLinkAction} className="mt-3">
            <input type="hidden" name="link" value={latest.id} />
            {latest.open && <SubmitButton tone="quiet">{t("end")}</SubmitButton>}
          </ActionForm>
        </OneLink>
      )}
      {canMake && (
        <ActionForm action={makeLinkAction} afterwards={<Made />} className="space-y-3">
          <PacketNamed packet={packet} />
          <Folded summary={t(latest?.open ? "make_another" : "make")}>
            {latest?.open && <p className="text-sm text-muted">{t("replaces")}</p>}
            <FormTextInput
              name="for_whom"
              label={t("for_whom")}
              hint={t("for_whom_hint")}
              autoComplete="off"
              maxLength={80}
            />
            <FormPills
              name="days"
              label={t("days")}
              defaultValue="3"
              options={DAYS.map((value) => ({ value, label: t("days_count", { count: Number(value) }) }))}
            />
            <ConfirmIdentity id="link-passphrase" confirming={confirming} />
            <SubmitButton tone="quiet">{t("make")}</SubmitButton>
          </Folded>
        </ActionForm>
      )}
      {earlier.length > 0 && (
        <Disclosure summary={t("earlier")}>
          <div className="space-y-3">
            {earlier.map((link) => (
              <OneLink key={link.id} link={link} timeZone={timeZone} />
            ))}
          </div>
        </Disclosure>
      )}
    </Section>
  );
}

function Made() {
  const t = useTranslations("guests.share");
  return (
    <OneTime title={t("made")} lead={t("made_about")}>
      <span className="block text-sm font-normal text-muted">{t("link")}</span>
      <span className="block text-sm font-normal break-all">
        <Shown name="link" />
      </span>
      <span className="mt-3 block text-sm font-normal text-muted">{t("words")}</span>
      <Shown name="words" />
    </OneTime>
  );
}

function OneLink({ link, timeZone, children }: { link: LinkView; timeZone: string; children?: ReactNode }) {
  const t = useTranslations("guests.share");
  const format = useFormatter();
  const at = (moment: Date) => format.dateTime(moment, { dateStyle: "long", timeStyle: "short", timeZone });
  const told = ({ openedAt, savedAt }: Visit) =>
    savedAt ? t("opened_and_saved", { at: at(openedAt) }) : t("opened", { at: at(openedAt) });
  return (
    <Card submerged={!link.open}>
      <h3 className="font-semibold break-words">{link.forWhom || t("for_nobody_named")}</h3>
      <p className="text-sm text-muted">{link.open ? t("until", { at: at(link.endsAt) }) : t("ended")}</p>
      <ul className="mt-3 space-y-1 text-sm">
        {link.visits.map((visit) => (
          <li key={visit.openedAt.toISOString()}>{told(visit)}</li>
        ))}
        {link.visits.length === 0 && (
          <li className="text-muted">{t(link.open ? "not_opened" : "was_not_opened")}</li>
        )}
      </ul>
      {children}
    </Card>
  );
}
