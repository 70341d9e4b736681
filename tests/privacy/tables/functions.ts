import { has_reached } from "@/tests/privacy/tables/announcement-sentences";
import { way_to_the_other } from "@/tests/privacy/tables/choice-sentences";
import { leaving } from "@/tests/privacy/tables/departures";
import { erasing } from "@/tests/privacy/tables/erasing-sentences";
import { importing } from "@/tests/privacy/tables/imports";
import { is_for_the_other } from "@/tests/privacy/tables/lens-sentences";
import { asked as packetsAsked } from "@/tests/privacy/tables/packet-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";
import { both_answered } from "@/tests/privacy/tables/review-sentences";
import { has_space } from "@/tests/privacy/tables/space-sentences";
import { is_kept } from "@/tests/privacy/tables/therapy-sentences";

type FunctionPromise = {
  /** Why it runs with its owner's rights, where it does. */
  readonly definer?: string;
  readonly may: readonly ("keel_app" | "keel_locked" | "keel_guest" | "keel_system" | "the login")[];
};

/** Every function in schema app: who may call it, and which run with their owner's rights. */
export const functions: Readonly<Record<string, FunctionPromise>> = {
  "app.viewer_id()": { may: ["keel_app", "keel_locked"] },
  "app.viewer_couple_id()": {
    definer: "policies ask it on every row; it reads one column of the viewer's own account",
    may: ["keel_app"],
  },
  "app.viewer_partner_id()": {
    definer: "the members policy asks it and could not ask itself",
    may: ["keel_app"],
  },
  "app.through_partners_eyes()": { may: ["keel_app"] },
  "app.is_for_the_other(uuid, uuid, uuid)": {
    definer: "the policy of entries asks it of a table whose own policy asks entries",
    may: ["keel_app"],
  },
  "app.sees_entry(uuid, uuid, uuid)": { may: ["keel_app"] },
  "app.is_kept(uuid, uuid, uuid)": { may: ["keel_app"] },
  "app.reads_packet(uuid, uuid, uuid)": { may: ["keel_app"] },
  "app.other_agreed(uuid, uuid, uuid)": { may: ["keel_app"] },
  "app.is_being_prepared(uuid, uuid, uuid, uuid)": { may: ["keel_app"] },
  "app.is_consented_to(uuid, uuid, uuid, uuid)": { may: ["keel_app", "keel_guest"] },
  "app.all_agreed(uuid, uuid, uuid)": { may: ["keel_app"] },
  "app.goes_on(uuid)": {
    definer:
      "when a space ended, and whether one of its two means to leave, is granted to nobody who is asked here",
    may: ["keel_guest", "keel_system"],
  },
  "app.end_links()": { may: [] },
  "app.keep_what_was_consented_to()": { may: [] },
  "app.remember_whether_it_is_shown()": { may: [] },
  "app.take_out_of_packets()": {
    definer:
      "whoever takes something back may be in a later space, and sees the packets of an earlier one no more",
    may: [],
  },
  "app.keep_what_is_of_ones_own()": { may: [] },
  "app.keep_own_of_session()": { may: [] },
  "app.concerns(text)": { may: ["keel_guest", "keel_system"] },
  "app.enter(bytea, boolean)": { definer: "runs before anyone is known", may: ["the login"] },
  "app.leave_a_few()": {
    definer: "whoever leaves a check-in may neither count what waits nor read whether they may write",
    may: [],
  },
  "app.erase(uuid)": {
    definer:
      "removes everything of a person's whole, so that no role may delete an account or what was agreed on",
    may: ["keel_system"],
  },
  "app.drop_old_files()": {
    definer: "the system reads nobody's file, and drops those that have waited too long",
    may: ["keel_system"],
  },
  "app.was_imported(uuid)": { may: ["keel_app"] },
  "app.import_space(uuid, bytea, date, jsonb)": {
    definer:
      "a space that has ended is written to by nobody otherwise, and who takes in a copy may neither make one nor say what became of it",
    may: ["keel_app"],
  },
  "app.was_agreed(uuid, uuid, integer)": { may: [] },
  "app.end_space(uuid)": {
    definer: "ends a space and gives both people a new one, which nobody may do for the other by themselves",
    may: [],
  },
  "app.leave(uuid)": {
    definer: "the system about a space ends it whole; it may not move people one by one",
    may: ["keel_system"],
  },
  "app.leave_where_due()": {
    definer: "the system reads nobody's choice, and ends what was meant to have ended",
    may: ["keel_system"],
  },
  "app.leave_if_due(bytea)": { definer: "runs before anyone is known", may: [] },
  "app.keep_what_was_shown()": { may: [] },
  "app.no_wider_than_the_entry()": { may: [] },
  "app.remember_words_shown()": { may: [] },
  "app.remember_check_in_shown()": { may: [] },
  "app.tell_to_look_again()": { may: [] },
  "app.tell_of_return()": { may: [] },
  "app.keep_own_part()": { may: [] },
  "app.date_agreement()": {
    definer: "the other's zone is their own to read, and here it dates what they agree to",
    may: [],
  },
  "app.has_space(uuid, boolean)": {
    definer: "the system reaches no entries, and must know when mail has to wait",
    may: ["keel_system"],
  },
  "app.keep_news()": {
    definer: "whoever writes may neither read nor add to what is new to the other",
    may: [],
  },
  "app.keep_in_step()": {
    definer: "whoever takes a step may not write where the commitment stands: that follows from its steps",
    may: [],
  },
  "app.was_said(uuid, uuid, date, integer)": { may: ["keel_app"] },
  "app.way_to_the_other()": {
    definer: "whoever begins a correction is told the way the other chose, and may not read their choice",
    may: ["keel_app"],
  },
  "app.reach_as_chosen()": {
    definer:
      "when a correction reaches the other is decided by their choice and clock, which its author may not read",
    may: [],
  },
  "app.reach_anew()": {
    definer: "whoever shows something again may neither read nor set when it reaches the other",
    may: [],
  },
  "app.has_reached(uuid, uuid, uuid)": {
    definer: "the policy asks it of a moment that is granted to nobody",
    may: ["keel_app"],
  },
  "app.begin_review()": {
    definer: "whether both would like to guess is told to neither by the other's choice",
    may: [],
  },
  "app.keep_review_in_step()": { may: [] },
  "app.both_answered(uuid, uuid)": {
    definer:
      "the policy asks it of its own table, and neither may know by themselves whether the other has answered",
    may: ["keel_app"],
  },
  "app.reveal_guesses()": {
    definer:
      "whether the other has answered is known to neither, and whoever looks on is told when both have",
    may: [],
  },
  "app.tell_of_guesses()": {
    definer: "whoever takes theirs away reads the other's no more, and whoever looks on is told",
    may: [],
  },
  "app.two_at_most()": { definer: "who joins sees only themselves, and could not count the others", may: [] },
  "app.follow_the_entry()": { definer: "the author may not mark anything as shown, the entry may", may: [] },
};

