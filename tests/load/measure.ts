import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";

export const CONNECTIONS = 8;

/** What is asked, over and over. `next` makes each request anew where no two may be the same. */
export type Target = {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly next?: () => {
    readonly path: string;
    readonly headers: Record<string, string>;
    readonly body: string;
  };
};

/** Milliseconds of every answer of a run, how many were refusals or errors, and how long the run took. */
export type Run = { readonly times: readonly number[]; readonly wrong: number; readonly seconds: number };

/** Asks over eight connections for so many seconds, as often as it is answered. */
export async function ask({ url, headers, next }: Target, seconds: number): Promise<Run> {
  const times: number[] = [];
  const request = next && {
    method: "POST" as const,
    setupRequest: (plain: object) => ({ ...plain, ...next() }),
  };
  const options = {
    url,
    headers,
    connections: CONNECTIONS,
    duration: seconds,
    ...(request ? { requests: [request] } : {}),
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    running.on("response", (_client, status, _bytes, milliseconds) => {
      if (status < 300) times.push(milliseconds);
    });
  });
  const wrong = result.non2xx + result.errors + result.timeouts;
  return { times, wrong, seconds: result.duration };
}

/** Asks so often a second, at even distances and whether or not what was asked before is answered yet. */
export async function askEvenly({ url, headers }: Target, seconds: number, perSecond: number): Promise<Run> {
  const began = performance.now();
  const asked: Promise<number | null>[] = [];
  for (let nth = 0; nth < seconds * perSecond; nth++) {
    await sleep(Math.max(0, began + (nth * 1000) / perSecond - performance.now()));
    asked.push(answerTo(url, headers));
  }
  const times = (await Promise.all(asked)).filter((time) => time !== null);
  return { times, wrong: asked.length - times.length, seconds: (performance.now() - began) / 1000 };
}

/** The milliseconds until all of an answer is there; null where it is a refusal. */
async function answerTo(url: string, headers: Record<string, string>): Promise<number | null> {
  const since = performance.now();
  const answer = await fetch(url, { headers, redirect: "manual" });
  await answer.arrayBuffer();
  return answer.ok ? performance.now() - since : null;
}

export type Figures = {
  readonly answers: number;
  readonly wrong: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
};

/** Several runs of one target as one. */
export function figuresOf(runs: readonly Run[]): Figures {
  const times = runs.flatMap((run) => run.times).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    answers: times.length,
    wrong: runs.reduce((sum, run) => sum + run.wrong, 0),
    perSecond: times.length / runs.reduce((sum, run) => sum + run.seconds, 0),
    p50: at(0.5),
    p95: at(0.95),
  };
}

/** Asks of each in turn, several times over, so that a slow moment of the machine falls on all of them alike. */
export async function inTurns(
  targets: readonly Target[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Figures[]> {
  const runs = targets.map((): Run[] => []);
  for (const target of targets) await ask(target, 2);
  for (let round = 0; round < rounds; round++) {
    for (const [at, target] of targets.entries()) runs[at]?.push(await ask(target, seconds));
  }
  return runs.map(figuresOf);
}
