import "server-only";
import { Refusal } from "@/lib/errors";

/** The policy is the referee: what could be read when the form was checked may have been taken back since (`taken_back`). */
export async function unlessTakenBack<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw cannotBeKept(error) ? new Refusal("taken_back") : error;
  }
}

/** Whether Postgres refused a row by its policy (42501), or because what it belongs to has just gone (23503). */
function cannotBeKept(error: unknown): boolean {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } } | null)
    ?.meta;
  return ["42501", "23503"].includes(meta?.driverAdapterError?.cause?.originalCode ?? "");
}
