import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { FileForm } from "@/components/forms/file-form";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { SettingsHeader } from "@/components/settings/settings-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { confirmForExportAction } from "@/lib/export/actions";
import { formats } from "@/lib/export/schema";
import type { Confirming } from "@/lib/passkeys/rules";

const inside = ["own", "both", "settings"] as const;
const outside = ["theirs", "private", "secret"] as const;

/** What is in one's own copy, what to weigh before it is saved, and for a while after the passphrase, the copy itself. */
export function OwnCopy({ confirming }: { confirming: Confirming }) {
  const t = useTranslations("export");
  return (
    <>
      <SettingsHeader title={t("title")} lead={t("lead")} />
      <Section id="inside" title={t("inside_title")}>
        <ul className="list-disc space-y-2 ps-5">
          {inside.map((what) => (
            <li key={what}>{t(`inside.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="outside" title={t("outside_title")}>
        <ul className="list-disc space-y-2 ps-5">
          {outside.map((what) => (
            <li key={what}>{t(`outside.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <div className="mt-8">
        <Notice tone="caution" title={t("risk_title")}>
          <p>{t("risk")}</p>
          <p>{t("court")}</p>
        </Notice>
      </div>
      <Section id="get" title={t("get_title")} lead={confirming.asks ? undefined : t("for_a_while")}>
        {confirming.asks ? (
          <ActionForm action={confirmForExportAction}>
            <ConfirmIdentity id="export-passphrase" confirming={confirming} />
            <SubmitButton>{t("confirm")}</SubmitButton>
          </ActionForm>
        ) : (
          <Files />
        )}
        <p className="mt-4 text-sm text-muted">
          {t.rich("schema_about", {
            link: (text) => (
              <a
                href="/export-schema"
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              >
                {text}
              </a>
            ),
          })}
        </p>
      </Section>
      <Section id="again" title={t("again_title")} lead={t("again")}>
        <ButtonLink tone="quiet" href="/settings/import">
          {t("again_link")}
        </ButtonLink>
      </Section>
    </>
  );
}

function Files() {
  const t = useTranslations("export");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {formats.toReversed().map((format) => (
        <li key={format} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <p className="text-sm text-muted">{t(`${format}_about`)}</p>
          <FileForm action={`/settings/export/${format}`} tone={format === "html" ? "primary" : "quiet"}>
            {t(format)}
          </FileForm>
        </li>
      ))}
    </ul>
  );
}
