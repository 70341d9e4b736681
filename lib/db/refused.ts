import "server-only";

/** Whether Postgres refused a row by its policy (42501): what could be done a moment ago can no longer be. */
export function refusedByPolicy(error: unknown): boolean {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } } | null)
    ?.meta;
  return meta?.driverAdapterError?.cause?.originalCode === "42501";
}
