import "server-only";
import { places } from "@/lib/crypto/places";
import { open } from "@/lib/crypto/words";
import type { Entry, Prisma } from "@/lib/db/generated/client";
import type { EntryKind } from "@/lib/db/generated/enums";
import type { Reader, Viewer, ViewerDb } from "@/lib/db/viewer";
import { withContent } from "@/lib/entries/queries";
import type { EntryView } from "@/lib/entries/rules";
import { recordWithin, type Span } from "@/lib/record/queries";
import { addDays, toColumn } from "@/lib/time/day";
import { groupByDay, mentions, type TimelineDay } from "@/lib/timeline/rules";
import { type Cursor, type TimelineSearch, WHOLE_DAY } from "@/lib/timeline/schema";

/** A month of two people. */
const PAGE = 62;
/** How many entries one request decrypts to find a text, before it offers to look further back. */
const SEARCHED = 2_000;

export type TimelinePage = { readonly days: readonly TimelineDay[]; readonly next: Cursor | null };

/**
 * A page of what the viewer may read in their present space, newest first, and of that what mentions `find`. The policy decides
 * what that is; a partner's entries are asked for by who shares them, so that walking past hidden ones takes no time, and
 * time tells nothing.
 */
export function timelineFor(
  db: ViewerDb,
  reader: Reader & { readonly partnerId: string | null },
  search: TimelineSearch,
  find = "",
): Promise<TimelinePage> {
  const { coupleId, id, partnerId } = reader;
  const whose = search.who === "me" ? id : search.who === "partner" ? partnerId : null;
  const record = { coupleId, ...(whose ? { authorId: whose } : {}) };
  return pageThrough(db, reader, search, find, record, async (where, take) => {
    const own = search.who === "partner" ? [] : await newest(db, { ...where, coupleId, authorId: id }, take);
    const partners =
      search.who === "me" || !partnerId
        ? []
        : await newest(db, { ...where, coupleId, sharedBy: partnerId }, take);
    return [...own, ...partners].sort(newestFirst).slice(0, take);
  });
}

/** A page of everything the viewer ever wrote, in any space. */
export function mineEverywhere(
  db: ViewerDb,
  reader: Reader,
  search: TimelineSearch,
  find = "",
): Promise<TimelinePage> {
  return pageThrough(db, reader, search, find, { authorId: reader.id }, (where, take) =>
    newest(db, { ...where, authorId: reader.id }, take),
  );
}

/** What the viewer is looking for, or "" where the address holds nothing they sealed. */
export function soughtBy(viewer: Viewer, { find }: TimelineSearch): string {
  if (!find) return "";
  try {
    return open(Buffer.from(find, "base64url"), places.search(viewer.id));
  } catch {
    return "";
  }
}

type Read = (where: Prisma.EntryWhereInput, take: number) => Promise<Entry[]>;

async function pageThrough(
  db: ViewerDb,
  reader: Reader,
  search: TimelineSearch,
  find: string,
  record: { readonly coupleId?: string; readonly authorId?: string },
  read: Read,
): Promise<TimelinePage> {
  const take = find ? SEARCHED : PAGE;
  const rows = search.kind === "commitment" ? [] : await read(within(search, search.kind), take + 1);
  const page = await withContent(db, reader, rows.slice(0, take));
  const { found, last } = find ? firstPageOf(page, find) : { found: page, last: page.at(-1) };
  const more = rows.length > take || last !== page.at(-1);
  const next = more && last ? { day: last.day, id: last.id } : null;
  if (search.kind !== null && search.kind !== "commitment") return { days: groupByDay(found, []), next };

  // What was agreed on is told with the days of the page, and with as many as it fills itself.
  const kept = await recordWithin(db, reader, record, daysOf(search, next), find);
  const { cut } = kept;
  return {
    days: groupByDay(
      found.filter(({ day }) => !cut || day > cut),
      kept.records,
    ),
    next: cut ? { day: cut, id: WHOLE_DAY } : next,
  };
}

/** The days a page is about. Those it ends on were told whole by it, so that the next one begins before them. */
function daysOf({ from, to, after }: TimelineSearch, next: Cursor | null): Span {
  const upTo = after && (after.id === WHOLE_DAY ? after.day : addDays(after.day, -1));
  return {
    from: next?.day ?? from,
    to: [to, upTo].filter((day) => day != null).sort()[0] ?? null,
  };
}

/** The first page of entries that mention a text, and where reading stopped. */
function firstPageOf(
  entries: EntryView[],
  text: string,
): { found: EntryView[]; last: EntryView | undefined } {
  const found = entries.filter((entry) => mentions(entry, text)).slice(0, PAGE);
  return { found, last: found.length === PAGE ? found.at(-1) : entries.at(-1) };
}

function within({ from, to, after }: TimelineSearch, kind: EntryKind | null): Prisma.EntryWhereInput {
  // The day of the cursor once more as a plain bound, which the index can start from; the two cases below it cannot.
  const until = [to, after?.day].filter((day) => day != null).sort()[0];
  return {
    ...(kind ? { kind } : {}),
    happenedOn: { ...(from ? { gte: toColumn(from) } : {}), ...(until ? { lte: toColumn(until) } : {}) },
    ...(after
      ? {
          OR: [
            { happenedOn: { lt: toColumn(after.day) } },
            { happenedOn: toColumn(after.day), id: { lt: after.id } },
          ],
        }
      : {}),
  };
}

const newest = (db: ViewerDb, where: Prisma.EntryWhereInput, take: number) =>
  db.entry.findMany({ where, orderBy: [{ happenedOn: "desc" }, { id: "desc" }], take });

const newestFirst = (a: Entry, b: Entry) =>
  b.happenedOn.getTime() - a.happenedOn.getTime() || (a.id < b.id ? 1 : -1);
