/**
 * Whom a page is for. From a page of the signed in, who is not is led to the sign-in page, and whose device is locked to
 * where it is unlocked; from that, everyone else to where they belong. A form's address shows nothing.
 */
export type Page = {
  readonly for: "anyone" | "the signed in" | "the locked" | "a form" | "nobody";
  readonly addresses?: readonly string[];
};

/** Every page and route of the build. One that is not here turns the suite red. Addresses name people and things as in the matrix. */
export const pages: Readonly<Record<string, Page>> = {
  "/": { for: "anyone" },
  "/help": { for: "anyone" },
  "/sign-in": { for: "anyone", addresses: ["/sign-in", "/sign-in?next=//elsewhere.example/"] },
  "/sign-up": { for: "anyone" },
  "/recover": { for: "anyone" },
  "/reset": { for: "anyone" },
  "/reset/[token]": { for: "nobody", addresses: ["/reset/none"] },
  "/join": { for: "anyone" },
  "/join/[key]": { for: "anyone", addresses: ["/join/none", "/join/six-words-that-nobody-was-given"] },
  "/notes/closed": { for: "anyone" },
  "/notes/open/[token]": { for: "anyone", addresses: ["/notes/open/none", "/notes/open/__proto__"] },
  "/notes/[id]": {
    for: "anyone",
    addresses: ["/notes/{ada.link}", "/notes/{ada.link.own}", "/notes/{random}", "/notes/__proto__"],
  },
  "/notes/[id]/paper": {
    for: "a form",
    addresses: ["/notes/{ada.link}/paper", "/notes/{random}/paper", "/notes/__proto__/paper"],
  },
  "/notice": { for: "the signed in" },
  "/today": {
    for: "the signed in",
    addresses: ["/today", "/today?day=2026-03-01", "/today?day=2026-03-03", "/today?day=2026-03-04&day=x"],
  },
  "/feelings": { for: "the signed in" },
  "/feelings/new": {
    for: "the signed in",
    addresses: ["/feelings/new", "/feelings/new?from={ada.kept}", "/feelings/new?from={ada.told}&from=x"],
  },
  "/feelings/[id]": {
    for: "the signed in",
    addresses: [
      "/feelings/{ada.feeling.told}",
      "/feelings/{ada.feeling.kept}",
      "/feelings/{ada.kept}",
      "/feelings/{random}",
      "/feelings/__proto__",
    ],
  },
  "/questions": { for: "the signed in" },
  "/questions/[id]": {
    for: "the signed in",
    addresses: [
      "/questions/{ada.question}",
      "/questions/{ada.question.kept}",
      "/questions/{ada.question.withdrawn}",
      "/questions/{ben.question}",
      "/questions/{ben.question.kept}",
      "/questions/{ada.kept}",
      "/questions/{random}",
      "/questions/__proto__",
    ],
  },
  "/care": { for: "the signed in" },
  "/commitments": { for: "the signed in" },
  "/commitments/new": {
    for: "the signed in",
    addresses: [
      "/commitments/new?whose=theirs&template=late",
      "/commitments/new?from={ada.reply}",
      "/commitments/new?whose=x&template=__proto__&from=x",
    ],
  },
  "/commitments/[id]": {
    for: "the signed in",
    addresses: [
      "/commitments/{ada.agreed}",
      "/commitments/{ada.agreed}?day=2026-03-10",
      "/commitments/{ada.agreed.calm}",
      "/commitments/{ada.declined}",
      "/commitments/{ada.asked.left}",
      "/commitments/{ben.offered}",
      "/commitments/{ben.declined}",
      "/commitments/{ada.kept}",
      "/commitments/{random}?day=x",
      "/commitments/__proto__",
    ],
  },
  "/commitments/[id]/change": {
    for: "the signed in",
    addresses: [
      "/commitments/{ada.agreed}/change",
      "/commitments/{ada.declined}/change",
      "/commitments/{random}/change",
    ],
  },
  "/acknowledgements": { for: "the signed in" },
  "/acknowledgements/new": {
    for: "the signed in",
    addresses: [
      "/acknowledgements/new",
      "/acknowledgements/new?after={ada.acknowledgement}",
      "/acknowledgements/new?after={ada.acknowledgement.kept}",
      "/acknowledgements/new?after={random}",
    ],
  },
  "/acknowledgements/[id]": {
    for: "the signed in",
    addresses: [
      "/acknowledgements/{ada.acknowledgement}",
      "/acknowledgements/{ada.acknowledgement.opened}",
      "/acknowledgements/{ada.acknowledgement.withdrawn}",
      "/acknowledgements/{ada.acknowledgement.kept}",
      "/acknowledgements/{ada.correction}",
      "/acknowledgements/{random}",
      "/acknowledgements/__proto__",
    ],
  },
  "/corrections/new": { for: "the signed in" },
  "/corrections/[id]": {
    for: "the signed in",
    addresses: [
      "/corrections/{ada.correction}",
      "/corrections/{ada.correction.waiting}",
      "/corrections/{ada.correction.opened}",
      "/corrections/{ada.correction.withdrawn}",
      "/corrections/{ada.correction.kept}",
      "/corrections/{ada.kept}",
      "/corrections/{random}",
      "/corrections/__proto__",
    ],
  },
  "/space": { for: "the signed in" },
  "/agreements": { for: "the signed in" },
  "/mine": { for: "the signed in" },
  "/unsent": { for: "the signed in" },
  "/timeline": {
    for: "the signed in",
    addresses: [
      "/timeline",
      "/timeline?who=partner",
      "/timeline?kind=question&kind=space",
      "/timeline?kind=question_answer&who=partner",
      "/timeline?kind=struggle_part&who=partner",
      "/timeline?kind=therapy_session&who=partner",
      "/timeline?kind=commitment",
      "/timeline?find=AAAA",
      "/timeline?from=%00&after=__proto__",
    ],
  },
  "/timeline/mine": { for: "the signed in" },
  "/review": { for: "the signed in" },
  "/review/[id]": {
    for: "the signed in",
    addresses: [
      "/review/{ada.review}",
      "/review/{ada.review.over}",
      "/review/{ada.kept}",
      "/review/{random}",
      "/review/__proto__",
    ],
  },
  "/trends": {
    for: "the signed in",
    addresses: [
      "/trends",
      "/trends?range=all",
      "/trends?range=all&whose=mine",
      "/trends?range=12m&table=trust",
      "/trends?range=__proto__&whose=%00&table=x&table=y",
    ],
  },
  "/trends/feelings": {
    for: "the signed in",
    addresses: [
      "/trends/feelings?range=all",
      "/trends/feelings?range=all&feeling=hurt&table=feeling",
      "/trends/feelings?range=12m&whose=mine&table=feelings",
      "/trends/feelings?feeling=__proto__",
    ],
  },
  "/trends/acts": {
    for: "the signed in",
    addresses: [
      "/trends/acts?range=all",
      "/trends/acts?range=12m&table=felt_heard",
      "/trends/acts?range=all&whose=mine&table=commitments",
    ],
  },
  "/trends/year": {
    for: "the signed in",
    addresses: ["/trends/year", "/trends/year?of=pain&table=year&whose=mine", "/trends/year?year=99999&of=x"],
  },
  "/struggles": { for: "the signed in" },
  "/therapy": { for: "the signed in" },
  "/therapy/marks": {
    for: "the signed in",
    addresses: [
      "/therapy/marks?entry={ada.feeling}&whose=theirs",
      "/therapy/marks?entry={ada.sitting.own}&whose=theirs",
      "/therapy/marks?entry={ada.kept}&whose=mine",
      "/therapy/marks?entry={random}&entry=x&whose=__proto__",
    ],
  },
  "/therapy/packets": { for: "the signed in" },
  "/therapy/packets/[id]": {
    for: "the signed in",
    addresses: [
      "/therapy/packets/{ada.packet}",
      "/therapy/packets/{ada.packet.preparing}",
      "/therapy/packets/{ada.packet.own}",
      "/therapy/packets/{random}",
      "/therapy/packets/__proto__",
    ],
  },
  "/therapy/packets/[id]/paper": {
    for: "a form",
    addresses: [
      "/therapy/packets/{ada.packet}/paper",
      "/therapy/packets/{ada.packet.own}/paper",
      "/therapy/packets/{random}/paper",
      "/therapy/packets/__proto__/paper",
    ],
  },
  "/therapy/packets/[id]/choose": {
    for: "the signed in",
    addresses: [
      "/therapy/packets/{ada.packet}/choose",
      "/therapy/packets/{ada.packet.preparing}/choose?month=2026-03",
      "/therapy/packets/{ada.packet.own}/choose?month=__proto__",
      "/therapy/packets/{random}/choose",
    ],
  },
  "/therapy/[id]": {
    for: "the signed in",
    addresses: [
      "/therapy/{ada.sitting}",
      "/therapy/{ada.sitting.withdrawn}",
      "/therapy/{ada.sitting.own}",
      "/therapy/{ada.kept}",
      "/therapy/{random}",
      "/therapy/__proto__",
    ],
  },
  "/therapy/[id]/calendar": {
    for: "the signed in",
    addresses: [
      "/therapy/{ada.sitting}/calendar",
      "/therapy/{ada.sitting.withdrawn}/calendar",
      "/therapy/{ada.sitting.own}/calendar",
      "/therapy/{random}/calendar",
      "/therapy/__proto__/calendar",
    ],
  },
  "/entries/[id]": {
    for: "the signed in",
    addresses: [
      "/entries/{ada.kept}",
      "/entries/{ada.told}",
      "/entries/{ada.feeling.kept}",
      "/entries/{ada.question.kept}",
      "/entries/{ada.struggle.kept}",
      "/entries/{ada.part.withdrawn}",
      "/entries/{ada.sitting.own}",
      "/entries/{ada.agenda.own}",
      "/entries/{ada.space.withdrawn}",
      "/entries/{random}",
      "/entries/__proto__",
    ],
  },
  "/timeline/seen": {
    for: "the signed in",
    addresses: ["/timeline/seen", "/timeline/seen?kind=correction", "/timeline/seen?who=me&find=AAAA"],
  },
  "/later": { for: "the signed in" },
  "/entries/[id]/seen": {
    for: "the signed in",
    addresses: [
      "/entries/{ada.kept}/seen",
      "/entries/{ada.told}/seen",
      "/entries/{ada.feeling.kept}/seen",
      "/entries/{ada.correction.waiting}/seen",
      "/entries/{random}/seen",
      "/entries/__proto__/seen",
    ],
  },
  "/settings": { for: "the signed in" },
  "/settings/announced": { for: "the signed in" },
  "/settings/writing": { for: "the signed in" },
  "/settings/devices": { for: "the signed in" },
  "/settings/erase": { for: "the signed in" },
  "/settings/export": { for: "the signed in" },
  "/settings/export/[format]": {
    for: "a form",
    addresses: [
      "/settings/export/json",
      "/settings/export/csv",
      "/settings/export/html",
      "/settings/export/__proto__",
    ],
  },
  "/settings/import": {
    for: "the signed in",
    addresses: [
      "/settings/import",
      "/settings/import?said=import_unclear",
      "/settings/import?said=taken_in&said=x",
      "/settings/import?said=__proto__",
    ],
  },
  "/settings/import/file": { for: "a form" },
  "/settings/leave": { for: "the signed in" },
  "/settings/partner": { for: "the signed in" },
  "/settings/passkeys": { for: "the signed in" },
  "/settings/passphrase": { for: "the signed in" },
  "/settings/reminder": { for: "the signed in" },
  "/settings/safety": { for: "the signed in" },
  "/settings/sharing": { for: "the signed in" },
  "/settings/sharing/earlier": {
    for: "the signed in",
    addresses: [
      "/settings/sharing/earlier?kind=check_in&shown=numbers_and_words",
      "/settings/sharing/earlier?kind=__proto__&shown=x",
    ],
  },
  "/locked": { for: "the locked" },
  "/locked/check-in": { for: "the locked" },
  "/lock": { for: "a form" },
  "/writing": { for: "a form" },
  "/exit": { for: "a form" },
  "/date": { for: "anyone" },
  "/export-schema": { for: "anyone" },
  "/api/here": { for: "a form" },
  "/sign-out": { for: "a form" },
  "/api/health": { for: "anyone" },
  "/api/between/live": { for: "the signed in" },
  "/icon.svg": { for: "anyone" },
  "/_not-found": { for: "nobody", addresses: ["/no-such-page"] },
  "/_global-error": { for: "nobody", addresses: ["/_global-error"] },
};

