import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { openAnnouncedAction } from "@/lib/announcements/actions";
import type { AnnouncedKind } from "@/lib/announcements/rules";

type Props = { kind: AnnouncedKind; id: string; partnerName: string };

/** Something that was announced and that its reader has not opened: they open it, or leave it for now. */
export function UnopenedView({ kind, id, partnerName: name }: Props) {
  const t = useTranslations("announcements");
  return (
    <div className="space-y-4">
      <p>{t(`about.${kind}`, { name })}</p>
      <p className="text-sm text-muted">{t("open_about")}</p>
      <div className="flex flex-wrap gap-3">
        <ActionForm action={openAnnouncedAction}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          <SubmitButton>{t("open")}</SubmitButton>
        </ActionForm>
        <ButtonLink tone="quiet" href="/today">
          {t("not_now")}
        </ButtonLink>
      </div>
    </div>
  );
}
