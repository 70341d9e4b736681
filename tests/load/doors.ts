import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { z } from "zod";
import { derive } from "@/lib/crypto/keys";
import { keys } from "@/lib/crypto/words";
import { addDays, dayIn } from "@/lib/time/day";
import type { Target } from "@/tests/load/measure";
import type { Someone } from "@/tests/load/world";

export type Place = { readonly origin: string; readonly build: string };

/** A person's cookie, sealed as lib/auth/cookies seals it. */
export async function cookieOf({ id, token }: Someone): Promise<string> {
  const secret = derive(keys(), "session cookie").toString("hex");
  return `keel=${await encode({ token: { sub: id, sid: token }, secret, salt: "keel" })}`;
}

export async function page({ origin }: Place, path: string, reader: Someone): Promise<Target> {
  return { url: `${origin}${path}`, headers: { cookie: await cookieOf(reader) } };
}

/** Saves a check-in as its form does, each time another person's of another day. */
export async function saving(place: Place, writers: readonly Someone[]): Promise<Target> {
  const today = dayIn("UTC");
  return action(place, "recordCheckInAction", writers, (n) => {
    const day = addDays(today, -10 - Math.floor(n / writers.length));
    const says = {
      trust: "4",
      safety: "5",
      love: "8",
      pain: "6",
      need: "honesty",
      own_feeling: "raw",
      note: NOTE,
      shown: "numbers",
    };
    const path = `/today?day=${day}`;
    return {
      path,
      fields: [
        ["entry", randomUUID()],
        ["day", day],
        ["feelings", "hurt"],
        ["feelings", "torn"],
        ...Object.entries(says),
      ],
    };
  });
}

const NOTE = "A walk after dinner. We talked about the summer, and then about the other summer.";

/** Shows the partner a feeling as its form does, each time another person. */
export const sharing = (place: Place, writers: readonly Someone[]) =>
  action(place, "shareFeelingAction", writers, () => ({
    path: "/feelings/new",
    fields: [
      ["entry", randomUUID()],
      ["feelings", "hurt"],
      ["strength_hurt", "7"],
      ["feelings", "hopeful"],
      ["own_feeling", "raw"],
      ["note", NOTE],
      ["wish", "to_be_heard"],
    ],
  }));

/** One of the actions that stand only in the bench's build. */
export const bareAction = (place: Place, name: string, writers: readonly Someone[]) =>
  action(place, name, writers, () => ({ path: "/bare-action", fields: [] }));

type Form = { readonly path: string; readonly fields: readonly (readonly [string, string])[] };

async function action(
  { origin, build }: Place,
  name: string,
  people: readonly Someone[],
  form: (n: number) => Form,
): Promise<Required<Target>> {
  const id = idOf(build, name);
  const cookies = await Promise.all(people.map(cookieOf));
  let n = 0;
  const next = () => {
    const { path, fields } = form(n);
    const cookie = cookies[n++ % cookies.length] ?? "";
    const headers = {
      cookie,
      origin,
      "next-action": id,
      accept: "text/x-component",
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
    };
    return { path, headers, body: multipart(fields) };
  };
  return { url: origin, headers: {}, next };
}

const manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });

function idOf(build: string, name: string): string {
  const { node } = manifest.parse(
    JSON.parse(readFileSync(join(build, "server/server-reference-manifest.json"), "utf8")),
  );
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`the build has no ${name}`);
  return found[0];
}

const BOUNDARY = "----keel-bench";

/** A form as React sends it to an action that also takes the form's state. */
function multipart(fields: Form["fields"]): string {
  const parts = [
    ...fields.map(([name, value]) => [`_1_${name}`, value]),
    ["0", '[{"outcome":"fresh"},"$K1"]'],
  ];
  const written = parts.map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${written.join("")}--${BOUNDARY}--\r\n`;
}
