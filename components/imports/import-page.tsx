import { useTranslations } from "next-intl";
import { SendFile } from "@/components/imports/send-file";
import { WaitingFile } from "@/components/imports/waiting-file";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { Waiting } from "@/lib/imports/queries";
import type { Outcome } from "@/lib/imports/schema";
import type { Confirming } from "@/lib/passkeys/rules";

type Props = { confirming: Confirming; waiting: Waiting | null; said: Outcome | undefined };

/** Where a copy that was taken somewhere else is sent, looked at, and taken in. */
export function ImportPage({ confirming, waiting, said }: Props) {
  const t = useTranslations("imports");
  return (
    <>
      <SettingsHeader title={t("title")} lead={t("lead")} />
      {said && <Said outcome={said} />}
      {waiting ? <WaitingFile {...waiting} confirming={confirming} /> : <SendFile confirming={confirming} />}
    </>
  );
}

function Said({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("imports");
  const refusals = useTranslations("refusals");
  if (outcome !== "taken_in")
    return (
      <div className="mb-8">
        <Notice tone="refusal">{refusals(outcome, { minutes: 1 })}</Notice>
      </div>
    );
  return (
    <div className="mb-8">
      <Notice>
        <p>{t("taken_in")}</p>
        <p>
          <TextLink href="/timeline/mine">{t("taken_in_link")}</TextLink>
        </p>
      </Notice>
    </div>
  );
}
