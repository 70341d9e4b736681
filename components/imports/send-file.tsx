import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import { confirmForExportAction } from "@/lib/export/actions";
import type { Confirming } from "@/lib/passkeys/rules";

const becomes = ["space", "both", "nobody"] as const;
const left = ["account", "half", "order"] as const;

/** What becomes of a file, what is left out of it, and for a while after the passphrase, the form that sends it. */
export function SendFile({ confirming }: { confirming: Confirming }) {
  const t = useTranslations("imports");
  return (
    <>
      <Section id="becomes" title={t("becomes_title")}>
        <ul className="list-disc space-y-2 ps-5">
          {becomes.map((what) => (
            <li key={what}>{t(`becomes.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <LeftOut />
      <Section id="send" title={t("send_title")} lead={confirming.asks ? undefined : t("for_a_while")}>
        {confirming.asks ? (
          <ActionForm action={confirmForExportAction}>
            <ConfirmIdentity id="import-passphrase" confirming={confirming} />
            <SubmitButton>{t("confirm")}</SubmitButton>
          </ActionForm>
        ) : (
          <FileForm />
        )}
      </Section>
    </>
  );
}

export function LeftOut() {
  const t = useTranslations("imports");
  return (
    <Section id="left" title={t("left_title")}>
      <ul className="list-disc space-y-2 ps-5">
        {left.map((what) => (
          <li key={what}>{t(`left.${what}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

/** A plain form: an action takes no file as large as this. */
function FileForm() {
  const t = useTranslations("imports");
  return (
    <form method="post" action="/settings/import/file" encType="multipart/form-data" className="space-y-5">
      <TextInput
        type="file"
        name="file"
        required
        accept=".json,application/json"
        label={t("file")}
        hint={t("file_hint")}
      />
      <Button>
        <FileUp />
        {t("send")}
      </Button>
    </form>
  );
}
