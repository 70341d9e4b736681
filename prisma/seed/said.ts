import { Temporal } from "temporal-polyfill";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import { type Often, type Weekday, weekdays } from "@/lib/time/recurrence";
import type { Lived, Remark, Rhythm } from "@/prisma/seed/commitments";
import { daysAgo } from "@/prisma/seed/days";

export function oftenOf(rhythm: Rhythm): Often {
  if (typeof rhythm === "string") return { kind: rhythm };
  if ("days" in rhythm) return { kind: "weekdays", days: rhythm.days };
  if ("times" in rhythm) return { kind: "weekly", times: rhythm.times };
  if ("by" in rhythm) return { kind: "once", by: daysAgo(rhythm.by) };
  return { kind: "weekdays", days: [weekdayOf(rhythm.weekdayOf)] };
}

function weekdayOf(ago: number): Weekday {
  const weekday = weekdays[Temporal.PlainDate.from(daysAgo(ago)).dayOfWeek - 1];
  if (!weekday) throw new Error("a week has seven days");
  return weekday;
}

export type Said = {
  readonly ago: number;
  readonly writtenAgo: number;
  readonly status: FollowThroughStatus;
  readonly volunteered: boolean;
  /** How often something was said of that day before. */
  readonly before: number;
  readonly remark?: Remark | undefined;
};

const DAY = /^(?<ago>\d+)(?<first>[kpmn])(\+(?<late>\d+))?(>(?<then>[kpmn])\+(?<corrected>\d+))?$/i;
const STATUS = { k: "kept", p: "partly", m: "missed", n: "did_not_apply" } as const;

/** Each time something was said of a commitment. The doer's words went with what they said last of that day. */
export function saidOf({ doer, begun, days = "", remarks = [] }: Lived): Said[] {
  const often = oftenOf(begun.often);
  return days
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((day) => {
      const { ago: back, first = "", late = 0, then, corrected } = DAY.exec(day)?.groups ?? {};
      if (!back) throw new Error(`“${day}” says nothing of a day`);
      const ago = Number(back);
      if (often.kind === "weekdays" && !often.days.includes(weekdayOf(ago))) return [];
      const remark = remarks.find((one) => one.by === doer && one.ago === ago);
      const said = { ago, writtenAgo: ago - Number(late), before: 0, ...meantBy(first) };
      if (!then) return { ...said, remark };
      return [said, { ago, writtenAgo: ago - Number(corrected), before: 1, ...meantBy(then), remark }];
    });
}

const meantBy = (letter: string) => ({
  status: STATUS[letter.toLowerCase() as keyof typeof STATUS],
  volunteered: letter !== letter.toLowerCase(),
});