/** Actions for whoever is not signed in. Every other one is refused to them. */
export const publicActions: readonly string[] = [
  "signUpAction",
  "signInAction",
  "recoverAction",
  "sendResetAction",
  "resetAction",
  "openInvitationAction",
  "openNotesAction",
  "closeNotesAction",
];

/** Actions that reach far, with what they are sent: of whoever has not said for a while who they are, they ask it first. */
export const farReaching: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  changePassphraseAction: { current_passphrase: "", passphrase: "lantern harbour velvet friday" },
  chooseRecoveryByMailAction: { by_mail: "on" },
  eraseAction: { sure: "yes" },
  leaveLaterAction: { day: "2126-03-01", at: "20:00" },
  leaveNowAction: { sure: "yes" },
  makeLinkAction: { packet: "00000000-0000-4000-8000-000000000001", whose: "mine", days: "3" },
  renewRecoveryCodeAction: {},
  setPinAction: { pin: "7391" },
  stayAction: { stay: "yes" },
  takeInAction: {},
};

/** Actions for whoever's device is locked. Every other one is refused to them, and these to everyone else. */
export const lockedActions: readonly string[] = [
  "unlockByPinAction",
  "unlockByPassphraseAction",
  "askToUnlockAction",
  "unlockByPasskeyAction",
  "leaveCheckInAction",
];
