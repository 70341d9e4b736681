import type { Particular } from "@/tests/privacy/tables/promise";

const erases = (who: string) =>
  `select set_config('app.subjects', '{${who}}', true); select app.erase('{${who}}')`;
/** What nobody is granted to look at is looked at by the owner, beforehand. */
const holds = (what: string) =>
  `do $$ begin if (${what}) is not true then raise exception 'it does not hold'; end if; end $$`;
const wasAgreed = (commitment: string, turn: number, couple = "{ada.couple}") =>
  `app.was_agreed('${couple}', '${commitment}', ${turn})`;

const after = (says: string, by: string, look: string, ends: Particular["ends"] = "done"): Particular => ({
  says: `after Ada is erased, ${says}`,
  by,
  given: erases("ada"),
  try: look,
  ends,
});
const heldByTheOwner = (says: string, given: string): Particular => ({
  says,
  by: "the login",
  given,
  try: "select 1",
  ends: "done",
});

const agreedAndOffered: readonly Particular[] = [
  heldByTheOwner("what was accepted was agreed on", holds(wasAgreed("{ada.agreed}", 1))),
  heldByTheOwner("a change that waits was not", holds(`not ${wasAgreed("{ada.agreed}", 3)}`)),
  heldByTheOwner(
    "what was agreed on is that of this commitment",
    `delete from commitment_events where commitment_id <> '{ada.agreed}'; ${holds(`not ${wasAgreed("{ada.kept}", 1)}`)}`,
  ),
  heldByTheOwner(
    "a pause answers no offer",
    `update commitment_events set step = 'resumed' where commitment_id = '{ada.agreed}' and turn = 2;
     update commitment_events set step = 'accepted' where commitment_id = '{ada.agreed}' and turn = 3;
     ${holds(wasAgreed("{ada.agreed}", 1))}`,
  ),
];

/** What goes with a person, what stays for the other, and that nobody else is touched. */
export const erasing: readonly Particular[] = [
  ...agreedAndOffered,
  {
    says: "the system about a person erases them",
    by: "the login",
    given: erases("ada"),
    try: "select 1 from app.enter('{ada.token}', true)",
    ends: "no rows",
  },
  {
    says: "the system about somebody else erases nobody",
    by: "the login",
    given: "select set_config('app.subjects', '{dan}', true); select app.erase('{ada}')",
    try: "select 1 from app.enter('{ada.token}', true)",
    ends: "done",
  },
  after(
    "somebody else is where they were",
    "cleo",
    "select 1 where app.viewer_couple_id() = '{cleo.couple}'",
  ),
  after(
    "the other is alone",
    "ben",
    "select 1 where app.viewer_couple_id() <> '{ada.couple}' and app.viewer_partner_id() is null",
  ),
  after(
    "the sentence both agreed on stays",
    "ben",
    "select 1 from agreed_words where author_id = '{ada}' and agreed",
  ),
  after("what others propose stays", "cleo", "select 1 from agreed_words where not agreed"),
  after("her words that were agreed on stay", "ben", "select 1 from mutual_words where author_id = '{ada}'"),
  after(
    "the other's words that wait stay",
    "ben",
    "select 1 from mutual_words where author_id = '{ben}' and field = 'closing_note'",
  ),
  after(
    "her terms that were agreed on stay",
    "ben",
    "select 1 from commitment_terms where author_id = '{ada}'",
  ),
  after(
    "terms that the other took back stay theirs",
    "ben",
    "select 1 from commitment_terms where author_id = '{ben}' and taken_back",
  ),
  after(
    "her steps in what was agreed on stay",
    "ben",
    "select 1 from commitment_events where author_id = '{ada}'",
  ),
  after("the days she told of stay", "ben", "select 1 from follow_throughs where author_id = '{ada}'"),
  after(
    "what the other offered, and was not agreed on, stays theirs",
    "ben",
    `select 1 from commitment_terms t where t.author_id = '{ben}'
       and not exists (select from commitments c where c.id = t.commitment_id and c.accepted)`,
  ),
  heldByTheOwner(
    "no commitment stays in which nothing is offered any more",
    `${erases("ada")}; ${holds("not exists (select from commitments c where not exists (select from commitment_terms t where t.commitment_id = c.id))")}`,
  ),
  heldByTheOwner(
    "no space stays in which nobody is any more",
    `${erases("ada")}; ${holds("not exists (select from couples c where not exists (select from members m where m.couple_id = c.id))")}`,
  ),
  heldByTheOwner(
    "once both are erased nothing of what they agreed on is left",
    `${erases("ada")}; ${erases("ben")}; ${holds("not exists (select from commitments where couple_id = '{ada.couple}') and not exists (select from agreed_words where couple_id = '{ada.couple}') and not exists (select from follow_throughs where couple_id = '{ada.couple}')")}`,
  ),
];
