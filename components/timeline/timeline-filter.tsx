import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect, FormTextInput, SubmitButton } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { filterTimelineAction } from "@/lib/timeline/actions";
import { kinds, type TimelinePath, type TimelineSearch } from "@/lib/timeline/schema";

type Props = {
  search: TimelineSearch;
  find: string;
  path: TimelinePath;
  partnerName: string | null;
  filtered: boolean;
};

/** Narrows the page. What is looked for goes into the address sealed, so that a browser's history does not show it. */
export function TimelineFilter({ search, find, path, partnerName, filtered }: Props) {
  const t = useTranslations("timeline");
  return (
    <div className="mb-6">
      <Disclosure summary={t("filter")} open={filtered}>
        <ActionForm action={filterTimelineAction} className="grid gap-4 mid:grid-cols-2">
          <input type="hidden" name="path" value={path} />
          {partnerName && (
            <FormSelect
              name="who"
              label={t("who")}
              defaultValue={search.who ?? ""}
              options={[
                { value: "", label: t("everyone") },
                { value: "me", label: t("me") },
                { value: "partner", label: partnerName },
              ]}
            />
          )}
          <FormSelect
            name="kind"
            label={t("kind")}
            defaultValue={search.kind ?? ""}
            options={[
              { value: "", label: t("any_kind") },
              ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
            ]}
          />
          <FormTextInput name="from" type="date" label={t("from")} defaultValue={search.from ?? ""} />
          <FormTextInput name="to" type="date" label={t("to")} defaultValue={search.to ?? ""} />
          <div className="mid:col-span-2">
            <FormTextInput
              name="find"
              type="search"
              label={t("find")}
              hint={t("find_hint")}
              maxLength={100}
              defaultValue={find}
              autoComplete="off"
            />
          </div>
          <div className="flex gap-3 mid:col-span-2">
            <SubmitButton tone="quiet">{t("apply")}</SubmitButton>
            {filtered && (
              <ButtonLink tone="quiet" href={path}>
                {t("clear")}
              </ButtonLink>
            )}
          </div>
        </ActionForm>
      </Disclosure>
    </div>
  );
}
