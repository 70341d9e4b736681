import type { Instrumentation } from "next";

/** Runs once in the server's process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { makeReady, refuseToServe } = await import("@/lib/web/ready");
  const { keepLeaving } = await import("@/lib/departures/commands");
  const { keepDropping } = await import("@/lib/imports/commands");
  const { keepReminding } = await import("@/lib/reminders/commands");
  await makeReady().then(keepLeaving).then(keepDropping).then(keepReminding).catch(refuseToServe);
}

/** A page that failed: which one, and what kind of error. Its address may hold a token, its message words: neither is logged. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { describe, log } = await import("@/lib/web/log");
  log().error(
    { request: request.headers["x-request-id"], route: context.routePath, error: describe(error) },
    "request failed",
  );
};
