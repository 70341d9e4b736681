import "server-only";
import { Refusal } from "@/lib/errors";

/** The policy is the referee: what could be read when the form was checked may have been taken back since (`taken_back`). */
export async function unlessTakenBack<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw refusedByPolicy(error) ? new Refusal("taken_back") : error;
  }
}

/** Whether Postgres refused a row by its policy (42501). */
function refusedByPolicy(error: unknown): boolean {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } } | null)
    ?.meta;
  return meta?.driverAdapterError?.cause?.originalCode === "42501";
}
