import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { OwnPartForm } from "@/components/struggles/own-part-form";
import { RestForm } from "@/components/struggles/rest-form";
import { StruggleWords } from "@/components/struggles/struggle-words";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { StruggleView } from "@/lib/entries/rules";
import type { Struggle } from "@/lib/struggles/rules";
import { forDisplay } from "@/lib/time/day";
import { showEntryAction } from "@/lib/visibility/actions";

type Props = {
  struggles: readonly Struggle[];
  partnerName: string | null;
  newEntryId: () => string;
};

/** Struggles with each one's part beneath, and what the reader can add: their own part, and that it can rest for them. */
export function StruggleList({ struggles, partnerName, newEntryId }: Props) {
  return (
    <ul className="space-y-4">
      {struggles.map((one) => (
        <StruggleItem
          key={`${one.struggle.mine}-${one.struggle.id}`}
          {...one}
          partnerName={partnerName}
          entryId={newEntryId()}
        />
      ))}
    </ul>
  );
}

type ItemProps = Struggle & { partnerName: string | null; entryId: string };

function StruggleItem({ struggle, ownPart, theirPart, rest, draft, partnerName, entryId }: ItemProps) {
  const t = useTranslations("struggles");
  const { id, mine, shown } = struggle;
  const kept = shown === "only_me";
  const whose = mine ? "mine" : "theirs";
  return (
    <Card as="li" submerged={kept}>
      <Heading struggle={struggle} partnerName={partnerName} />
      <StruggleWords {...{ struggle, ownPart, theirPart, partnerName }} />
      <div className="mt-4 border-t border-line pt-1 print:hidden">
        <OwnPartForm
          to={id}
          whose={whose}
          entryId={entryId}
          part={ownPart}
          draft={draft}
          // Nobody reads a part in what only its author reads.
          partnerName={kept ? null : partnerName}
        />
      </div>
      <div className="mt-1 flex flex-wrap items-end gap-x-5 gap-y-2 border-t border-line pt-3 print:hidden">
        {partnerName && !kept && <RestForm to={id} whose={whose} rest={rest} partnerName={partnerName} />}
        {partnerName && kept && <PutOnList struggle={id} />}
        {mine && <TextLink href={`/entries/${id}` as Route}>{t("change")}</TextLink>}
      </div>
    </Card>
  );
}

function Heading({ struggle, partnerName }: { struggle: StruggleView; partnerName: string | null }) {
  const timeline = useTranslations("timeline");
  const format = useFormatter();
  const { mine, day } = struggle;
  return (
    <p className="mb-2 text-sm text-muted">
      <span className="font-semibold text-text">{mine ? timeline("you") : partnerName}</span>
      {" · "}
      {format.dateTime(forDisplay(day), { dateStyle: "medium" })}
    </p>
  );
}

/** What was kept so far. */
function PutOnList({ struggle }: { struggle: string }) {
  const t = useTranslations("struggles");
  return (
    <ActionForm action={showEntryAction} className="space-y-2">
      <input type="hidden" name="entry" value={struggle} />
      <SubmitButton tone="quiet" name="shown" value="numbers_and_words">
        {t("list")}
      </SubmitButton>
    </ActionForm>
  );
}
