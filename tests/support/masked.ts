import { type Answer, wholeOf } from "@/tests/support/privacy-caller";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export const idsIn = (text: string): Set<string> => new Set(text.match(ID));

/** A text with every id in it alike. */
export const alike = (text: string): string => text.replace(ID, "an id");

/**
 * An answer with what is new in every one made alike: its nonce, its date, how Next names what it sends, and ids that were made
 * for a form. `lasting`: ids that stay as they are.
 */
export function masked(answer: Answer, lasting: ReadonlySet<string> = new Set()): string {
  const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "") ?? [];
  const plain = wholeOf(answer)
    .replace(/^date: .*$/m, "")
    .replace(/"[\w-]{21}[vm]"/g, '"a name"')
    .replace(ID, (id) => (lasting.has(id) ? id : "an id"));
  return `${answer.status} ${answer.body.length} ${nonce ? plain.replaceAll(nonce, "the nonce") : plain}`;
}
