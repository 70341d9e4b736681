const SECRET = /passphrase|code|token|^pin$/i;

/** Text as Postgres and JSON can hold it: no NUL, no half of a surrogate pair. Nothing a person can read is changed. */
const clean = (text: string) => text.replaceAll("\u0000", "").toWellFormed().replaceAll("\r\n", "\n");

/** The form's own fields; React's are its own. A name given twice is a list. Files are no answer to anything we ask. */
function lists(form: FormData): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, value] of form.entries()) {
    if (name.startsWith("$ACTION") || typeof value !== "string") continue;
    found.set(name, [...(found.get(name) ?? []), clean(value)]);
  }
  return found;
}

/** Field values as a schema reads them: a string, or an array where the name was given more than once. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  return Object.fromEntries(
    [...lists(form)].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

/** What to give back after a refusal: everything but secrets. */
export function typedIn(form: FormData): Record<string, string[]> {
  return Object.fromEntries([...lists(form)].filter(([name]) => !SECRET.test(name)));
}
