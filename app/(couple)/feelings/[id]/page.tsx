import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ConversationPage } from "@/components/feelings/conversation";
import { requireViewer } from "@/lib/auth/gate";
import { writingHelpFor } from "@/lib/coach/rules";
import { commitmentsFrom } from "@/lib/commitments/queries";
import { ownRole } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { draftsOf } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { conversationOf } from "@/lib/feelings/queries";
import { conversationAddress } from "@/lib/feelings/schema";
import { looked } from "@/lib/reminders/commands";
import { spaceNow } from "@/lib/space/queries";
import { startingPoint } from "@/lib/visibility/queries";

export default async function FeelingPage({ params }: PageProps<"/feelings/[id]">) {
  const viewer = await requireViewer();
  const address = conversationAddress.safeParse(await params);
  if (!address.success) notFound();
  const { id } = address.data;
  const { conversation, ...page } = await asViewer(viewer, async (db) => {
    await looked(db, viewer);
    const conversation = await conversationOf(db, viewer, id);
    const replies = conversation?.exchanges.map(({ reply }) => reply) ?? [];
    const heard = replies.filter(({ mine }) => !mine).map((reply) => draftOf.heard(reply.id));
    return {
      conversation,
      drafts: await draftsOf(db, viewer, [draftOf.reply(id), ...heard]),
      commitments: await commitmentsFrom(
        db,
        viewer,
        replies.filter(({ texts }) => texts.promise).map(({ id }) => id),
      ),
      space: await spaceNow(db, viewer),
      heardStarts: await startingPoint(db, viewer, "felt_heard"),
      role: await ownRole(db, viewer),
    };
  });
  if (!conversation) notFound();
  return (
    <ConversationPage
      {...page}
      conversation={conversation}
      help={writingHelpFor(viewer.writingHelp, page.role)}
      partnerName={viewer.partnerName ?? ""}
      timeZone={viewer.timeZone}
      newEntryId={randomUUID}
    />
  );
}
