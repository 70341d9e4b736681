/** What a form shows: fresh, done with a sentence, or refused with everything the person typed. Isomorphic. */
export type FormState = {
  readonly outcome: "fresh" | "done" | "refused";
  /** One sentence from the catalogue. */
  readonly say?: string;
  /** Sentences beside fields, by field name. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What was typed, by field name, given back after a refusal. Secrets are never among it. */
  readonly typed?: Readonly<Record<string, readonly string[]>>;
  /** What only this answer can show, once: a recovery code, an invitation's link and words, the other version of a text. */
  readonly shown?: Readonly<Record<string, string>>;
};

export const fresh: FormState = { outcome: "fresh" };

/** An action as a form uses it. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
