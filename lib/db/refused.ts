import "server-only";
import { type Reason, Refusal } from "@/lib/errors";

/** The policy is the referee: what could be read when the form was checked may have been taken back since (`taken_back`). */
export const unlessTakenBack = <T>(work: Promise<T>) => unlessCannotBeKept(work, "taken_back");

/** The same of a review, which may have gone on or ended since (`review_moved`). */
export const unlessGoneOn = <T>(work: Promise<T>) => unlessCannotBeKept(work, "review_moved");

/** And of a packet that not everybody whose it is has agreed to (`not_all_agreed`). */
export const unlessNotAgreed = <T>(work: Promise<T>) => unlessCannotBeKept(work, "not_all_agreed");

async function unlessCannotBeKept<T>(work: Promise<T>, reason: Reason): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw cannotBeKept(error) ? new Refusal(reason) : error;
  }
}

/** Every rule of the tables is a referee of what somebody's file says (`import_unclear`): of its values (22) and how they agree (23). */
export async function unlessItDoesNotFit<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw /^2[23]/.test(codeOf(error) ?? "") ? new Refusal("import_unclear") : error;
  }
}

/** A trigger is the referee of how many may wait (`left_full`): whoever adds one may not count them. */
export async function unlessFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw codeOf(error) === "23000" ? new Refusal("left_full") : error;
  }
}

/** Tries again what Postgres undid because it and somebody else waited for each other (40P01). */
export async function unlessInEachOthersWay<T>(work: () => Promise<T>, tries = 5): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries === 1 || codeOf(error) !== "40P01") throw error;
    return unlessInEachOthersWay(work, tries - 1);
  }
}

/** Whether Postgres refused a row by its policy (42501), or because what it belongs to has just gone (23503). */
const cannotBeKept = (error: unknown) => ["42501", "23503"].includes(codeOf(error) ?? "");

/** The code with which Postgres refused. */
function codeOf(error: unknown): string | undefined {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } } | null)
    ?.meta;
  return meta?.driverAdapterError?.cause?.originalCode;
}
