import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { FileForm } from "@/components/forms/file-form";
import { StillOpen } from "@/components/guests/still-open";
import { Watermark } from "@/components/guests/watermark";
import { watermarkOf } from "@/components/guests/watermark-words";
import { daysTold } from "@/components/packets/days";
import { PacketView } from "@/components/packets/packet-view";
import { voicesOf } from "@/components/packets/voices";
import { usePacketWords } from "@/components/packets/words";
import { PageHeader } from "@/components/ui/page-header";
import { closeNotesAction } from "@/lib/guests/actions";
import type { Notes } from "@/lib/guests/queries";

/** What somebody without an account was given to read, and nothing to do with it but to keep it or to close it. */
export function NotesPage({ id, notes }: { id: string; notes: Notes }) {
  const t = useTranslations("guests");
  const format = useFormatter();
  const words = usePacketWords();
  const names = notes.parts.map(({ name }) => name);
  return (
    <>
      <StillOpen />
      <Watermark text={watermarkOf(notes, { t, format })} />
      <PageHeader
        title={daysTold(notes, words)}
        lead={<p>{t("notes.from", { names: format.list(names) })}</p>}
      >
        <div className="flex flex-wrap gap-3 print:hidden">
          <FileForm action={`/notes/${id}/paper`} tone="quiet">
            {t("notes.save")}
          </FileForm>
          <ActionForm action={closeNotesAction}>
            <SubmitButton tone="quiet">{t("notes.close")}</SubmitButton>
          </ActionForm>
        </div>
      </PageHeader>
      <PacketView
        span={notes}
        voices={voicesOf(notes.parts, ({ name }) => name)}
        joint={notes.kind === "joint"}
        reader="guest"
      />
    </>
  );
}
