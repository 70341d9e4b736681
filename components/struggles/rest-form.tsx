import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { letRestAction, takeUpAgainAction } from "@/lib/struggles/actions";
import { type Rest, rests } from "@/lib/struggles/rules";
import type { TheStruggle } from "@/lib/struggles/schema";

type Props = TheStruggle & { rest: Rest; partnerName: string };

/** Who has said that it can rest, and what the reader can say of it, in the row it stands in. Nothing asks whoever has not. */
export function RestForm({ to, whose, rest, partnerName }: Props) {
  const t = useTranslations("struggles");
  const said = rests(rest)
    ? t("rest_both")
    : (rest.mine && t("rest_mine")) || (rest.theirs && t("rest_theirs", { name: partnerName }));
  return (
    <>
      {said && <p className="basis-full text-sm">{said}</p>}
      <ActionForm action={rest.mine ? takeUpAgainAction : letRestAction} className="space-y-2">
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="whose" value={whose} />
        <SubmitButton tone="quiet">{t(rest.mine ? "take_up" : "let_rest")}</SubmitButton>
      </ActionForm>
    </>
  );
}
