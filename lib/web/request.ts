import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";

/** A server action is a public endpoint: it answers only forms of our own pages. Throws a Refusal otherwise. */
export async function requireSameOrigin(): Promise<void> {
  const asked = await headers();
  const site = asked.get("sec-fetch-site");
  if (asked.get("origin") === env().origin && (site === null || site === "same-origin")) return;
  throw new Refusal("not_from_here", { origin: env().origin });
}

/** The caller's address. `instrumentation.ts` has put it there, past any header the caller made up. */
export async function callerAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for") ?? "unknown";
}

/** Whether a form was sent by our script, which shows the answer on the page that stands; the browser by itself draws it anew. */
export async function sentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

export async function requestId(): Promise<string> {
  return (await headers()).get("x-request-id") ?? "none";
}

/** "Firefox on Android": enough for its owner to know a device again. */
export async function deviceLabel(): Promise<string> {
  const agent = (await headers()).get("user-agent") ?? "";
  const browser = /Edg/.test(agent)
    ? "Edge"
    : /Firefox/.test(agent)
      ? "Firefox"
      : /Chrom(e|ium)/.test(agent)
        ? "Chrome"
        : /Safari/.test(agent)
          ? "Safari"
          : "A browser";
  const system = /Android/.test(agent)
    ? "Android"
    : /iPhone|iPad/.test(agent)
      ? "iOS"
      : /Windows/.test(agent)
        ? "Windows"
        : /Mac OS/.test(agent)
          ? "macOS"
          : /Linux/.test(agent)
            ? "Linux"
            : "";
  return system ? `${browser} · ${system}` : browser;
}
