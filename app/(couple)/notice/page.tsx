import { redirect } from "next/navigation";
import { PlainNotice } from "@/components/safety/plain-notice";
import { requireViewer } from "@/lib/auth/gate";
import { env } from "@/lib/env";

export default async function NoticePage() {
  const viewer = await requireViewer();
  if (viewer.noticeRead) redirect("/today");
  return <PlainNotice operator={env().OPERATOR_NAME} />;
}
