import { notFound } from "next/navigation";
import { SetByMail } from "@/components/accounts/reset";
import { canSendMail } from "@/lib/mail/send";

export default async function SetByMailPage({ params }: PageProps<"/reset/[token]">) {
  if (!canSendMail()) notFound();
  return <SetByMail token={(await params).token} />;
}
