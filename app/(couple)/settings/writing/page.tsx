import { WritingSettings } from "@/components/writing/settings";
import { requireViewer } from "@/lib/auth/gate";
import { ownRole } from "@/lib/couples/queries";
import { asViewer } from "@/lib/db/viewer";

export default async function WritingSettingsPage() {
  const viewer = await requireViewer();
  const role = await asViewer(viewer, (db) => ownRole(db, viewer));
  return <WritingSettings on={viewer.writingHelp} injured={role === "injured"} />;
}
