import { SafetyCheck } from "@/components/safety/safety-check";
import { requireViewer } from "@/lib/auth/gate";
import { asViewer } from "@/lib/db/viewer";
import { ownSafetyAnswer } from "@/lib/safety/queries";

export default async function SafetyPage() {
  const viewer = await requireViewer();
  return <SafetyCheck answer={await asViewer(viewer, (db) => ownSafetyAnswer(db, viewer))} />;
}
