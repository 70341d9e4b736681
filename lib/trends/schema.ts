import { z } from "zod";
import { dimensions } from "@/lib/check-ins/rules";
import { Feeling } from "@/lib/db/generated/enums";
import { ranges } from "@/lib/trends/rules";
import { one } from "@/lib/web/fields";

/** What both show, which is the same for both; or everything of one's own, for oneself. */
export const whoses = ["both", "mine"] as const;
export type Whose = (typeof whoses)[number];

export const trendsPaths = ["/trends", "/trends/feelings", "/trends/acts", "/trends/year"] as const;
export type TrendsPath = (typeof trendsPaths)[number];

/** The pictures that can be read as a table. */
export const tables = [
  ...dimensions,
  "feelings",
  "feeling",
  "commitments",
  "felt_heard",
  "needs",
  "year",
] as const;
export type TableName = (typeof tables)[number];

const among = <const T extends readonly string[]>(all: T) =>
  z.preprocess(one, z.enum(all).nullable().catch(null));

/** The address of a picture: what cannot be read is left out rather than refused. */
export const trendsSearch = z.object({
  range: z.preprocess(one, z.enum(ranges).catch("4w")),
  whose: z.preprocess(one, z.enum(whoses).catch("both")),
  /** Which picture is read as a table. */
  table: among(tables),
  /** Which feeling is looked at by itself. */
  feeling: z.preprocess(one, z.enum(Feeling).nullable().catch(null)),
  /** Of a year's calendar: which number, and which year. */
  of: z.preprocess(one, z.enum(dimensions).catch("trust")),
  year: z.preprocess(one, z.coerce.number().int().min(1970).max(2199).nullable().catch(null)),
});
export type TrendsSearch = z.infer<typeof trendsSearch>;

/** The same for a person: without anybody to look with, pictures are of one's own. */
export function trendsSearchOf(
  viewer: { readonly partnerId: string | null },
  address: unknown,
): TrendsSearch {
  const search = trendsSearch.parse(address);
  return viewer.partnerId ? search : { ...search, whose: "mine" };
}

const asOpened = trendsSearch.parse({});

/** Another picture's address, with what is chosen already and nothing that goes without saying. */
export function trendsAddress(path: TrendsPath, search: Partial<TrendsSearch>): string {
  const address = new URLSearchParams(
    Object.entries(search).flatMap(([key, value]) =>
      value === null || value === asOpened[key as keyof TrendsSearch] ? [] : [[key, String(value)]],
    ),
  );
  return address.size > 0 ? `${path}?${address}` : path;
}
