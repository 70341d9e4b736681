import { strFromU8, unzipSync } from "fflate";
import { encode } from "next-auth/jwt";
import { derive } from "@/lib/crypto/keys";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { keys } from "@/lib/crypto/words";
import { asSystem } from "@/lib/db/system";
import type { BuiltAction } from "@/tests/support/privacy-build";

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string };

/** Someone with a browser of sorts: a cookie, or none, and no manners. */
export class Caller {
  constructor(
    readonly name: string,
    readonly origin: string,
    readonly cookie: string | null,
    private readonly cookieName = "keel",
  ) {}

  page(address: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(address, { headers });
  }

  /** The same page as the app's own navigation asks for it. */
  async payload(address: string): Promise<Answer> {
    const first = await this.page(address, { rsc: "1" });
    const elsewhere = first.headers.get("location");
    return elsewhere?.includes("_rsc")
      ? this.page(new URL(elsewhere, this.origin).href.slice(this.origin.length), { rsc: "1" })
      : first;
  }

  /** Calls an action as its form does, or with any other headers and body. */
  act(
    action: BuiltAction,
    address: string,
    sent: { headers?: Record<string, string | null>; body?: BodyInit } = {},
  ): Promise<Answer> {
    const headers = Object.entries({ "next-action": action.id, origin: this.origin, ...sent.headers }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    return this.#ask(address, {
      method: "POST",
      headers: Object.fromEntries(headers),
      body: sent.body ?? formOf({}),
    });
  }

  /** Posts a plain form to a route, as a browser without script does. */
  post(
    address: string,
    headers: Record<string, string> = {},
    body: BodyInit = new URLSearchParams(),
  ): Promise<Answer> {
    return this.#ask(address, { method: "POST", headers, body });
  }

  async #ask(address: string, request: RequestInit): Promise<Answer> {
    const headers = {
      // What is read here at once is not worth packing.
      "accept-encoding": "identity",
      ...(request.headers as Record<string, string>),
      ...(this.cookie ? { cookie: `${this.cookieName}=${this.cookie}` } : {}),
    };
    const answer = await fetch(this.origin + address, { ...request, headers, redirect: "manual" });
    const type = answer.headers.get("content-type");
    const body = type?.startsWith("text/event-stream")
      ? await beginningOf(answer)
      : type === "application/zip"
        ? unpacked(await answer.arrayBuffer())
        : await answer.text();
    return { status: answer.status, headers: answer.headers, body };
  }
}

/** What a stream says first; it would go on for as long as it is listened to. */
async function beginningOf(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

/** All files of an archive with their names, one below the other. */
const unpacked = (archive: ArrayBuffer) =>
  Object.entries(unzipSync(new Uint8Array(archive)))
    .map(([name, content]) => `${name}\n${strFromU8(content)}`)
    .join("\n");

/** A form as React sends it to an action that also takes the form's state. */
export function formOf(fields: Record<string, string> | readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
    form.append(`_1_${name}`, value);
  form.append("0", '[{"outcome":"fresh"},"$K1"]');
  return form;
}

/** A cookie for a new session of somebody's, sealed as the app seals it. */
export async function cookieFor(
  accountId: string,
  { revoked = false, locked = false, confirmed = false } = {},
): Promise<string> {
  const sid = newToken();
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await asSystem([accountId], (db) =>
    db.session.createMany({
      data: {
        accountId,
        tokenHash: hashToken(sid),
        deviceLabel: "A test",
        steppedUpAt: confirmed ? new Date() : anHourAgo,
        revokedAt: revoked ? anHourAgo : null,
        lockedAt: locked ? anHourAgo : null,
      },
    }),
  );
  return encode({
    token: { sub: accountId, sid },
    secret: derive(keys(), "session cookie").toString("hex"),
    salt: "keel",
  });
}

/** Everything of an answer that reaches a browser, as one text. */
export const wholeOf = ({ headers, body }: Answer) =>
  `${[...headers].map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${body}`;
