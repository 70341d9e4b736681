import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { BeginForm } from "@/components/commitments/begin-form";
import { isExample } from "@/components/commitments/examples";
import { holding } from "@/lib/agreements/queries";
import { requireWriter } from "@/lib/auth/gate";
import { wordsToBeginWith } from "@/lib/commitments/queries";
import { newSearch } from "@/lib/commitments/schema";
import { chosenHelpOf } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import { draftOf } from "@/lib/drafts/schema";
import { dayIn } from "@/lib/time/day";

export default async function NewCommitmentPage({ searchParams }: PageProps<"/commitments/new">) {
  const viewer = await requireWriter();
  if (!viewer.partnerName) redirect("/commitments");
  const { whose, template, from, line } = newSearch.parse(await searchParams);
  const form = draftOf.commitment(viewer.coupleId);
  const { draft, words, agreements, help } = await asViewer(viewer, async (db) => ({
    draft: await draftFor(db, viewer, form),
    agreements: await holding(db, viewer),
    help: await chosenHelpOf(db, viewer),
    words: from && (await wordsToBeginWith(db, viewer, whose, from, line)),
  }));
  return (
    <BeginForm
      entryId={randomUUID()}
      form={form}
      draft={draft}
      whose={whose}
      example={isExample(template) ? template : null}
      from={from && words ? { entry: from, words } : null}
      partnerName={viewer.partnerName}
      agreements={agreements}
      coupleId={viewer.coupleId}
      today={dayIn(viewer.timeZone)}
      help={whose === "mine" ? help : "off"}
    />
  );
}
