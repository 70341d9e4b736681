import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { changeTimeZoneAction, renameAction } from "@/lib/accounts/actions";

type Props = { name: string; timeZone: string; zones: readonly string[]; operator?: string };

const rooms = [
  "sharing",
  "partner",
  "announced",
  "writing",
  "reminder",
  "devices",
  "passphrase",
  "passkeys",
  "safety",
  "export",
  "import",
  "erase",
] as const;

export function SettingsHome({ name, timeZone, zones, operator }: Props) {
  const t = useTranslations("settings");
  const notice = useTranslations("notice");
  return (
    <>
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      <ul className="divide-y divide-line border-y border-line">
        {rooms.map((room) => (
          <li key={room}>
            <Link
              href={`/settings/${room}`}
              className="flex min-h-15 items-center gap-3 rounded-sm py-2.5 hover:bg-wash"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{t(room)}</span>
                <span className="block text-sm text-muted">{t(`${room}_about`)}</span>
              </span>
              <ChevronRight className="size-5 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
      <Section id="you" title={t("you")}>
        <ActionForm action={renameAction}>
          <FormTextInput
            name="name"
            label={t("name")}
            defaultValue={name}
            autoComplete="name"
            maxLength={60}
          />
          <SubmitButton tone="quiet">{t("save")}</SubmitButton>
        </ActionForm>
        <ActionForm action={changeTimeZoneAction}>
          <FormSelect
            name="time_zone"
            label={t("time_zone")}
            hint={t("time_zone_hint")}
            defaultValue={timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
          <SubmitButton tone="quiet">{t("save")}</SubmitButton>
        </ActionForm>
      </Section>
      <Section id="server" title={t("server")}>
        <p className="text-sm text-muted">
          {t("server_about", { operator: operator ?? notice("operator_unnamed") })}
        </p>
      </Section>
    </>
  );
}
