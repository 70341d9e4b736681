/** Where a column stands in the file a person takes (lib/export/schema), or why it does not. */
type Taken = { readonly at: string } | { readonly not: string };
const at = (path: string): Taken => ({ at: path });
const not = (why: string): Taken => ({ not: why });

const space = at("spaces.id");
const whose = not("it is the file's own person");
const within = not("it stands within its entry");
const found = not("it is how the row is found, and names nothing of theirs");
const secret = not("it opens the account, or tells which secret does");
const follows = not("it follows from the steps, which are there");
const order = not("it orders a page and says nothing");
const ofTheEntry = not("it follows from the entry that is named");
const ofTheOther = not("it is the other's, whose file it is not");

const inEntry = (
  path: string,
  columns: Readonly<Record<string, Taken>>,
): Readonly<Record<string, Taken>> => ({
  couple_id: space,
  author_id: whose,
  entry_id: within,
  ...Object.fromEntries(
    Object.entries(columns).map(([name, taken]) => [
      name,
      "at" in taken ? at(`spaces.entries.${path}.${taken.at}`) : taken,
    ]),
  ),
});
const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, at(name)]));
const versioned = { ...named("version", "superseded_on", "shown") };

/** Every column of every table that reaches a person. A table that is not here turns the suite red. */
export const taken: Readonly<Record<string, Readonly<Record<string, Taken>>>> = {
  accounts: {
    id: found,
    email: at("me.email"),
    passphrase_hash: secret,
    recovery_hash: secret,
    time_zone: at("me.time_zone"),
    recovery_by_mail: at("me.recovery_by_mail"),
    notice_read_on: at("me.notice_read_on"),
    current_couple_id: at("spaces.present"),
    created_at: not("a moment that nobody is shown"),
  },
  profiles: { account_id: whose, name: at("me.name") },
  sessions: {
    id: found,
    account_id: whose,
    token_hash: secret,
    device_label: at("me.devices.label"),
    created_at: at("me.devices.signed_in_on"),
    last_seen_at: at("me.devices.last_used_on"),
    stepped_up_at: not("a moment of a few minutes' use"),
    revoked_at: at("me.devices.signed_out_on"),
    locked_at: not("a moment of a device's use"),
    shared: not("it is how a device ends, and says nothing of its owner"),
    pin_hash: secret,
    pin_tries: secret,
    challenge_hash: secret,
    answer_by: secret,
  },
  passkeys: {
    account_id: whose,
    id: found,
    credential_id: found,
    public_key: secret,
    counter: secret,
    transports: not("it is how a browser reaches the passkey"),
    ciphertext: at("me.passkeys.label"),
    added_on: at("me.passkeys.added_on"),
  },
  left_check_ins: {
    account_id: whose,
    id: found,
    day: at("me.drafts.form"),
    ciphertext: at("me.drafts.fields"),
  },
  later_choices: {
    couple_id: space,
    author_id: whose,
    entry_id: within,
    ask_at: not("a question to oneself, for a day"),
  },
  therapy_marks: {
    couple_id: space,
    author_id: whose,
    to_author_id: not("it names what it marks, which may be the other's"),
    to_entry_id: not("it names what it marks, which may be the other's"),
  },
  mail_resets: {
    id: found,
    account_id: whose,
    token_hash: secret,
    expires_at: not("it is about a secret that works for an hour"),
    used_at: not("it is about a secret that works for an hour"),
  },
  reminders: {
    account_id: whose,
    kind: at("me.reminders.kind"),
    local_time: at("me.reminders.local_time"),
    next_at: not("it follows from the local time"),
    told: not("it keeps a second mail back, and says nothing by itself"),
  },
  safety_checks: {
    account_id: whose,
    ciphertext: not(
      "only its owner ever sees it: a file can be found, or asked for. It stands in the settings",
    ),
  },
  drafts: { account_id: whose, form: at("me.drafts.form"), ciphertext: at("me.drafts.fields") },
  couples: { id: space, ended_at: not("a moment that nobody is shown") },
  members: { couple_id: space, account_id: whose },
  member_roles: {
    couple_id: space,
    author_id: whose,
    role: at("spaces.role.role"),
    audience: at("spaces.role.audience"),
  },
  sharing_defaults: {
    couple_id: space,
    author_id: whose,
    kind: at("spaces.starts_with.kind"),
    numbers: at("spaces.starts_with.numbers"),
    words: at("spaces.starts_with.words"),
  },
  invitations: {
    couple_id: space,
    author_id: whose,
    id: found,
    link_hash: secret,
    code_hash: secret,
    expires_at: at("spaces.invitations.expires_on"),
    revoked_at: at("spaces.invitations.revoked_on"),
    accepted_at: at("spaces.invitations.accepted_on"),
  },
  departures: {
    couple_id: found,
    author_id: whose,
    leave_at: not("it must be found by nobody before it has come. It stands in the settings"),
  },
  entries: {
    couple_id: space,
    author_id: whose,
    id: at("spaces.entries.id"),
    kind: at("spaces.entries.kind"),
    happened_on: at("spaces.entries.happened_on"),
    time_zone: at("spaces.entries.time_zone"),
    written_on: at("spaces.entries.written_on"),
    audience: at("spaces.entries.audience"),
    shared_by: not("it follows from the audience"),
  },
  entry_words: inEntry("words", {
    field: at("field"),
    audience: at("audience"),
    ciphertext: at("text"),
    ...versioned,
  }),
  check_ins: inEntry("check_ins", {
    ...versioned,
    ...named("trust", "safety", "closeness", "love", "pain", "feelings", "need"),
  }),
  shared_feelings: inEntry("shared_feeling", { wish: at("wish"), place: order }),
  feeling_parts: inEntry("shared_feeling.parts", named("feeling", "intensity")),
  replies: inEntry("reply", {
    to_author_id: ofTheOther,
    to_entry_id: at("to"),
    needs_until: at("needs_until"),
    place: order,
  }),
  felt_heard: inEntry("felt_heard", {
    to_author_id: ofTheOther,
    to_entry_id: at("to"),
    ...named("understood", "accepted", "cared_for"),
  }),
  question_answers: inEntry("question_answer", {
    to_author_id: ofTheOther,
    to_entry_id: at("to"),
    standing: at("standing"),
    place: order,
  }),
  struggle_parts: inEntry("struggle_part", { to_author_id: ofTheEntry, to_entry_id: at("to") }),
  therapy_sessions: inEntry("therapy_session", named("kind", "local_time")),
  therapy_parts: inEntry("therapy_part", {
    to_author_id: ofTheEntry,
    to_entry_id: at("to"),
    kind: at("kind"),
  }),
  struggle_rests: {
    couple_id: space,
    author_id: whose,
    to_author_id: ofTheEntry,
    to_entry_id: at("spaces.struggles_can_rest"),
  },
  space_requests: inEntry("space_request", named("until", "over")),
  space_returns: {
    couple_id: space,
    author_id: whose,
    entry_id: at("spaces.entries.space_request.back_later"),
  },
  commitment_remarks: inEntry("remark", { commitment_id: at("commitment"), ...named("day", "perceived") }),
  corrections: inEntry("correction", {
    way: at("way"),
    reaches_at: not("granted to nobody: it would tell in which zone the other is"),
  }),
  correction_choices: {
    couple_id: space,
    author_id: whose,
    way: at("spaces.corrections_reach_me.way"),
    local_time: at("spaces.corrections_reach_me.local_time"),
  },
  correction_openings: {
    couple_id: found,
    author_id: ofTheOther,
    entry_id: ofTheOther,
    reader_id: not("a mark that keeps an announcement from coming again, on something of the other's"),
  },
  news: {
    couple_id: found,
    author_id: ofTheOther,
    entry_id: ofTheOther,
    reader_id: not("a list of what the other shows, for a mail"),
  },
  agreed_words: {
    couple_id: space,
    subject: not("which of three lists it is in"),
    about_id: at("spaces.reviews.id"),
    turn: at("spaces.sentences.turn"),
    author_id: at("spaces.sentences.by"),
    agreed: at("spaces.sentences.agreed"),
    ciphertext: at("spaces.sentences.text"),
  },
  reviews: {
    couple_id: space,
    id: at("spaces.reviews.id"),
    opened_on: at("spaces.reviews.opened_on"),
    open: at("spaces.reviews.open"),
    stopped: at("spaces.reviews.stopped"),
    step: at("spaces.reviews.step"),
    turn: follows,
    speaker_id: follows,
    since: follows,
    says_back: follows,
    spoken: follows,
    with_gap: follows,
    guessed: follows,
  },
  review_parts: inEntry("review_part", { review_id: at("review"), ...named("step", "number") }),
  gap_choices: { couple_id: space, author_id: at("spaces.would_like_to_guess") },
  gap_answers: {
    couple_id: space,
    author_id: whose,
    review_id: at("spaces.reviews.id"),
    pain: at("spaces.reviews.guesses.pain"),
    closeness: at("spaces.reviews.guesses.closeness"),
    guessed_pain: at("spaces.reviews.guesses.guessed_pain"),
    guessed_closeness: at("spaces.reviews.guesses.guessed_closeness"),
  },
  commitments: {
    couple_id: space,
    id: at("spaces.commitments.id"),
    author_id: at("spaces.commitments.begun_by"),
    doer_id: at("spaces.commitments.doer"),
    area: at("spaces.commitments.area"),
    cost: at("spaces.commitments.cost"),
    turn: follows,
    accepted: not("it decides between what both agreed on and what was only offered"),
    ended: at("spaces.commitments.ended"),
    awaits: follows,
    writer_id: follows,
  },
  commitment_events: {
    couple_id: space,
    commitment_id: at("spaces.commitments.id"),
    turn: at("spaces.commitments.steps.turn"),
    author_id: at("spaces.commitments.steps.by"),
    step: at("spaces.commitments.steps.step"),
    happened_on: at("spaces.commitments.steps.happened_on"),
    returns_on: at("spaces.commitments.steps.returns_on"),
  },
  commitment_terms: {
    couple_id: space,
    commitment_id: at("spaces.offers.commitment"),
    turn: at("spaces.offers.turn"),
    author_id: whose,
    rule: at("spaces.commitments.steps.terms.rule"),
    times: at("spaces.commitments.steps.terms.times"),
    starts_on: at("spaces.commitments.steps.terms.starts_on"),
    review_on: at("spaces.commitments.steps.terms.review_on"),
    taken_back: follows,
  },
  mutual_words: {
    couple_id: space,
    commitment_id: at("spaces.commitments.id"),
    turn: at("spaces.commitments.steps.turn"),
    field: at("spaces.commitments.steps.texts.what"),
    author_id: at("spaces.commitments.steps.by"),
    taken_back: follows,
    ciphertext: at("spaces.offers.texts.what"),
  },
  commitment_sources: {
    couple_id: space,
    commitment_id: at("spaces.entries.became"),
    author_id: whose,
    entry_id: within,
  },
  follow_throughs: {
    couple_id: space,
    commitment_id: at("spaces.commitments.id"),
    day: at("spaces.commitments.days.day"),
    turn: at("spaces.commitments.days.turn"),
    author_id: at("spaces.commitments.doer"),
    status: at("spaces.commitments.days.status"),
    volunteered: at("spaces.commitments.days.volunteered"),
    written_on: at("spaces.commitments.days.written_on"),
  },
};

/** Tables in which nothing is anybody's. */
export const nobodys: readonly string[] = ["installation", "rate_limits", "_prisma_migrations"];
