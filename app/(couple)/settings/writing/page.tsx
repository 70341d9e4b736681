import { WritingSettings } from "@/components/writing/settings";
import { requireViewer } from "@/lib/auth/gate";

export default async function WritingSettingsPage() {
  const { writingHelp } = await requireViewer();
  return <WritingSettings on={writingHelp} />;
}
