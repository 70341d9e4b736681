import type { Row, Snapshot } from "@/tests/privacy/tables/promise";

/**
 * The commitments somebody began in a space, as a sentence of SQL calls them by where they stand. `asked.*`: requests of the
 * other, which the other amended, amended and took back (`left`), or took back before they were asked anew.
 */
export function promisedBy(author: string, couple: unknown, all: Snapshot): Record<string, unknown> {
  const theirs = (table: string) =>
    (all[table] ?? []).filter((row) => row.author_id === author && row.couple_id === couple);
  const begun = theirs("commitments");
  const [own, asked] = [
    begun.filter(({ doer_id }) => doer_id === author),
    begun.filter(({ doer_id }) => doer_id !== author),
  ];
  const withSteps = (row: Row | undefined, step: string) =>
    (all.commitment_events ?? []).some((event) => event.commitment_id === row?.id && event.step === step);
  const agreed = own.filter(({ accepted, ended }) => accepted && !ended);
  return {
    offered: own.find(({ accepted, awaits }) => !accepted && awaits)?.id,
    declined: own.find(({ accepted, awaits }) => !accepted && !awaits)?.id,
    "asked.amended": asked.find(({ awaits, writer_id }) => awaits && writer_id !== author)?.id,
    "asked.left": asked.find(({ awaits }) => !awaits)?.id,
    "asked.anew": asked.find(({ awaits, writer_id }) => awaits && writer_id === author)?.id,
    agreed: agreed.find(({ awaits }) => awaits === "terms")?.id,
    "agreed.calm": agreed.find((row) => !row.awaits && withSteps(row, "withdrawn"))?.id,
    "agreed.ending": agreed.find(({ awaits }) => awaits === "ending")?.id,
    over: own.find(({ ended }) => ended)?.id,
    ...remarksAndCorrections(theirs, all),
  };
}

function remarksAndCorrections(
  theirs: (table: string) => readonly Row[],
  all: Snapshot,
): Record<string, unknown> {
  const entries = theirs("entries");
  const inEntry = (rows: readonly Row[], audience: string) =>
    rows.find((row) => entries.some((entry) => entry.id === row.entry_id && entry.audience === audience))
      ?.entry_id;
  const remarks = theirs("commitment_remarks");
  const [notes, noticed] = [
    remarks.filter(({ perceived }) => !perceived),
    remarks.filter(({ perceived }) => perceived),
  ];
  const ofKind = (kind: string) => (row: Row) =>
    entries.some((entry) => entry.id === row.entry_id && entry.kind === kind);
  const corrections = theirs("announcements").filter(ofKind("correction"));
  const given = theirs("announcements").filter(ofKind("acknowledgement"));
  const kept = theirs("acknowledgements").filter(
    (row) => !given.some((one) => one.entry_id === row.entry_id),
  );
  const received = theirs("acknowledgement_answers");
  const opened = (row: Row) => (all.announcement_openings ?? []).some((one) => one.entry_id === row.entry_id);
  const by = (way: string, wasOpened = false) =>
    corrections.filter((row) => row.way === way && opened(row) === wasOpened);
  return {
    note: inEntry(notes, "partner"),
    "note.kept": inEntry(notes, "only_me"),
    noticing: inEntry(noticed, "partner"),
    "noticing.kept": inEntry(noticed, "only_me"),
    correction: inEntry(by("now"), "partner"),
    "correction.opened": inEntry(by("now", true), "partner"),
    "correction.withdrawn": inEntry(by("now", true), "only_me"),
    "correction.waiting": inEntry(by("at_time"), "partner"),
    "correction.kept": inEntry(by("with_therapist"), "only_me"),
    acknowledgement: given.find((row) => !opened(row))?.entry_id,
    "acknowledgement.opened": inEntry(given.filter(opened), "partner"),
    "acknowledgement.withdrawn": inEntry(given.filter(opened), "only_me"),
    "acknowledgement.kept": kept[0]?.entry_id,
    received: inEntry(received, "partner"),
    "received.kept": inEntry(received, "only_me"),
  };
}
