import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheck, SubmitButton } from "@/components/forms/fields";
import { PacketNamed } from "@/components/packets/packet-named";
import { putCommitmentsAction, putGroupAction } from "@/lib/packets/actions";
import type { Choosing } from "@/lib/packets/queries";
import { countsOf, type GroupCount, isPutInWhole } from "@/lib/packets/rules";

type Props = {
  choosing: Choosing;
  /** Who would find in it what they can read already; null where nobody else brings it. */
  readerName: string | null;
};

/** A row for each group that has something, each of its buttons a form of one tap. */
export function ChooseGroups({ choosing, readerName }: Props) {
  const t = useTranslations("packets.choose");
  const { head, candidates, chosen } = choosing;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {countsOf(candidates, chosen).map((count) => (
        <li key={count.group} className="py-2.5">
          <ActionForm action={putGroupAction} className="space-y-2">
            <PacketNamed packet={head} />
            <input type="hidden" name="group" value={count.group} />
            <div className="flex items-center justify-between gap-x-4 gap-y-2 max-mid:flex-wrap">
              <p className="grow">
                {t(`groups.${count.group}`)}
                <span className="block text-sm text-muted">
                  {t("count", { chosen: count.chosen, all: count.all })}
                </span>
              </p>
              <PutButtons count={count} joint={readerName !== null} />
            </div>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

/** Only what changes something. Where two bring it, at once goes in no more than the other can read already. */
function PutButtons({ count, joint }: { count: GroupCount; joint: boolean }) {
  const t = useTranslations("packets.choose");
  const { group, chosen, all, shown } = count;
  const what = t(`groups.${group}`);
  const onlyShown = joint || !isPutInWhole(group);
  const more = onlyShown ? chosen < shown : chosen < all;
  return (
    <div className="flex shrink-0 gap-2">
      {more && (
        <SubmitButton
          tone="quiet"
          name="put"
          value={onlyShown ? "shown" : "all"}
          aria-label={t("put_of", { what, put: t("put_all") })}
        >
          {t("put_all")}
        </SubmitButton>
      )}
      {chosen > 0 && (
        <SubmitButton
          tone="quiet"
          name="put"
          value="none"
          aria-label={t("put_of", { what, put: t("put_none") })}
        >
          {t("put_none")}
        </SubmitButton>
      )}
    </div>
  );
}

/** Whether one's own commitments are in. */
export function ChooseCommitments({ choosing }: { choosing: Choosing }) {
  const t = useTranslations("packets.choose");
  return (
    <ActionForm action={putCommitmentsAction} className="mt-6 space-y-2">
      <PacketNamed packet={choosing.head} />
      <FormCheck name="commitments" label={t("commitments")} defaultChecked={choosing.withCommitments} />
      <SubmitButton tone="quiet">{t("commitments_save")}</SubmitButton>
    </ActionForm>
  );
}
