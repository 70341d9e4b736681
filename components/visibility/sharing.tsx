import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ShownField } from "@/components/visibility/shown-field";
import { startWithAction } from "@/lib/visibility/actions";
import type { StartingPoints } from "@/lib/visibility/queries";
import { startingKinds } from "@/lib/visibility/rules";

type Props = { starts: StartingPoints; partnerName: string | null };

/** What new entries start with, kind by kind. What is written already has a page of its own, with the exact list. */
export function Sharing({ starts, partnerName }: Props) {
  const t = useTranslations("sharing");
  const settings = useTranslations("settings");
  return (
    <>
      <SettingsHeader title={settings("sharing")} lead={t("lead")} />
      <div className="space-y-10">
        {startingKinds.map((kind) => (
          <Section key={kind} id={kind} title={t(`kinds.${kind}`)}>
            <ActionForm action={startWithAction}>
              <input type="hidden" name="kind" value={kind} />
              <ShownField
                kind={kind}
                id={`shown-${kind}`}
                label={t("about")}
                partnerName={partnerName}
                startsWith={starts[kind]}
              />
              <SubmitButton tone="quiet">{settings("save")}</SubmitButton>
            </ActionForm>
            {partnerName && (
              <TextLink href={`/settings/sharing/earlier?kind=${kind}` as Route}>{t("earlier")}</TextLink>
            )}
          </Section>
        ))}
      </div>
      <p className="mt-10 text-sm text-muted">{t("by_button")}</p>
    </>
  );
}
