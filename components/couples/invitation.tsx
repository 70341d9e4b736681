import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { withNext } from "@/lib/accounts/rules";
import { acceptInvitationAction } from "@/lib/couples/actions";

type Props = { invitationKey: string; inviterName: string | null; signedIn: boolean; operator?: string };

const facts = ["shared", "leave", "server", "free"] as const;

/** Who invites, and what joining means, before anything is decided. Not joining does nothing and tells nobody. */
export function Invitation({ invitationKey, inviterName, signedIn, operator }: Props) {
  const t = useTranslations("join");
  const notice = useTranslations("notice");
  if (!inviterName) {
    return (
      <EmptyState
        heading="h1"
        title={t("gone_title")}
        action={
          <ButtonLink tone="quiet" href="/join">
            {t("open")}
          </ButtonLink>
        }
      >
        {t("gone")}
      </EmptyState>
    );
  }
  const words = { name: inviterName, operator: operator ?? notice("operator_unnamed") };
  const next = `/join/${invitationKey}`;
  return (
    <>
      <PageHeader title={t("invited_title", words)} lead={<p>{t("invited_lead")}</p>} />
      {facts.map((fact) => (
        <Section key={fact} id={fact} title={t(`${fact}_title`)}>
          <p>{t(fact, words)}</p>
        </Section>
      ))}
      <div className="mt-8 space-y-4">
        {signedIn ? (
          <ActionForm action={acceptInvitationAction} className="flex flex-col gap-3">
            <input type="hidden" name="key" value={invitationKey} />
            <SubmitButton>{t("accept", words)}</SubmitButton>
            <ButtonLink tone="quiet" href="/">
              {t("decline")}
            </ButtonLink>
          </ActionForm>
        ) : (
          <SignInFirst next={next} />
        )}
      </div>
    </>
  );
}

function SignInFirst({ next }: { next: string }) {
  const t = useTranslations("join");
  const accounts = useTranslations("accounts");
  return (
    <>
      <p>{t("sign_in_first")}</p>
      <div className="flex flex-col gap-3">
        <ButtonLink href={withNext("/sign-up", next)}>{accounts("no_account")}</ButtonLink>
        <ButtonLink tone="quiet" href={withNext("/sign-in", next)}>
          {accounts("have_account")}
        </ButtonLink>
      </div>
    </>
  );
}
