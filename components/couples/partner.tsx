import { useTranslations } from "next-intl";
import { Invite } from "@/components/couples/invite";
import { Leave } from "@/components/couples/leave";
import { OwnPart } from "@/components/couples/own-part";
import { SettingsHeader } from "@/components/settings/settings-header";
import type { Audience, Role } from "@/lib/db/generated/enums";
import type { Confirming } from "@/lib/passkeys/rules";

type Props = {
  role: { role: Role; audience: Audience } | null;
  partnersRole: Role | null;
  invitation: { expiresAt: Date } | null;
  partnerName: string | null;
  timeZone: string;
  confirming: Confirming;
};

export function Partner({ role, partnersRole, invitation, partnerName, timeZone, confirming }: Props) {
  const t = useTranslations("partner");
  return (
    <>
      <SettingsHeader
        title={t("title")}
        lead={partnerName ? t("linked", { name: partnerName }) : undefined}
      />
      {!partnerName && <Invite expiresAt={invitation?.expiresAt ?? null} timeZone={timeZone} />}
      {partnerName && partnersRole && (
        <p className="mb-6">{t("theirs", { name: partnerName, role: t(`role.${partnersRole}`) })}</p>
      )}
      <OwnPart own={role} partnerName={partnerName} />
      {partnerName && <Leave confirming={confirming} />}
    </>
  );
}
