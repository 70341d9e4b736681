import { spawn } from "node:child_process";
import { Stopped } from "./root.mjs";

const running = new Set();

/** Starts a program that ends with us. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, options);
  running.add(child);
  child.once("close", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

export const endOf = (child) =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });

/** Runs a program to its end, quietly; what it said is shown only when it fails. */
export async function run(command, args, { failure, ...options }) {
  const child = start(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  child.stdout?.on("data", (text) => (said += text));
  child.stderr?.on("data", (text) => (said += text));
  const code = await endOf(child);
  if (code === 0) return said;
  throw new Stopped(`${said.trim()}\n\n${failure}`);
}

export async function stopChild(child, patience = 8_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(late);
}

/** The first Ctrl-C (or a closed terminal) ends everything in order: programs first, then what they stood on. */
export function endInOrder(farewell) {
  const steps = [];
  let ending;
  const end = (code) => {
    ending ??= (async () => {
      await Promise.all([...running].map((child) => stopChild(child)));
      for (const step of steps.reverse()) await step().catch(() => {});
      if (code === 0 && farewell) console.log(farewell);
      process.exit(code);
    })();
    return ending;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));
  if (process.env.npm_lifecycle_event) onceOrphaned(() => end(0));
  return { onEnd: (step) => steps.push(step), end, isEnding: () => ending !== undefined };
}

/** npm runs scripts through a shell that keeps signals to itself: when the shell is gone, we go too. */
function onceOrphaned(leave) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    leave();
  }, 300);
  watch.unref();
}
