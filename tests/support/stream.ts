import { expect } from "vitest";

/** Opens a stream of events with a cookie, as a browser does; `said`: all of it so far. */
export async function listens(origin: string, cookie: string) {
  const answer = await fetch(`${origin}/api/between/live`, { headers: { cookie: `keel=${cookie}` } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const stream = { said: "", over: false, close: () => reader?.cancel() };
  void (async () => {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read())
      stream.said += chunk.value;
    stream.over = true;
  })().catch(() => {});
  await expect.poll(() => stream.said).toContain("retry");
  return stream;
}

/** What a stream says beyond that it may be worth a look, and that it is over. */
export const saidBeyondLooking = (said: string): string =>
  said.replace(/^(retry: \d+|: here|data: look|event: ended|data: )$/gm, "").trim();
