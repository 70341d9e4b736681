/** Runs once in the server's process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { makeReady } = await import("@/lib/web/ready");
  const { keepReminding } = await import("@/lib/reminders/commands");
  await makeReady();
  await keepReminding();
}
