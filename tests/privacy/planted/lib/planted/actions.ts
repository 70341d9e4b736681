"use server";

/** An action without the wrapper: it answers anyone, from anywhere. */
export async function plantedAction(): Promise<void> {}
