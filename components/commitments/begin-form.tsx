import type { Route } from "next";
import { useTranslations } from "next-intl";
import { areas, type ExampleKey, examples } from "@/components/commitments/examples";
import { ExamplesList } from "@/components/commitments/examples-list";
import { TermsFields } from "@/components/commitments/terms-fields";
import { WORKDAYS } from "@/components/commitments/terms-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormPills, FormSelect, SubmitButton } from "@/components/forms/fields";
import { KeepsDraft } from "@/components/forms/keeps-draft";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TabsLinks } from "@/components/ui/tabs-links";
import { TextLink } from "@/components/ui/text-link";
import { WritingHelp } from "@/components/writing/writing-help";
import { shortened } from "@/lib/agreements/rules";
import type { WritingHelp as Help } from "@/lib/coach/rules";
import { beginCommitmentAction } from "@/lib/commitments/actions";
import type { Draft } from "@/lib/drafts/rules";
import { addDays, type Day } from "@/lib/time/day";

type Props = {
  entryId: string;
  /** The name of the form, for its draft. */
  form: string;
  draft: Draft | null;
  whose: "mine" | "theirs";
  example: ExampleKey | null;
  /** What it begins from: of one's own a promise in a reply, of the other's a request in a review, of either homework. */
  from: { readonly entry: string; readonly words: string } | null;
  partnerName: string;
  /** What the two agreed on, for it to be part of. */
  agreements: readonly { readonly id: string; readonly text: string }[];
  coupleId: string;
  today: Day;
  help: Help;
};

/** One's own commitment, or one that is asked of the other. */
export function BeginForm({
  entryId,
  form,
  draft,
  whose,
  example,
  from,
  partnerName,
  agreements,
  coupleId,
  today,
  help,
}: Props) {
  const t = useTranslations("commitments");
  const name = partnerName;
  const mine = whose === "mine";
  // What was begun is gone on with, or left as it is: another beginning does not take its place.
  const goesOn = draft !== null && !example && !from && draft.whose?.[0] === whose;
  const keeps = draft === null || goesOn;
  const startsWith = startOf();
  const first = (field: string) => startsWith[field]?.[0] ?? "";
  return (
    <>
      <PageHeader
        title={mine ? t("new_title") : t("ask_title", { name })}
        lead={<p>{mine ? t("new_lead", { name }) : t("ask_lead", { name })}</p>}
        back={{ href: "/commitments", label: t("title") }}
      />
      <TabsLinks
        label={t("whose")}
        links={[
          { href: "/commitments/new?whose=mine", label: t("whose_mine"), current: mine },
          { href: "/commitments/new?whose=theirs", label: t("whose_theirs", { name }), current: !mine },
        ]}
      />
      {!keeps && (
        <p className="mb-4">
          <TextLink href={`/commitments/new?whose=${draft?.whose?.[0] ?? "mine"}` as Route}>
            {t("go_on")}
          </TextLink>
        </p>
      )}
      {example || from || goesOn ? (
        <div className="mb-6">
          <Disclosure summary={t("another_example")}>
            <ExamplesList whose={whose} />
          </Disclosure>
        </div>
      ) : (
        <Section id="examples" title={t("examples")} lead={<p>{t("examples_lead")}</p>}>
          <ExamplesList whose={whose} />
        </Section>
      )}
      <div className="mt-8">
        <ActionForm
          // Another example is another form: what a field starts with is read once.
          key={`${whose}/${example}/${from?.entry}`}
          action={beginCommitmentAction}
          className="space-y-7"
        >
          <input type="hidden" name="entry" value={entryId} />
          <input type="hidden" name="whose" value={whose} />
          <input type="hidden" name="of" value={(mine && from?.entry) || (goesOn ? first("of") : "")} />
          <input type="hidden" name="space" value={coupleId} />
          <TermsFields
            whatLabel={mine ? t("what") : t("what_theirs", { name })}
            partnerName={name}
            today={today}
            startsWith={startsWith}
          />
          <FormSelect
            name="area"
            label={t("area")}
            defaultValue={first("area") || "honesty"}
            options={areas.map((value) => ({ value, label: t(`areas.${value}`) }))}
          />
          <FormPills
            name="cost"
            label={t("cost")}
            options={(["low", "high"] as const).map((value) => ({ value, label: t(`costs.${value}`) }))}
            defaultValue={first("cost") || "low"}
          />
          {agreements.length > 0 && (
            <FormSelect
              name="agreement"
              label={t("part_of")}
              defaultValue={first("agreement")}
              options={[
                { value: "", label: t("part_of_none") },
                ...agreements.map(({ id, text }) => ({ value: id, label: shortened(text) })),
              ]}
            />
          )}
          {example && (
            <p className="text-sm text-muted">
              <span className="font-semibold">{t("is_not")}:</span> {t(`nots.${examples[example].area}`)}
            </p>
          )}
          <WritingHelp help={help} place="commitment" fields={["what", "why"]} partnerName={name} />
          <div className="space-y-3">
            {keeps && <KeepsDraft form={form} draft={draft} />}
            <SubmitButton>{t(mine ? "propose" : "request", { name })}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );

  function startOf(): Draft {
    if (example) {
      const { area, cost, often, ...more } = examples[example];
      const times = "times" in more ? [String(more.times)] : [];
      const days = often === "weekdays" ? [...WORKDAYS] : [];
      return {
        what: [t(`templates.${example}.${whose}`)],
        area: [area],
        cost: [cost],
        often: [often],
        times,
        days,
      };
    }
    // A request of a review is for the week to come.
    if (from) return { what: [from.words], ...(mine ? {} : { often: ["once"], by: [addDays(today, 7)] }) };
    return goesOn ? draft : {};
  }
}
