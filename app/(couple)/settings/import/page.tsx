import { ImportPage } from "@/components/imports/import-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { waitingFile } from "@/lib/imports/queries";
import { importAddress } from "@/lib/imports/schema";
import { confirmingOf } from "@/lib/passkeys/queries";

export default async function ImportDoor({ searchParams }: PageProps<"/settings/import">) {
  const viewer = await requireWriter();
  const { said } = importAddress.parse(await searchParams);
  const { confirming, waiting } = await asViewer(viewer, async (db) => ({
    confirming: await confirmingOf(db, viewer),
    waiting: await waitingFile(db, viewer),
  }));
  return <ImportPage confirming={confirming} waiting={waiting} said={said} />;
}
