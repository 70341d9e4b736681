import { agreedColumns, agreedRows, dayRows, daysColumns, offerRows } from "@/components/export/agreed-rows";
import { earlierColumns, earlierRows, entryColumns, entryRow } from "@/components/export/entry-rows";
import { personRows, saidColumns, saidRows, setColumns, spaceRows } from "@/components/export/person-rows";
import type { DocumentWords } from "@/components/export/words";
import type { Part } from "@/lib/export/schema";
import { Archive } from "@/lib/web/archive";
import { asCsv, BOM, type Cell } from "@/lib/web/csv";

/** The files, each with its columns. What grows longest is first: it goes out as it is read. */
const columns = {
  entries: entryColumns,
  earlier: earlierColumns,
  agreed: agreedColumns,
  days: daysColumns,
  said: saidColumns,
  account: setColumns,
} as const;
type Name = keyof typeof columns;
const names = Object.keys(columns) as Name[];

/**
 * The parts as tables, one file per kind of row: an entry as it stands is one row, whatever it is of. A space is named by
 * its number, as it stands in the account.
 */
export async function* asSpreadsheets(
  parts: AsyncIterable<Part>,
  words: DocumentWords,
): AsyncGenerator<Uint8Array> {
  const { t } = words;
  let files: Archive<Name> | undefined;
  const write = (name: Name, rows: readonly (readonly Cell[])[]) => {
    if (rows.length > 0) files?.write(name, asCsv(rows));
  };
  let number = 0;
  let present = false;
  for await (const part of parts) {
    if (part.is === "person") {
      files = new Archive(names, "csv", part.madeOn);
      for (const name of names)
        files.write(name, BOM + asCsv([columns[name].map((column) => t(`columns.${column}`))]));
      write("account", personRows(part.person, words));
    } else if (part.is === "space") {
      number++;
      ({ present } = part.space);
      write("account", spaceRows(number, part.space, words));
      write("said", saidRows(number, part.space, words));
    } else if (part.is === "entries") {
      write(
        "entries",
        part.entries.map((entry) => entryRow(number, entry, words)),
      );
      write(
        "earlier",
        part.entries.flatMap((entry) => earlierRows(number, entry, words)),
      );
    } else {
      write(
        "agreed",
        part.commitments.flatMap((one) => agreedRows(number, one, present, words)),
      );
      write(
        "agreed",
        part.offers.map((one) => offerRows(number, one, present, words)),
      );
      write(
        "days",
        part.commitments.flatMap((one) => dayRows(number, one, words)),
      );
    }
    if (files) yield* files.ready();
  }
  files?.end();
  if (files) yield* files.ready();
}