const enter = "select account_id from app.enter('{ada.token}', true)";
const asked = "select account_id from app.enter('{ada.token}', false)";
const within = (age: string) => `update sessions set last_seen_at = now() - interval '${age}'`;
const resetFor = (who: string, more = "expires_at = now() + interval '1 hour'") =>
  `update mail_resets set ${more} where account_id = '{${who}}'`;

/** When a device locks, and what is told of it. */
const locking: readonly Particular[] = [
  ...(
    [
      ["a device unused for fourteen minutes is open", within("14 minutes"), "not locked"],
      ["a device unused for sixteen minutes is locked", within("16 minutes"), "locked"],
      ["it stays locked", `${within("16 minutes")}; ${enter}; ${within("1 second")}`, "locked"],
      [
        "a page that stands open does not keep it from locking",
        `${within("16 minutes")}; ${asked}`,
        "locked",
      ],
      [
        "a shared device unused for nine minutes is open",
        `${within("9 minutes")}, shared = true`,
        "shared and not locked",
      ],
      ["a device of one's own is told as that", within("1 minute"), "not shared"],
      ["without a PIN no tries are left, nor spent", within("1 minute"), "pin_tries_left is null"],
      [
        "the tries that are left at a PIN are told",
        "update sessions set pin_hash = 'x', pin_tries = 2",
        "pin_tries_left = 3",
      ],
    ] as const
  ).map(([says, given, where]) => ({
    says,
    by: "the login",
    given,
    try: `${enter} where ${where}`,
    ends: "done" as const,
  })),
  {
    says: "a shared device unused for eleven minutes is over",
    by: "the login",
    given: `${within("11 minutes")}, shared = true`,
    try: enter,
    ends: "no rows",
  },
  {
    says: "a shared device that ran out stays over",
    by: "the login",
    given: `${within("11 minutes")}, shared = true; ${enter}; ${within("1 second")}`,
    try: enter,
    ends: "no rows",
  },
  ...(
    [
      [
        "entering locks nobody else's device",
        `${within("16 minutes")}, locked_at = null`,
        "ben",
        "locked_at is not null",
      ],
      [
        "a revoked session is not locked",
        `${within("16 minutes")}, revoked_at = now(), locked_at = null`,
        "ada",
        "locked_at is not null",
      ],
      [
        "since when a device is locked stays as it was",
        `${within("1 hour")}, locked_at = now() - interval '30 minutes'`,
        "ada",
        "locked_at > now() - interval '1 minute'",
      ],
    ] as const
  ).map(([says, given, who, seen]) => ({
    says,
    by: `the system about ${who}`,
    given: `${given}; ${enter}`,
    try: `select 1 from sessions where account_id = '{${who}}' and ${seen}`,
    ends: "no rows" as const,
  })),
];

