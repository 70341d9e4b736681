import type { Caller } from "@/tests/support/privacy-caller";

/** A form as a page carries it: the id of its action, and its fields as they stand. */
export type FoundForm = {
  readonly action: string;
  readonly at: string;
  readonly fields: readonly (readonly [string, string])[];
};

/** Every form with an action on somebody's pages. */
export async function formsOf(asking: Caller, addresses: readonly string[]): Promise<FoundForm[]> {
  const found: FoundForm[] = [];
  for (const at of addresses) {
    const { body } = await asking.page(at);
    for (const [, form = ""] of body.matchAll(/<form[^>]*>(.*?)<\/form>/gs)) {
      const [, action] = /name="\$ACTION_\d+:0" value="\{&quot;id&quot;:&quot;(\w+)&quot;/.exec(form) ?? [];
      if (action) found.push({ action, at, fields: fieldsIn(form) });
    }
  }
  return found;
}

/** What would be sent if nothing were touched, but that something is chosen and written wherever it could be. */
function fieldsIn(form: string): (readonly [string, string])[] {
  const fields = new Map<string, string>();
  for (const [tag, kind] of form.matchAll(/<(input|textarea|select|option|button)\b[^>]*>/g)) {
    const told = (attribute: string) =>
      new RegExp(` ${attribute}="([^"]*)"`)
        .exec(tag)?.[1]
        ?.replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
    const name = told("name");
    if (kind === "option") {
      const [last] = [...fields.keys()].slice(-1);
      if (last && fields.get(last) === "") fields.set(last, told("value") ?? "");
    }
    if (!name || name.startsWith("$ACTION")) continue;
    const chosen = !/type="(radio|checkbox)"/.test(tag) || / checked=/.test(tag) || !fields.has(name);
    if (chosen) fields.set(name, kind === "select" ? "" : (told("value") ?? "a word"));
  }
  return [...fields];
}
