/** Every expected "no". Each has a sentence of the same name under `refusals` in the catalogue. */
export type Reason =
  | "already_checked_in"
  | "changed_meanwhile"
  | "code_unknown"
  | "day_ahead"
  | "invitation_gone"
  | "invitation_own"
  | "mail_not_configured"
  | "not_from_here"
  | "not_found"
  | "not_in_a_couple"
  | "already_in_a_couple"
  | "nothing_entered"
  | "nothing_written"
  | "other_space"
  | "passphrase_guessable"
  | "passphrase_wrong"
  | "proposal_gone"
  | "proposed_meanwhile"
  | "said_meanwhile"
  | "sent_already"
  | "sign_in_failed"
  | "signed_out"
  | "space_changed"
  | "space_short"
  | "step_up"
  | "taken_back"
  | "time_asked"
  | "token_gone"
  | "too_busy"
  | "too_many_tries"
  | "typed_elsewhere"
  | "unclear";

/** An expected "no": thrown by commands, said in words by the action wrapper, never logged as an error. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    /** What the sentence needs, for example the minutes to wait. Never a person's words. */
    readonly params: Record<string, string | number> = {},
    /** What the person needs to see to go on: for `changed_meanwhile`, the other version of their own text. */
    readonly shown?: Record<string, string>,
  ) {
    super(reason);
  }
}
