import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, SubmitButton } from "@/components/forms/fields";
import { Section } from "@/components/ui/section";
import { chooseRoleAction } from "@/lib/couples/actions";
import type { Audience, Role } from "@/lib/db/generated/enums";

const roles = ["unsaid", "injured", "involved", "both"] as const;

/** How a person names their own part, and to whom. Nobody names it for them, and it can be taken back. */
export function OwnPart({
  own,
  partnerName,
}: {
  own: { role: Role; audience: Audience } | null;
  partnerName: string | null;
}) {
  const t = useTranslations("partner");
  const settings = useTranslations("settings");
  return (
    <Section id="part" title={t("role_title")} lead={t("role_lead")}>
      <ActionForm action={chooseRoleAction}>
        <FormChoices
          name="role"
          label={t("role_fits")}
          defaultValue={own?.role ?? "unsaid"}
          choices={roles.map((value) => ({ value, title: t(`role.${value}`) }))}
        />
        {partnerName && (
          <FormChoices
            name="audience"
            label={t("role_shown")}
            defaultValue={own?.audience ?? "only_me"}
            choices={[
              { value: "only_me", title: t("role_only_me") },
              { value: "partner", title: t("role_partner", { name: partnerName }) },
            ]}
          />
        )}
        <SubmitButton tone="quiet">{settings("save")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
