import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { forgetDraftAction } from "@/lib/drafts/actions";
import type { Unsent } from "@/lib/drafts/queries";

/** What one wrote to something that was taken back, or to somebody who left, before it was sent. */
export function UnsentPage({ unsent }: { unsent: readonly Unsent[] }) {
  const t = useTranslations("drafts");
  const between = useTranslations("between");
  return (
    <>
      <PageHeader
        title={t("unsent")}
        lead={<p>{t("unsent_lead")}</p>}
        back={{ href: "/feelings", label: between("title") }}
      />
      {unsent.length === 0 && <EmptyState title={t("unsent_none_title")}>{t("unsent_none")}</EmptyState>}
      <ul className="space-y-4">
        {unsent.map(({ form, texts }) => (
          <Card key={form} as="li" submerged>
            <div className="space-y-3">
              {texts.map((text) => (
                <Words key={text}>{text}</Words>
              ))}
            </div>
            <div className="mt-3">
              <Disclosure summary={t("forget")}>
                <ActionForm action={forgetDraftAction} className="space-y-3">
                  <input type="hidden" name="form" value={form} />
                  <p className="text-sm text-muted">{t("forget_sure")}</p>
                  <SubmitButton tone="danger">{t("forget_yes")}</SubmitButton>
                </ActionForm>
              </Disclosure>
            </div>
          </Card>
        ))}
      </ul>
    </>
  );
}
