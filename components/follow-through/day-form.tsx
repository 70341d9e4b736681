import { useTranslations } from "next-intl";
import { useDay } from "@/components/commitments/terms-words";
import { ActionForm } from "@/components/forms/action-form";
import { EntryId } from "@/components/forms/entry-id";
import { FormCheck, FormPills, FormTextArea, SubmitButton } from "@/components/forms/fields";
import { Folded } from "@/components/forms/folded";
import { Knowing } from "@/components/forms/knowing";
import { Disclosure } from "@/components/ui/disclosure";
import { WritingHelp } from "@/components/writing/writing-help";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import { sayHowItWentAction } from "@/lib/follow-through/actions";
import type { DueItem } from "@/lib/follow-through/queries";
import { type Asked, statuses } from "@/lib/follow-through/rules";
import { fieldsFor } from "@/lib/follow-through/schema";
import type { Day } from "@/lib/time/day";
import { type Shown, wholeChoices } from "@/lib/visibility/rules";
import { WORDS_LIMIT } from "@/lib/web/fields";

type Props = {
  day: Day;
  items: readonly DueItem[];
  /** Who sees the words, to begin with. */
  startsShown: Shown;
  partnerName: string;
  help: Help;
  /** Of the entries that words become, one for each. */
  newEntryId: () => string;
};

/** How a day went: one form for all that it asked, each left open if one likes. */
export function DayForm({ day, items, startsShown, partnerName, help, newEntryId }: Props) {
  const t = useTranslations("follow_through");
  const whenever = items.filter(({ asked }) => asked?.kind === "whenever");
  const due = items.filter(({ asked }) => asked?.kind !== "whenever");
  const fields = (item: DueItem) => (
    <ItemFields
      key={item.commitment.id}
      item={item}
      startsShown={startsShown}
      partnerName={partnerName}
      entryId={newEntryId()}
    />
  );
  return (
    <ActionForm action={sayHowItWentAction} className="space-y-6">
      <input type="hidden" name="day" value={day} />
      {due.map(fields)}
      {whenever.length > 0 && (
        <Folded summary={t("when_it_came_up")}>
          {whenever.map(fields)}
          {due.length === 0 && <SubmitButton>{t("save")}</SubmitButton>}
        </Folded>
      )}
      <WritingHelp
        help={help}
        place="commitment"
        fields={items.map(({ commitment }) => fieldsFor(commitment.id).note)}
        partnerName={partnerName}
      />
      {due.length > 0 && <SubmitButton>{t("save")}</SubmitButton>}
    </ActionForm>
  );
}

type ItemProps = { item: DueItem; startsShown: Shown; partnerName: string; entryId: string };

function ItemFields({ item: { commitment, asked, said }, startsShown, partnerName, entryId }: ItemProps) {
  const t = useTranslations("follow_through");
  const name = partnerName;
  const field = fieldsFor(commitment.id);
  const shown = { only_me: t("only_me"), numbers_and_words: t("shown_whole", { name }) } as const;
  return (
    <div className="space-y-2">
      <FormPills
        name={field.status}
        compact
        label={
          <span className="own-words font-normal" dir="auto">
            {commitment.holds.texts.what}
          </span>
        }
        hint={asked && <AskedHint asked={asked} />}
        options={statuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        defaultValue={said?.status}
      />
      <Knowing name={field.said} value={said ? said.before.length + 1 : 0} />
      <EntryId name={field.entry} fresh={entryId} />
      <Disclosure summary={t("add_words")}>
        <div className="space-y-4">
          <FormCheck
            name={field.volunteered}
            label={t("volunteered", { name })}
            defaultChecked={said?.volunteered ?? false}
          />
          <FormTextArea
            name={field.note}
            label={t("note")}
            hint={t("note_hint")}
            rows={2}
            maxLength={WORDS_LIMIT}
          />
          <FormPills
            name={field.shown}
            label={t("shown")}
            options={wholeChoices.map((value) => ({ value, label: shown[value] }))}
            defaultValue={startsShown}
          />
        </div>
      </Disclosure>
    </div>
  );
}

function AskedHint({ asked }: { asked: Asked }) {
  const t = useTranslations("follow_through");
  const say = useDay();
  if (asked.kind === "week") return t("asked.week", { times: asked.times, noted: asked.noted });
  if (asked.kind === "once") return t("asked.once", { day: say(asked.by) });
  return asked.kind === "whenever" ? t("asked.whenever") : null;
}
