import { Invitation } from "@/components/couples/invitation";
import { whoIsThere } from "@/lib/auth/gate";
import { inviterOf } from "@/lib/couples/queries";
import { env } from "@/lib/env";

export default async function InvitationPage({ params }: PageProps<"/join/[key]">) {
  const { key } = await params;
  const [inviter, viewer] = [await inviterOf(key), await whoIsThere()];
  return (
    <Invitation
      invitationKey={key}
      inviterName={inviter?.name ?? null}
      signedIn={viewer !== null}
      operator={env().OPERATOR_NAME}
    />
  );
}
