import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ConversationPage } from "@/components/feelings/conversation";
import { requireViewer } from "@/lib/auth/gate";
import { ownRole } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { conversation } from "@/lib/feelings/queries";
import { conversationAddress } from "@/lib/feelings/schema";

export default async function FeelingPage({ params }: PageProps<"/feelings/[id]">) {
  const viewer = await requireViewer();
  const address = conversationAddress.safeParse(await params);
  const found = address.success
    ? await asViewer(viewer, async (db) => ({
        conversation: await conversation(db, viewer, address.data.id),
        injured: (await ownRole(db, viewer)) === "injured",
      }))
    : null;
  if (!found?.conversation) notFound();
  return (
    <ConversationPage
      conversation={found.conversation}
      injured={found.injured}
      partnerName={viewer.partnerName ?? ""}
      timeZone={viewer.timeZone}
      newEntryId={randomUUID}
    />
  );
}
