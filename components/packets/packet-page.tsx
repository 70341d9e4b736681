import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ShareLink } from "@/components/guests/share-link";
import { daysTold } from "@/components/packets/days";
import { PacketNamed } from "@/components/packets/packet-named";
import { PacketView } from "@/components/packets/packet-view";
import { SavePacket } from "@/components/packets/save-packet";
import { useStates } from "@/components/packets/states";
import { voicesOf } from "@/components/packets/voices";
import { usePacketWords } from "@/components/packets/words";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { LinkView } from "@/lib/guests/rules";
import { beginPartAction, consentAction, deletePacketAction, withdrawAction } from "@/lib/packets/actions";
import type { PacketPage as Page } from "@/lib/packets/queries";
import { isComplete } from "@/lib/packets/rules";
import type { Confirming } from "@/lib/passkeys/rules";

type Props = {
  page: Page;
  links: readonly LinkView[];
  name: string;
  partnerName: string | null;
  timeZone: string;
  confirming: Confirming;
};

/** A packet as its reader may see it, and what they can do with their own part. */
export function PacketPage({ page, links, name, partnerName, timeZone, confirming }: Props) {
  const t = useTranslations("packets");
  const words = usePacketWords();
  const states = useStates(partnerName);
  const own = page.parts.find(({ mine }) => mine);
  const canShare = Boolean(own?.consentedOn) && isComplete(page);
  // What the other has agreed to is theirs to take out, whoever began it.
  const deletes = page.mine && !page.parts.some(({ mine, consentedOn }) => !mine && consentedOn);
  const choose = `/therapy/packets/${page.id}/choose` as Route;
  const voices = voicesOf(page.parts, ({ mine }) => (mine ? name : (partnerName ?? "")));
  return (
    <>
      <PageHeader
        title={daysTold(page, words)}
        lead={
          <>
            <p>{t(`kinds.${page.kind}`)}</p>
            <ul className="print:hidden">
              {states(page).map((state) => (
                <li key={state}>{state}</li>
              ))}
            </ul>
          </>
        }
        back={{ href: "/therapy/packets", label: t("title") }}
      />
      {!own && (
        <ActionForm action={beginPartAction}>
          <PacketNamed packet={page} />
          <SubmitButton>{t("begin_part")}</SubmitButton>
        </ActionForm>
      )}
      {voices.length > 0 && <PacketView span={page} voices={voices} joint={page.kind === "joint"} />}
      <div className="print:hidden">
        {own && page.seen && (
          <Section id="consent" title={t("consent.title")}>
            <p>{t("consent.about")}</p>
            <p>{t("consent.about_leaves")}</p>
            <Notice tone="caution">
              {page.kind === "joint" && <p>{t("consent.no_secrets")}</p>}
              <p>{t("consent.court")}</p>
            </Notice>
            <ActionForm action={consentAction}>
              <PacketNamed packet={page} />
              <input type="hidden" name="seen" value={page.seen} />
              <div className="flex flex-wrap gap-3">
                <SubmitButton>{t("consent.yes")}</SubmitButton>
                <ButtonLink tone="quiet" href={choose}>
                  {t("consent.change")}
                </ButtonLink>
              </div>
            </ActionForm>
          </Section>
        )}
        {isComplete(page) && <SavePacket id={page.id} confirming={confirming} />}
        {(canShare || links.length > 0) && (
          <ShareLink
            packet={page}
            links={links}
            canMake={canShare}
            partnerName={partnerName}
            timeZone={timeZone}
            confirming={confirming}
          />
        )}
        {own?.consentedOn && !isComplete(page) && <p className="mt-8 text-muted">{t("paper.waits")}</p>}
        {own?.consentedOn && (
          <div className="mt-8">
            <ActionForm action={withdrawAction} className="space-y-2">
              <PacketNamed packet={page} />
              <SubmitButton tone="quiet">{t("consent.withdraw")}</SubmitButton>
              <p className="text-sm text-muted">{t("consent.withdraw_about")}</p>
            </ActionForm>
          </div>
        )}
        {(deletes || own) && (
          <div className="mt-8 border-t border-line pt-2">
            <Disclosure summary={t(deletes ? "delete" : "leave")}>
              <ActionForm action={deletePacketAction} className="space-y-3">
                <PacketNamed packet={page} />
                <p className="text-sm text-muted">
                  {t(!deletes ? "leave_sure" : page.kind === "joint" ? "delete_sure" : "delete_sure_own")}
                </p>
                <SubmitButton tone="danger">{t(deletes ? "delete_yes" : "leave_yes")}</SubmitButton>
              </ActionForm>
            </Disclosure>
          </div>
        )}
      </div>
    </>
  );
}
