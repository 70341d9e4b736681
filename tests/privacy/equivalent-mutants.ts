const alreadySaid =
  "the policy says it twice: the entry it asks for is itself read under entries_read, so it is of the viewer's present space, and its key is the row's. Kept, because the outer one lets Postgres use the index and neither should rest on the other's text.";

const check_ins = (couple: string, entrysCouple: string) =>
  `check_ins_read using ((author_id = ( SELECT app.viewer_id() AS viewer_id)) OR (${couple} AND shown AND (EXISTS ( SELECT FROM entries e WHERE (${entrysCouple} AND (e.author_id = check_ins.author_id) AND (e.id = check_ins.entry_id)) OFFSET 0))))`;

const entry_words = (couple: string, entrysCouple: string) =>
  `entry_words_read using ((author_id = ( SELECT app.viewer_id() AS viewer_id)) OR (${couple} AND (audience = 'partner'::"Audience") AND (EXISTS ( SELECT FROM entries e WHERE (${entrysCouple} AND (e.author_id = entry_words.author_id) AND (e.id = entry_words.entry_id)) OFFSET 0))))`;

/** The rule of what is as visible as its entry and has nothing more to ask. */
const asItsEntry = (table: string, couple: string, entrysCouple: string) =>
  `${table}_read using ((author_id = ( SELECT app.viewer_id() AS viewer_id)) OR (${couple} AND (EXISTS ( SELECT FROM entries e WHERE (${entrysCouple} AND (e.author_id = ${table}.author_id) AND (e.id = ${table}.entry_id)) OFFSET 0))))`;

const felt_heard = (couple: string, replysCouple: string) =>
  `felt_heard_write_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${couple} AND (EXISTS ( SELECT FROM replies r WHERE ((${replysCouple} AND (r.author_id = felt_heard.to_author_id) AND (r.entry_id = felt_heard.to_entry_id)) AND (r.to_author_id = felt_heard.author_id)) OFFSET 0)))`;
const answersOfThePartner =
  "nobody answers themselves (a check), so an answer to the viewer is their partner's, and of those replies_read shows the present space's alone. Kept, because neither should rest on the other's text.";

const question_answers = (couple: string, questionsCouple: string) =>
  `question_answers_write_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${couple} AND (to_author_id = ( SELECT app.viewer_partner_id() AS viewer_partner_id)) AND (EXISTS ( SELECT FROM entries e WHERE ((${questionsCouple} AND (e.author_id = question_answers.to_author_id) AND (e.id = question_answers.to_entry_id)) AND (e.kind = 'question'::"EntryKind")) OFFSET 0)))`;
const askedByThePartner =
  "the question is the partner's, and of a partner's entries entries_read shows the present space's alone: one of the two couples says what the other does. Kept, because neither should rest on the other's text.";

const announcement_openings = (couple: string, announcementsCouple: string) =>
  `announcement_openings_open with check ((reader_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${couple} AND (author_id = ( SELECT app.viewer_partner_id() AS viewer_partner_id)) AND (EXISTS ( SELECT FROM announcements c WHERE (${announcementsCouple} AND (c.author_id = announcement_openings.author_id) AND (c.entry_id = announcement_openings.entry_id)) OFFSET 0)))`;
const announcedByThePartner =
  "what is announced is the partner's, and of a partner's announcements announcements_read shows the present space's alone: one of the two couples says what the other does. Kept, because neither should rest on the other's text.";

const acknowledgement_answers = (couple: string, theirCouple: string) =>
  `acknowledgement_answers_write_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${couple} AND (to_author_id = ( SELECT app.viewer_partner_id() AS viewer_partner_id)) AND (EXISTS ( SELECT FROM acknowledgements a WHERE (${theirCouple} AND (a.author_id = acknowledgement_answers.to_author_id) AND (a.entry_id = acknowledgement_answers.to_entry_id)) OFFSET 0)))`;
const acknowledgedByThePartner =
  "the acknowledgement is the partner's, and of a partner's acknowledgements_read shows the present space's alone: one of the two couples says what the other does. Kept, because neither should rest on the other's text.";

const here = "(couple_id = ( SELECT app.viewer_couple_id() AS viewer_couple_id))";

const author = "(author_id = ( SELECT app.viewer_id() AS viewer_id))";
const preparing = "app.is_being_prepared(couple_id, maker_id, packet_id, author_id)";

/** Tables with nothing to ask beside their entry. */
const asTheirEntries = [
  "shared_feelings",
  "feeling_parts",
  "replies",
  "felt_heard",
  "question_answers",
  "struggle_parts",
  "space_requests",
  "commitment_remarks",
  "announcements",
  "acknowledgements",
  "acknowledgement_answers",
  "review_parts",
  "therapy_sessions",
  "therapy_parts",
];

