import type { Content } from "@/lib/check-ins/schema";

/** The five numbers, 0–10, in the order they are asked. Love and pain are independent: both may be high. */
export const dimensions = ["trust", "safety", "closeness", "love", "pain"] as const;

/** Whether there is anything in it. A check-in that says nothing is sent with its own button, so that a slip is not a record. */
export function saysSomething(content: Content): boolean {
  return (
    dimensions.some((dimension) => content[dimension] !== null) ||
    content.feelings.length > 0 ||
    content.need !== null ||
    content.own_feeling !== "" ||
    content.note !== ""
  );
}

/** The whole content as one text: two contents say the same exactly where their texts are equal. */
export function asText(content: Content): string {
  return JSON.stringify([
    ...dimensions.map((dimension) => content[dimension]),
    [...content.feelings].sort(),
    content.need,
    content.own_feeling,
    content.note,
  ]);
}

/** The content with no answer in it. */
export const blank: Content = {
  trust: null,
  safety: null,
  closeness: null,
  love: null,
  pain: null,
  feelings: [],
  need: null,
  own_feeling: "",
  note: "",
};

type Numbers = Pick<Content, "trust" | "safety" | "closeness" | "love" | "pain" | "feelings" | "need">;
type Text = { readonly field: string; readonly text: string };

/** Puts numbers and words together again as far as they were given: what is hidden is as if it had never been entered. */
export function contentFrom(numbers: Numbers | undefined, texts: readonly Text[]): Content {
  return {
    ...blank,
    ...(numbers && numbersOf(numbers)),
    ...Object.fromEntries(texts.map(({ field, text }) => [field, text])),
  };
}

/** The numbers of a content, as their row holds them. */
export const numbersOf = ({ trust, safety, closeness, love, pain, feelings, need }: Numbers): Numbers => ({
  trust,
  safety,
  closeness,
  love,
  pain,
  feelings,
  need,
});

/** Field values as a form starts with them, by name. */
export function asFields(content: Content): Record<string, string[]> {
  const numbers = dimensions.map((dimension) => [
    dimension,
    content[dimension] === null ? [""] : [String(content[dimension])],
  ]);
  return {
    ...Object.fromEntries(numbers),
    feelings: [...content.feelings],
    need: [content.need ?? ""],
    own_feeling: [content.own_feeling],
    note: [content.note],
  };
}
