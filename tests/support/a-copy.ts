import { randomUUID } from "node:crypto";
import { EntryKind } from "@/lib/db/generated/enums";
import type { ExportedEntry, ExportedFile } from "@/lib/export/schema";
import { SCHEMA, VERSION } from "@/lib/export/schema";

const DAY = "2025-05-05";
const stands = { version: 1, stands: true, superseded_on: null, shown: true } as const;
const terms = { rule: "FREQ=DAILY", times: null, starts_on: DAY, review_on: "2025-06-05" } as const;

/** A small copy with something in every table that a copy becomes, said in these words. */
export function aCopyOf(name: string, word: (what: string) => string): ExportedFile {
  const ids = {
    commitment: randomUUID(),
    offered: randomUUID(),
    review: randomUUID(),
    theirs: randomUUID(),
    agreement: randomUUID(),
  };
  const said = (what: string) => [
    { turn: 1, by: "me" as const, agreed: true, agreed_on: DAY, text: word(what) },
    { turn: 2, by: "other" as const, agreed: true, agreed_on: DAY, text: word(what) },
  ];
  const entry = (kind: EntryKind, more: Partial<ExportedEntry> = {}): ExportedEntry => ({
    ...{ id: randomUUID(), kind, happened_on: DAY, written_on: DAY, time_zone: "UTC", audience: "partner" },
    words:
      kind === "space" ? [] : [{ ...stands, field: "note", audience: "partner", text: word(`${kind} note`) }],
    ...more,
  });
  const to = ids.theirs;
  const remark = { commitment: ids.commitment, day: DAY };
  return {
    ...{ $schema: SCHEMA, format: "keel-export", version: VERSION, made_on: "2026-03-12" },
    me: {
      ...{
        name,
        email: "elsewhere@example.org",
        time_zone: "UTC",
        recovery_by_mail: true,
        notice_read_on: null,
      },
      ...{ reminders: [], devices: [], passkeys: [], drafts: [] },
    },
    spaces: [
      {
        ...{ id: randomUUID(), present: true, from: DAY, to: DAY, invitations: [] },
        guest_links: [
          {
            ...{ for_whom: "copied name of a reader", made_on: DAY, ends_on: DAY, revoked_on: null },
            opened: [{ on: DAY, saved: true }],
          },
        ],
        role: { role: "both", audience: "partner" },
        starts_with: [{ kind: "check_in", numbers: "partner", words: "partner" }],
        corrections_reach_me: { way: "at_time", local_time: "20:00" },
        struggles_can_rest: [ids.theirs],
        sentences: said("copied sentence"),
        agreements: [{ id: ids.agreement, turns: said("copied agreement") }],
        review_times: [
          {
            turn: 1,
            by: "me",
            agreed: true,
            agreed_on: null,
            text: { weekday: 7, at: "10:00", timeZone: "UTC" },
          },
        ],
        would_like_to_guess: true,
        reviews: [
          {
            ...{ id: ids.review, opened_on: DAY, open: false, stopped: false, step: "closing" },
            notes: said("copied note of a review"),
            guesses: { pain: 1, closeness: 2, guessed_pain: 3, guessed_closeness: 4 },
          },
        ],
        commitments: [
          {
            ...{
              id: ids.commitment,
              area: "honesty",
              cost: "low",
              doer: "other",
              begun_by: "me",
              ended: false,
              agreement: ids.agreement,
            },
            steps: [
              {
                ...{ turn: 1, by: "me", step: "offered", happened_on: DAY, returns_on: null, terms },
                texts: { what: word("copied words of a commitment") },
              },
              { turn: 2, by: "other", step: "accepted", happened_on: DAY, returns_on: null, texts: {} },
            ],
            days: [{ day: DAY, turn: 1, status: "kept", volunteered: true, written_on: DAY }],
          },
        ],
        offers: [
          {
            ...{ commitment: ids.offered, turn: 1, offered_on: DAY, area: "phone", cost: "high", doer: "me" },
            ...{ terms: { ...terms }, texts: { what: word("copied words of an offer") } },
          },
        ],
        entries: [
          entry("check_in", {
            check_ins: [
              {
                ...stands,
                trust: 1,
                safety: 2,
                closeness: 3,
                love: 4,
                pain: 5,
                feelings: ["hurt"],
                need: "rest",
              },
            ],
          }),
          entry("shared_feeling", {
            shared_feeling: { wish: "comfort", parts: [{ feeling: "hurt", intensity: 5 }] },
          }),
          entry("reply", { reply: { to, needs_until: null }, became: [ids.commitment] }),
          entry("felt_heard", { felt_heard: { to, understood: "yes", accepted: null, cared_for: null } }),
          entry("question"),
          entry("question_answer", { question_answer: { to, standing: "answered" } }),
          entry("space", {
            space_request: { until: `${DAY}T10:00:00.000Z`, over: false, back_later: true },
          }),
          entry("from_my_day"),
          entry("caring_act"),
          entry("worry"),
          entry("trigger_day"),
          entry("follow_through_note", { remark: { ...remark, perceived: null } }),
          entry("noticing", { remark: { ...remark, perceived: "noticed" } }),
          entry("correction", { correction: { way: "now" } }),
          entry("acknowledgement", {
            acknowledgement: { statement: randomUUID(), version: 1, agreement: null, way: "now" },
          }),
          entry("acknowledgement_answer", { acknowledgement_answer: { to, received: "not_now" } }),
          ...[EntryKind.therapy, EntryKind.anniversary, EntryKind.hard_day].map((kind) => entry(kind)),
          entry("struggle"),
          entry("struggle_part", { struggle_part: { to } }),
          entry("review_part", { review_part: { review: ids.review, step: "closing", number: null } }),
          entry("therapy_session", { therapy_session: { kind: "couple", local_time: "17:30" } }),
          entry("session_agenda", { therapy_part: { to, kind: "couple" } }),
        ],
      },
    ],
  };
}
