import { Temporal } from "temporal-polyfill";
import type { Agreement } from "@/lib/commitments/rules";
import type { FollowThroughStatus } from "@/lib/db/generated/enums";
import type { Answers, FiveNumbers } from "@/lib/follow-through/rules";
import type { Day } from "@/lib/time/day";

type Bucket = {
  readonly quota: boolean;
  due: number;
  most: number;
  firstDay: string;
  lastDay: string;
  told: { readonly day: string; readonly status: FollowThroughStatus }[];
  /** Of what is due once: whether nobody has said anything and its day is one that asks. */
  open: boolean;
};

/**
 * The five numbers, reckoned slowly and by another way than lib/follow-through: one walks through the days, puts each into the
 * bucket it belongs to, and counts the buckets at the end.
 */
export function slowly(agreement: Agreement, answers: Answers, today: Day, open: Day): FiveNumbers {
  const { stretches, pauses, endedOn } = agreement;
  const buckets = new Map<string, Bucket>();
  const [begin, end] = [stretches[0]?.from, stretches.at(-1)?.to];
  let run = 0;
  let before = "";
  for (let day = begin; day && end && day <= end; day = tomorrow(day)) {
    const today_ = day;
    const stretch = stretches.find(({ from, to }) => from <= today_ && today_ <= to);
    if (!stretch) continue;
    const { often } = stretch.terms;
    const kind =
      often.kind === "once" ? `once ${often.by}` : often.kind === "weekly" ? "weekly" : stretch.turn;
    if (`${kind}` !== before) run++;
    before = `${kind}`;

    const status = answers.get(day);
    const asks = !pauses.some(({ from, to }) => from <= today_ && today_ <= to) && day !== endedOn;
    const counts = status ? status !== "did_not_apply" : asks;
    const date = Temporal.PlainDate.from(day);
    const weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][date.dayOfWeek - 1];
    const into = (name: string, due: number, most = 1) => {
      const bucket = buckets.get(name) ?? {
        quota: often.kind === "weekly",
        due: 0,
        most: 0,
        firstDay: today_,
        lastDay: today_,
        told: [],
        open: false,
      };
      bucket.due += due;
      bucket.most = Math.max(bucket.most, most);
      bucket.lastDay = today_;
      if (status && status !== "did_not_apply") bucket.told.push({ day: today_, status });
      buckets.set(name, bucket);
      return bucket;
    };
    if (often.kind === "daily" || (often.kind === "weekdays" && often.days.some((one) => one === weekday)))
      into(day, counts ? 1 : 0);
    if (often.kind === "whenever" && status) into(day, counts ? 1 : 0);
    if (often.kind === "weekly")
      into(`${run}: ${date.yearOfWeek}-W${date.weekOfYear}`, counts ? often.times : 0, often.times);
    if (often.kind === "once" && day <= often.by) {
      const bucket = into(`${run}: once`, 0);
      if (status) bucket.open = false;
      else if (day === often.by && asks && !wasSaid(bucket.firstDay, day)) bucket.open = true;
      bucket.due = bucket.told.length > 0 || bucket.open ? 1 : 0;
    }
  }

  const sum = { kept: 0, partly: 0, missed: 0, notLogged: 0, due: 0 };
  const oldest = Temporal.PlainDate.from(today).subtract({ days: 27 }).toString();
  for (const [name, bucket] of buckets) {
    const on = name.endsWith("once") ? (bucket.told.at(-1)?.day ?? bucket.lastDay) : bucket.firstDay;
    if (on < oldest) continue;
    const kept = bucket.told.filter(({ status }) => status === "kept").length;
    const asked = bucket.quota ? Math.floor(bucket.due / 7 + 0.5) : bucket.due;
    const due = bucket.quota ? Math.max(asked, Math.min(kept, bucket.most)) : asked;
    const inOrder = (["kept", "partly", "missed"] as const).flatMap((status) =>
      bucket.told.filter((one) => one.status === status).map(() => status),
    );
    const counted = inOrder.slice(0, due);
    for (const status of counted) sum[status]++;
    sum.due += counted.length;
    if (bucket.lastDay >= open) continue;
    sum.notLogged += due - counted.length;
    sum.due += due - counted.length;
  }
  return sum;

  function wasSaid(from: string, to: string): boolean {
    return [...answers.keys()].some((day) => from <= day && day <= to);
  }
}

const tomorrow = (day: Day) => Temporal.PlainDate.from(day).add({ days: 1 }).toString() as Day;
