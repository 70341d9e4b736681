import { Recover } from "@/components/accounts/recover";
import { canSendMail } from "@/lib/mail/send";

export default function RecoverPage() {
  return <Recover byMail={canSendMail()} />;
}
