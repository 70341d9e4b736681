import type { SignedIn } from "@/lib/auth/gate";
import type { CopiedSpace } from "@/lib/copies/rules";
import { holdsSomething } from "@/lib/copies/rules";
import { everythingOf } from "@/lib/export/queries";
import { asJson } from "@/lib/export/rules";
import { type ExportedFile, exportFile } from "@/lib/export/schema";
import { keepFile, takeIn } from "@/lib/imports/commands";
import type { Person } from "@/tests/support/people";

/** The copy that somebody takes, as the file says it. */
export async function fileOf({ viewer }: { readonly viewer: SignedIn }): Promise<string> {
  let text = "";
  for await (const piece of asJson(everythingOf(viewer))) text += piece;
  return text;
}

export const copyOf = async (person: Person): Promise<ExportedFile> =>
  exportFile.parse(JSON.parse(await fileOf(person)));

export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Somebody takes in a file, as the two forms do. */
export async function takesIn({ viewer }: Person, text: string, { again = false } = {}): Promise<void> {
  await keepFile(viewer, bytesOf(text));
  await takeIn(viewer, { again });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What a copy says, whatever its ids and whichever of several orders it is told in: each space without its invitations and
 * links, its ids by the order that they are in. Whose account it was, what was half written and which space is the present one
 * are left out, as the page says; and so are spaces in which there is nothing.
 */
export function contentOf({ spaces }: ExportedFile): unknown[] {
  return spaces.filter(holdsSomething).map(spaceOf).sort(byText);
}

function spaceOf(space: CopiedSpace): unknown {
  const { id: _id, present: _present, invitations: _invitations, guest_links: _links, ...content } = space;
  const ids = new Set<string>();
  walk(content, (id) => ids.add(id));
  const names = new Map([...ids].sort().map((id, at) => [id, `the ${at}th`]));
  return walk(
    { ...content, offers: byCommitment(content.offers), starts_with: content.starts_with.toSorted(byText) },
    (id) => names.get(id),
  );
}

/** The same with its keys in order, and each id as `called`. What somebody wrote is no id, whatever it looks like. */
function walk(part: unknown, called: (id: string) => unknown, key = ""): unknown {
  if (Array.isArray(part)) return part.map((one) => walk(one, called, key));
  if (typeof part === "string") return UUID.test(part) && !WRITTEN.includes(key) ? called(part) : part;
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries.map(([name, one]) => [name, walk(one, called, name)]));
}
const WRITTEN = ["text", "what", "why", "closing_note"];

const byCommitment = (offers: CopiedSpace["offers"]) =>
  offers.toSorted((a, b) => a.commitment.localeCompare(b.commitment) || a.turn - b.turn);
const byText = (a: unknown, b: unknown) => JSON.stringify(a).localeCompare(JSON.stringify(b));
