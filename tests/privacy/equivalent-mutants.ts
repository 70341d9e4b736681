/** Weakened rules that nobody could notice, and why. Everything else must be missed. */
export const equivalent: readonly { readonly mutant: string; readonly why: string }[] = [];
