const alreadySaid =
  "the policy says it twice: the entry it asks for is itself read under entries_read, so it is of the viewer's present space, and its key is the row's. Kept, because the outer one lets Postgres use the index and neither should rest on the other's text.";

const check_ins = (couple: string, entrysCouple: string) =>
  `check_ins_read using ((author_id = ( SELECT app.viewer_id() AS viewer_id)) OR (${couple} AND shown AND (EXISTS ( SELECT FROM entries e WHERE (${entrysCouple} AND (e.author_id = check_ins.author_id) AND (e.id = check_ins.entry_id)) OFFSET 0))))`;

const entry_words = (couple: string, entrysCouple: string) =>
  `entry_words_read using ((author_id = ( SELECT app.viewer_id() AS viewer_id)) OR (${couple} AND (audience = 'partner'::"Audience") AND (EXISTS ( SELECT FROM entries e WHERE (${entrysCouple} AND (e.author_id = entry_words.author_id) AND (e.id = entry_words.entry_id)) OFFSET 0))))`;

const here = "(couple_id = ( SELECT app.viewer_couple_id() AS viewer_couple_id))";

/** Weakened rules that nobody could notice, and why. Everything else must be missed. */
export const equivalent: readonly { readonly mutant: string; readonly why: string }[] = [
  { mutant: check_ins("true", "(e.couple_id = check_ins.couple_id)"), why: alreadySaid },
  { mutant: check_ins(here, "true"), why: alreadySaid },
  { mutant: entry_words("true", "(e.couple_id = entry_words.couple_id)"), why: alreadySaid },
  { mutant: entry_words(here, "true"), why: alreadySaid },
  {
    mutant: `entries_write_own with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ${here} AND (EXISTS ( SELECT FROM accounts WHERE (true AND (accounts.notice_read_on IS NOT NULL)))))`,
    why: "accounts_read_own leaves the viewer only their own account to find.",
  },
];
