/** Every expected "no". Each has a sentence of the same name under `refusals` in the catalogue. */
export type Reason =
  | "already_checked_in"
  | "already_in_a_couple"
  | "by_passed"
  | "changed_meanwhile"
  | "code_unknown"
  | "commitment_ended"
  | "day_ahead"
  | "day_over"
  | "doer_only"
  | "invitation_gone"
  | "invitation_own"
  | "left_full"
  | "list_changed"
  | "locked"
  | "mail_not_configured"
  | "moment_range"
  | "not_agreed"
  | "not_due_then"
  | "not_found"
  | "not_from_here"
  | "not_in_a_couple"
  | "not_in_force"
  | "not_locked"
  | "not_paused"
  | "nothing_awaits"
  | "nothing_entered"
  | "nothing_said"
  | "nothing_written"
  | "notice_unread"
  | "offer_run_out"
  | "other_space"
  | "others_offer"
  | "own_offer"
  | "passkey_not_added"
  | "passkey_refused"
  | "passphrase_guessable"
  | "passphrase_wrong"
  | "paused_already"
  | "pauser_only"
  | "pin_simple"
  | "pin_spent"
  | "pin_wrong"
  | "proposal_gone"
  | "proposed_meanwhile"
  | "return_day"
  | "review_moved"
  | "review_over"
  | "review_range"
  | "run_out"
  | "said_meanwhile"
  | "said_often"
  | "said_otherwise"
  | "sent_already"
  | "sign_in_failed"
  | "signed_out"
  | "space_changed"
  | "space_short"
  | "step_up"
  | "stepped_before"
  | "stepped_meanwhile"
  | "taken_back"
  | "time_asked"
  | "token_gone"
  | "too_busy"
  | "too_many_tries"
  | "typed_elsewhere"
  | "unclear"
  | "was_paused"
  | "way_changed";

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
