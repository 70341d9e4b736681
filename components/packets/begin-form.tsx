import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormChoices, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { beginPacketAction } from "@/lib/packets/actions";
import { addDays, type Day } from "@/lib/time/day";

type Props = { packetId: string; partnerName: string | null; today: Day };

/** Begins a packet: whose it is, and of which days. */
export function BeginForm({ packetId, partnerName, today }: Props) {
  const t = useTranslations("packets");
  const choice = (kind: "joint" | "own") => ({
    value: kind,
    title: t(`kinds.${kind}`),
    description: t(`kinds_about.${kind}`, { name: partnerName ?? "" }),
  });
  return (
    <ActionForm action={beginPacketAction} className="space-y-3">
      <EntryId fresh={packetId} name="packet" />
      <Folded summary={t("new")}>
        {partnerName ? (
          <FormChoices name="packet_kind" label={t("kind")} choices={[choice("joint"), choice("own")]} />
        ) : (
          <input type="hidden" name="packet_kind" value="own" />
        )}
        <div className="grid gap-4 mid:grid-cols-2">
          <FormTextInput name="from" type="date" label={t("from")} defaultValue={addDays(today, -27)} />
          <FormTextInput name="to" type="date" label={t("to")} defaultValue={today} />
        </div>
        <SubmitButton>{t("begin")}</SubmitButton>
      </Folded>
    </ActionForm>
  );
}
