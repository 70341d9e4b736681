import { useTranslations } from "next-intl";
import { Invite } from "@/components/couples/invite";
import { OwnPart } from "@/components/couples/own-part";
import { ChosenMoment } from "@/components/departures/chosen-moment";
import { Parted } from "@/components/departures/parted";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Audience, Role } from "@/lib/db/generated/enums";

type Props = {
  role: { role: Role; audience: Audience } | null;
  partnersRole: Role | null;
  invitation: { expiresAt: Date } | null;
  leaveAt: Date | null;
  /** A space they shared has ended, and they are alone now. */
  parted: boolean;
  partnerName: string | null;
  timeZone: string;
};

export function Partner({ role, partnersRole, invitation, leaveAt, parted, partnerName, timeZone }: Props) {
  const t = useTranslations("partner");
  const leaving = useTranslations("leaving");
  return (
    <>
      <SettingsHeader
        title={t("title")}
        lead={partnerName ? t("linked", { name: partnerName }) : undefined}
      />
      {parted && <Parted />}
      {!partnerName && <Invite expiresAt={invitation?.expiresAt ?? null} timeZone={timeZone} />}
      {partnerName && partnersRole && (
        <p className="mb-6">{t("theirs", { name: partnerName, role: t(`role.${partnersRole}`) })}</p>
      )}
      <OwnPart own={role} partnerName={partnerName} />
      {partnerName && (
        <Section id="leave" title={leaving("title")} lead={leaving("lead")}>
          {leaveAt && <ChosenMoment leaveAt={leaveAt} timeZone={timeZone} />}
          <p>
            <TextLink href="/settings/leave">{leaving("link")}</TextLink>
          </p>
        </Section>
      )}
    </>
  );
}
