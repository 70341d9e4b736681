import type { Area, Cost } from "@/lib/db/generated/enums";
import type { Often } from "@/lib/time/recurrence";

type Example = {
  readonly area: Area;
  readonly cost: Cost;
  readonly often: Often["kind"];
  readonly times?: number;
};

/**
 * What a commitment can begin with, by its name in the catalogue. What is an everyday thing and what costs a lot: low- and
 * high-cost behaviours (Spring 1996).
 */
export const examples = {
  phone_room: { area: "phone", cost: "low", often: "daily" },
  phone_told: { area: "phone", cost: "low", often: "whenever" },
  social_new: { area: "social_media", cost: "low", often: "whenever" },
  social_ended: { area: "social_media", cost: "high", often: "once" },
  plan_day: { area: "whereabouts", cost: "low", often: "weekdays" },
  home_dinner: { area: "whereabouts", cost: "low", often: "weekdays" },
  late: { area: "whereabouts", cost: "low", often: "whenever" },
  contact_told: { area: "contact", cost: "low", often: "whenever" },
  contact_ended: { area: "contact", cost: "high", often: "once" },
  money_large: { area: "money", cost: "low", often: "whenever" },
  money_statements: { area: "money", cost: "high", often: "once" },
  therapy_own: { area: "therapy", cost: "high", often: "weekly", times: 1 },
  therapy_both: { area: "therapy", cost: "high", often: "weekly", times: 1 },
  honesty_small: { area: "honesty", cost: "low", often: "daily" },
  honesty_felt: { area: "honesty", cost: "low", often: "daily" },
  self_half_hour: { area: "self_work", cost: "high", often: "weekly", times: 3 },
  self_plan: { area: "self_work", cost: "high", often: "once" },
  call_day: { area: "rebuilding", cost: "low", often: "weekdays" },
  hour_ours: { area: "rebuilding", cost: "low", often: "weekly", times: 1 },
} as const satisfies Record<string, Example>;

export type ExampleKey = keyof typeof examples;
export const isExample = (key: string | null): key is ExampleKey => key !== null && key in examples;

/** What it is about, in the order it is offered. */
export const areas = [
  "phone",
  "social_media",
  "whereabouts",
  "contact",
  "money",
  "therapy",
  "honesty",
  "self_work",
  "rebuilding",
] as const satisfies readonly Area[];
