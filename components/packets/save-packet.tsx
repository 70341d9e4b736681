import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { FileForm } from "@/components/forms/file-form";
import { ConfirmIdentity } from "@/components/settings/confirm-identity";
import { Section } from "@/components/ui/section";
import { confirmForExportAction } from "@/lib/export/actions";
import type { Confirming } from "@/lib/passkeys/rules";

/** The packet as a document, for a while after its reader has confirmed who they are. */
export function SavePacket({ id, confirming }: { id: string; confirming: Confirming }) {
  const t = useTranslations("packets.paper");
  const copy = useTranslations("export");
  return (
    <Section id="paper" title={t("title")} lead={<p>{t("about")}</p>}>
      {confirming.asks ? (
        <ActionForm action={confirmForExportAction}>
          <ConfirmIdentity id="packet-passphrase" confirming={confirming} />
          <SubmitButton tone="quiet">{copy("confirm")}</SubmitButton>
        </ActionForm>
      ) : (
        <FileForm action={`/therapy/packets/${id}/paper`}>{t("save")}</FileForm>
      )}
    </Section>
  );
}