/** What a cookie's token opens, for whom mail waits, and what is told of corrections. */
export const sentences: readonly Particular[] = [
  ...has_space,
  ...way_to_the_other,
  ...has_reached,
  ...is_for_the_other,
  ...is_kept,
  ...packetsAsked,
  ...both_answered,
  ...leaving,
  ...erasing,
  ...importing,
  { says: "a token opens one person's session and no more", by: "the login", try: enter, ends: { count: 1 } },
  {
    says: "a token opens its own session with the present partner's name beside it",
    by: "the login",
    try: `select 1 from app.enter('{ada.token}', true) where (account_id, couple_id, partner_id) = ('{ada}', '{ada.couple}', '{ben}')
          and (name, partner_name) = ('{ada.name}', '{ben.name}')`,
    ends: "done",
  },
  {
    says: "a token nobody was given opens nothing",
    by: "the login",
    try: "select 1 from app.enter('none', true)",
    ends: "no rows",
  },
  {
    says: "a revoked session opens nothing",
    by: "the login",
    given: "update sessions set revoked_at = now()",
    try: enter,
    ends: "no rows",
  },
  {
    says: "a session unused for a month opens nothing",
    by: "the login",
    given: within("31 days"),
    try: enter,
    ends: "no rows",
  },
  {
    says: "a session unused for a day is still there",
    by: "the login",
    given: within("1 day"),
    try: enter,
    ends: "done",
  },
  ...[
    {
      says: "using a revoked session leaves no trace",
      by: "ada",
      given: `${within("1 hour")}, revoked_at = now()`,
      seen: "id = '{ada.session}'",
    },
    {
      says: "entering says of no other device that it was used",
      by: "ben",
      given: within("1 hour"),
      seen: "true",
    },
    {
      says: "being asked without being used leaves no trace",
      by: "ada",
      given: within("5 minutes"),
      seen: "true",
      byAsking: asked,
    },
    {
      says: "a locked session is not kept from running out",
      by: "ada",
      given: `${within("1 hour")}, locked_at = now()`,
      seen: "true",
    },
    {
      says: "entering twice in a minute writes nothing",
      by: "ada",
      given: within("30 seconds"),
      seen: "last_seen_at = now()",
    },
  ].map(({ seen, given, byAsking = enter, ...said }) => ({
    ...said,
    given: `${given}; ${byAsking}`,
    try: `select 1 from sessions where last_seen_at > now() - interval '1 minute' and ${seen}`,
    ends: "no rows" as const,
  })),
  {
    says: "the time a session was last used is kept",
    by: "ada",
    given: `${within("5 minutes")}; ${enter}`,
    try: "select 1 from sessions where id = '{ada.session}' and last_seen_at > now() - interval '1 minute'",
    ends: "done",
  },
  ...locking,
  ...(
    [
      ["a reset that was asked for is told", resetFor("ada"), "done"],
      ["a reset somebody else asked for is not", resetFor("ben"), "no rows"],
      [
        "a reset that was used is not",
        resetFor("ada", "expires_at = now() + interval '1 hour', used_at = now()"),
        "no rows",
      ],
      [
        "a reset that has run out is not",
        resetFor("ada", "expires_at = now() - interval '1 hour'"),
        "no rows",
      ],
    ] as const
  ).map(([says, given, ends]) => ({
    says: `on entering, ${says}`,
    by: "the login",
    given,
    try: `${enter} where reset_pending`,
    ends,
  })),
];
