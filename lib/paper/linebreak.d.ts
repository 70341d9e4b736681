declare module "linebreak" {
  /** Where a text may be broken, after the Unicode Line Breaking Algorithm (UAX #14); positions in code units. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
