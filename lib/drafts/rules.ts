/** Fields that are never empty, whatever was typed: names of what is written, and choices that begin with an answer. */
const BEGUN_WITH = ["entry", "to", "day", "shown", "wish", "standing"];

/** Whether there is anything in a form that is worth keeping. */
export const saysNothing = (fields: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(fields).every(
    ([name, values]) => BEGUN_WITH.includes(name) || values.every((value) => value.trim() === ""),
  );
