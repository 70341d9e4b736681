import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Shown } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { OneTime } from "@/components/ui/one-time";

type Props = { lead: string; note?: string; next?: { href: Route; label: string } };

/** The recovery code, the one time it can be shown. */
export function RecoveryCode({ lead, note, next }: Props) {
  const t = useTranslations("accounts");
  return (
    <div className="space-y-5">
      <OneTime title={t("code_title")} lead={lead}>
        <Shown name="recoveryCode" />
      </OneTime>
      {note && <p className="text-sm text-muted">{note}</p>}
      {next && <ButtonLink href={next.href}>{next.label}</ButtonLink>}
    </div>
  );
}
