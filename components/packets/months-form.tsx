import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { linesOf } from "@/components/packets/entry-lines";
import { PacketNamed } from "@/components/packets/packet-named";
import { usePacketWords } from "@/components/packets/words";
import { AudienceBadge } from "@/components/ui/audience-badge";
import { Link } from "@/components/ui/link";
import { TextLink } from "@/components/ui/text-link";
import type { EntryView } from "@/lib/entries/rules";
import { groupBy } from "@/lib/group-by";
import { putItemsAction } from "@/lib/packets/actions";
import type { Choosing } from "@/lib/packets/queries";
import { type Candidate, itemOf } from "@/lib/packets/rules";
import { type Day, forDisplay } from "@/lib/time/day";

type Props = {
  choosing: Choosing;
  month: string | null;
  entries: readonly EntryView[];
  partnerName: string | null;
};

/** The months there is something of, and the entries of the one that is open, each with what of it is in. */
export function ChooseMonths({ choosing, month, entries, partnerName }: Props) {
  const t = useTranslations("packets.choose");
  const format = useFormatter();
  const { head, candidates, chosen } = choosing;
  const months = [...groupBy(candidates, ({ day }) => day.slice(0, 7))];
  const address = `/therapy/packets/${head.id}/choose`;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {months.map(([of, all]) => {
        const name = format.dateTime(forDisplay(`${of}-01` as Day), { year: "numeric", month: "long" });
        const within = all.filter((one) => chosen.has(itemOf(one))).length;
        return (
          <li key={of} id={of}>
            <Link
              href={(of === month ? `${address}#${of}` : `${address}?month=${of}#${of}`) as Route}
              aria-current={of === month ? "true" : undefined}
              className="flex min-h-12 items-center text-accent underline-offset-4 hover:underline aria-[current]:font-semibold"
            >
              {t("month", { month: name, chosen: within, all: all.length })}
            </Link>
            {of === month && (
              <MonthForm choosing={choosing} candidates={all} entries={entries} partnerName={partnerName} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

type MonthProps = Pick<Props, "choosing" | "entries" | "partnerName"> & { candidates: readonly Candidate[] };

function MonthForm({ choosing, candidates, entries, partnerName }: MonthProps) {
  const t = useTranslations("packets.choose");
  const packets = useTranslations("packets");
  const format = useFormatter();
  const words = usePacketWords();
  const byEntry = groupBy(candidates, ({ entry }) => entry);
  return (
    <ActionForm action={putItemsAction} className="space-y-4 pb-5">
      <PacketNamed packet={choosing.head} />
      <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
        {entries.map((entry) => {
          const portions = byEntry.get(entry.id) ?? [];
          const { kind, chosen, texts } = linesOf(entry, words);
          const day = format.dateTime(forDisplay(entry.day), {
            weekday: "short",
            day: "numeric",
            month: "long",
          });
          return (
            <li key={entry.id} className="px-4 pt-3 pb-1">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
                <h3 id={`of-${entry.id}`} className="font-semibold">
                  {day} <span className="font-normal text-muted">· {kind}</span>
                </h3>
                {partnerName && portions.every(({ shown }) => !shown) && (
                  <AudienceBadge shown="only_me" label={packets("kept")} />
                )}
              </div>
              {chosen.length > 0 && <p className="mt-1 text-sm text-muted">{chosen.join(" · ")}</p>}
              {texts.length > 0 && (
                <p className="own-words mt-1 line-clamp-3 break-words">
                  {texts.map(({ text }) => text).join(" ")}
                </p>
              )}
              <div className="flex flex-wrap items-center gap-x-6">
                {portions.map((one) => (
                  <Portion
                    key={one.portion}
                    one={one}
                    alone={entry.kind !== "check_in"}
                    chosen={choosing.chosen.has(itemOf(one))}
                    kept={partnerName !== null && !one.shown && portions.some(({ shown }) => shown)}
                  />
                ))}
                <span className="grow text-end text-sm">
                  <TextLink href={`/entries/${entry.id}` as Route}>{t("whole_entry")}</TextLink>
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}

type PortionProps = {
  one: Candidate;
  /** Whether the entry has but this. */
  alone: boolean;
  chosen: boolean;
  /** Whether it is kept beside something that is shown. */
  kept: boolean;
};

function Portion({ one, alone, chosen, kept }: PortionProps) {
  const t = useTranslations("packets.choose");
  const packets = useTranslations("packets");
  const item = itemOf(one);
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="hidden" name="listed" value={item} />
      <input
        type="checkbox"
        name="item"
        value={item}
        defaultChecked={chosen}
        aria-describedby={`of-${one.entry}`}
        className="size-5 shrink-0"
      />
      {t(alone ? "whole" : one.portion)}
      {kept && <span className="text-sm text-muted">{packets("kept")}</span>}
    </label>
  );
}
