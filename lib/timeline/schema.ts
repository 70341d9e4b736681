import { z } from "zod";
import { EntryKind } from "@/lib/db/generated/enums";
import { type Day, parseDay } from "@/lib/time/day";
import { one } from "@/lib/web/fields";

const aDay = z.preprocess(one, z.string().transform(parseDay).nullable().catch(null));

/** Where a page of entries ends: the next one begins after this entry, without counting those before it. */
export type Cursor = { readonly day: Day; readonly id: string };
/** Greater than every id: a page that begins with the whole of a day. */
export const WHOLE_DAY = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const cursor = z.preprocess(
  one,
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .transform((text): Cursor | null => {
      const day = parseDay(text.slice(0, 10));
      const id = z.uuid().safeParse(text.slice(11));
      return day && id.success ? { day, id: id.data } : null;
    })
    .nullable()
    .catch(null),
);

/** What can be looked for by kind: an entry's, or what the two have agreed on. */
export const kinds = [...Object.values(EntryKind), "commitment"] as const;

/** The timeline's address: what cannot be read is left out rather than refused. */
export const timelineSearch = z.object({
  who: z.preprocess(one, z.enum(["me", "partner"]).nullable().catch(null)),
  kind: z.preprocess(one, z.enum(kinds).nullable().catch(null)),
  from: aDay,
  to: aDay,
  /** Sealed: only the person who looked can open it (lib/timeline/actions). */
  find: z.preprocess(one, z.string().max(800).catch("")),
  after: cursor,
});
export type TimelineSearch = z.infer<typeof timelineSearch>;

/** The address of another page of the same search. */
export function addressOf(
  path: string,
  { who, kind, from, to, find }: TimelineSearch,
  after: Cursor | null,
): string {
  const given = { who, kind, from, to, find, after: after && `${after.day}_${after.id}` };
  const address = new URLSearchParams(
    Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  return address.size > 0 ? `${path}?${address}` : path;
}

/** The timelines: what the viewer may read here, all that they ever wrote, and their own as the partner reads it. */
export const timelinePaths = ["/timeline", "/timeline/mine", "/timeline/seen"] as const;
export type TimelinePath = (typeof timelinePaths)[number];

/** The filter as its form sends it. */
export const timelineFilter = z.object({
  path: z.enum(timelinePaths),
  who: z.enum(["", "me", "partner"]).default(""),
  kind: z.union([z.literal(""), z.enum(kinds)]).default(""),
  from: z.string().max(10).default(""),
  to: z.string().max(10).default(""),
  find: z.string().trim().max(100, "too_long").default(""),
});
