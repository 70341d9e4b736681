import { notFound } from "next/navigation";
import { SendReset } from "@/components/accounts/reset";
import { canSendMail } from "@/lib/mail/send";

export default function ResetPage() {
  if (!canSendMail()) notFound();
  return <SendReset />;
}