/** Weakened rules that nobody could notice, and why. Everything else must be missed. */
export const equivalent: readonly { readonly mutant: string; readonly why: string }[] = [
  {
    mutant:
      "app.keep_what_was_shown() without \"pg_has_role(session_user, (select relowner from pg_catalog.pg_class where oid = tg_relid), 'usage')\"",
    why: "the server's login changes no row in its own name, as it has no grant; that it may not even with one is said in triggers.test.ts, where there is such a login.",
  },
  {
    mutant:
      "app.keep_what_was_consented_to() without \"pg_has_role(session_user, (select relowner from pg_catalog.pg_class where oid = tg_relid), 'usage')\"",
    why: "the server's login changes no row in its own name, as it has no grant.",
  },
  {
    mutant: `packet_items_put_in_own with check (true AND ${here} AND ${preparing})`,
    why: "nobody sees what another prepares, so that there is nothing to put into.",
  },
  {
    mutant: `packet_items_put_in_own with check (${author} AND true AND ${preparing})`,
    why: "nobody sees what is prepared elsewhere than in their present space.",
  },
  {
    mutant: `packet_parts_begin_own with check (${author} AND true AND app.reads_packet(couple_id, maker_id, packet_id))`,
    why: "nobody reads a packet elsewhere than in their present space.",
  },
  { mutant: check_ins("true", "(e.couple_id = check_ins.couple_id)"), why: alreadySaid },
  { mutant: check_ins(here, "true"), why: alreadySaid },
  { mutant: entry_words("true", "(e.couple_id = entry_words.couple_id)"), why: alreadySaid },
  { mutant: entry_words(here, "true"), why: alreadySaid },
  ...asTheirEntries.flatMap((table) => [
    { mutant: asItsEntry(table, "true", `(e.couple_id = ${table}.couple_id)`), why: alreadySaid },
    { mutant: asItsEntry(table, here, "true"), why: alreadySaid },
  ]),
  ...asTheirEntries.map((table) => ({
    mutant: `${table}_lens using (false OR app.sees_entry(couple_id, author_id, entry_id))`,
    why: "outside of the lens whoever reads a detail also reads its entry. Kept, because it is asked of every row and this costs nothing.",
  })),
  ...[
    "app.sees_entry(uuid, uuid, uuid)",
    "app.is_kept(uuid, uuid, uuid)",
    "app.was_imported(uuid)",
    "app.reads_packet(uuid, uuid, uuid)",
    "app.is_being_prepared(uuid, uuid, uuid, uuid)",
    "app.is_consented_to(uuid, uuid, uuid, uuid)",
    "app.all_agreed(uuid, uuid, uuid)",
    "app.other_agreed(uuid, uuid, uuid)",
    "app.was_said(uuid, uuid, date, integer)",
    "app.was_agreed(uuid, uuid, integer)",
  ].flatMap((asking) =>
    ["keel_jobs", "keel_locked", "keel_system"].map((role) => ({
      mutant: `${role} may call ${asking}`,
      why: "it asks with its caller's own rights, and this role has none on what it asks: it is refused all the same.",
    })),
  ),
  ...[
    "app.sees_entry(uuid, uuid, uuid)",
    "app.is_kept(uuid, uuid, uuid)",
    "app.was_imported(uuid)",
    "app.other_agreed(uuid, uuid, uuid)",
    "app.was_said(uuid, uuid, date, integer)",
    "app.was_agreed(uuid, uuid, integer)",
  ].map((asking) => ({
    mutant: `keel_guest may call ${asking}`,
    why: "it asks with its caller's own rights, and a guest has none on what it asks: they are refused all the same.",
  })),
  {
    mutant: 'app.other_agreed(uuid, uuid, uuid) without "p.consented_on is not null"',
    why: "of the other's part nobody knows before they have agreed. Kept, because it says what is asked.",
  },
  {
    mutant: 'app.all_agreed(uuid, uuid, uuid) without "p.consented_on is not null"',
    why: "of the other's part nobody knows before they have agreed, and of one's own guest_links_make_own asks by itself. Kept, because it says what is asked.",
  },
  {
    mutant:
      'app.take_out_of_packets() without "(e.couple_id, e.author_id, e.id) = (new.couple_id, new.author_id, new.entry_id) for no key update"',
    why: "it waits for whoever agrees at the same moment, and these ask one after the other: packets.test.ts has two at once.",
  },
  {
    mutant: `guest_links_make_own with check (${author} AND true AND app.is_consented_to(couple_id, maker_id, packet_id, author_id) AND app.all_agreed(couple_id, maker_id, packet_id))`,
    why: "nobody reads a part elsewhere than in their present space.",
  },
  { mutant: felt_heard("true", "(r.couple_id = felt_heard.couple_id)"), why: answersOfThePartner },
  { mutant: felt_heard(here, "true"), why: answersOfThePartner },
  {
    mutant: question_answers("true", "(e.couple_id = question_answers.couple_id)"),
    why: askedByThePartner,
  },
  { mutant: question_answers(here, "true"), why: askedByThePartner },
  {
    mutant: announcement_openings("true", "(c.couple_id = announcement_openings.couple_id)"),
    why: announcedByThePartner,
  },
  { mutant: announcement_openings(here, "true"), why: announcedByThePartner },
  {
    mutant: acknowledgement_answers("true", "(a.couple_id = acknowledgement_answers.couple_id)"),
    why: acknowledgedByThePartner,
  },
  { mutant: acknowledgement_answers(here, "true"), why: acknowledgedByThePartner },
  ...[
    `review_parts_write_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${here} AND (EXISTS ( SELECT FROM reviews r WHERE ((true AND (r.id = review_parts.review_id)) AND r.open))))`,
    `gap_answers_write_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${here} AND (EXISTS ( SELECT FROM reviews r WHERE ((true AND (r.id = gap_answers.review_id)) AND r.open AND r.with_gap AND (r.step = 'gap'::"ReviewStep") AND (NOT r.guessed)))))`,
  ].map((mutant) => ({
    mutant,
    why: "the foreign key names the couple too: a review of another space is not there. Kept, because neither should rest on the other's text.",
  })),
  {
    mutant:
      'app.reveal_guesses() without "(r.couple_id, r.id) = (new.couple_id, new.review_id) for no key update"',
    why: "it waits for whoever answers at the same moment, and these ask one after the other: one-against-the-other.test.ts has two at once.",
  },
  {
    mutant: 'app.keep_in_step() never "not found"',
    why: "a commitment that is not there is of no couple either, so the next question stops it. Kept, because it says what is asked.",
  },
  {
    mutant: 'app.tell_of_return() without "new.until > now()"',
    why: "space_requests_end_own leaves nobody a request whose time has passed, so that none gets here. Kept, because neither should rest on the other's text.",
  },
  {
    mutant: `entries_write_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${here} AND (EXISTS ( SELECT FROM accounts WHERE (true AND (accounts.notice_read_on IS NOT NULL)))))`,
    why: "accounts_read_own leaves the viewer only their own account to find.",
  },
  {
    mutant: `commitments_begin_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND (writer_id = author_id) AND ${here} AND (( SELECT app.viewer_partner_id() AS viewer_partner_id) IS NOT NULL) AND (doer_id = ANY (ARRAY[( SELECT app.viewer_id() AS viewer_id), ( SELECT app.viewer_partner_id() AS viewer_partner_id)])) AND (turn = 0) AND (NOT accepted) AND (NOT ended) AND (awaits IS NULL) AND ((agreement_id IS NULL) OR (EXISTS ( SELECT FROM agreed_words w WHERE (((w.couple_id = commitments.couple_id) AND (w.subject = 'agreement'::"AgreedOn") AND (w.about_id = commitments.agreement_id)) AND w.agreed)))) AND (EXISTS ( SELECT FROM accounts WHERE (true AND (accounts.notice_read_on IS NOT NULL)))))`,
    why: "accounts_read_own leaves the viewer only their own account to find.",
  },
  ...[
    "app.tell_to_look_again() doing nothing",
    "entries without trigger tell_of_new",
    "entries without trigger tell_of_change",
    "entries without trigger tell_of_end",
    "app.tell_of_return() doing nothing",
    'app.tell_of_return() never "new.until > now()"',
    "app.tell_of_return() without \"(select e.audience from public.entries e where (e.couple_id, e.author_id, e.id) = (new.couple_id, new.author_id, new.entry_id)) = 'partner'\"",
    "space_requests without trigger tell_of_return",
    "agreed_words without trigger tell_of_end",
    "agreed_words without trigger tell_of_proposal",
    "app.tell_of_guesses() doing nothing",
    ...[
      'never "exists (select from public.gap_answers g where (g.couple_id, g.review_id) = (old.couple_id, old.review_id))"',
      'without "exists (select from public.gap_answers g where (g.couple_id, g.review_id) = (old.couple_id, old.review_id))"',
      'without "(g.couple_id, g.review_id) = (old.couple_id, old.review_id)"',
    ].map((how) => `app.tell_of_guesses() ${how}`),
    "gap_answers without trigger tell_of_guesses",
    "reviews without trigger tell_of_step",
  ].map((mutant) => ({
    mutant,
    why: "a notice is no row: who is told, and of what nobody is, stands in notices.test.ts, which listens.",
  })),
];
