import { MarksPage } from "@/components/therapy/marks-page";
import { requireWriter } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { couldBeBrought, toBeBrought } from "@/lib/therapy/queries";
import { marksAddress } from "@/lib/therapy/schema";

export default async function TherapyMarks({ searchParams }: PageProps<"/therapy/marks">) {
  const viewer = await requireWriter();
  const { entry, whose } = marksAddress.parse(await searchParams);
  const { marked, asked } = await asViewer(viewer, async (db) => ({
    marked: await toBeBrought(db, viewer),
    asked: entry && (await couldBeBrought(db, viewer, entry, whose)),
  }));
  return <MarksPage marked={marked} asked={asked || null} partnerName={viewer.partnerName} />;
}
