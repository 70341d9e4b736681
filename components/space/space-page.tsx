import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormChoices, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { ChosenWordsSection } from "@/components/space/chosen-words";
import { Sentence, SpaceNowCards } from "@/components/space/space-now";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Chosen } from "@/lib/agreements/queries";
import { askForSpaceAction } from "@/lib/space/actions";
import type { SpaceNow } from "@/lib/space/queries";
import { lengths } from "@/lib/space/rules";

type Props = {
  space: SpaceNow;
  words: Chosen;
  partnerName: string | null;
  timeZone: string;
  newEntryId: string;
  /** Whether nothing is suggested that the two would do together. */
  noJointPrompts: boolean;
};

/** To ask for space, and to choose together what is said with it. */
export function SpacePage({ space, words, partnerName, timeZone, newEntryId, noJointPrompts }: Props) {
  const t = useTranslations("space");
  const between = useTranslations("between");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<p>{t("lead")}</p>}
        back={{ href: "/feelings", label: between("title") }}
      />
      <SpaceNowCards space={space} partnerName={partnerName} timeZone={timeZone} />
      {partnerName ? (
        <>
          <ActionForm action={askForSpaceAction} className="space-y-6">
            <EntryId fresh={newEntryId} />
            <FormChoices
              name="length"
              label={t("length")}
              choices={[
                ...lengths.map((minutes) => ({ value: String(minutes), title: t(`lengths.${minutes}`) })),
                { value: "until", title: t("until_choice") },
              ]}
            />
            <div className="max-w-72">
              <FormTextInput name="until" type="time" label={t("until")} hint={t("until_hint")} />
            </div>
            <div>
              <p className="mb-2 text-sm text-muted">{t("said", { name: partnerName })}</p>
              <Sentence>{words.agreed ?? t("standard")}</Sentence>
            </div>
            <p className="text-sm text-muted">{t("mail")}</p>
            <SubmitButton>{t("ask")}</SubmitButton>
          </ActionForm>
          <ChosenWordsSection words={words} partnerName={partnerName} invites={!noJointPrompts} />
        </>
      ) : (
        <EmptyState title={t("alone_title")}>{t("alone")}</EmptyState>
      )}
    </>
  );
}
