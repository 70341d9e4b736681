/** Whether a text occurs in some words, whatever the case and the accents. */
export function isMentioned(text: string, words: string): boolean {
  const plain = (any: string) => any.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
  return plain(words).includes(plain(text));
}
