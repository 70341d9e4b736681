import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import en from "@/lib/i18n/en.json" with { type: "json" };

export type Mailbox = {
  readonly url: string;
  readonly mails: readonly Email[];
  readonly stop: () => Promise<void>;
};

type Kept = { readonly to: string; readonly subject: string; readonly text: string };

/** A real SMTP server that keeps what it is given, in `folder` too where other processes want to read it. */
export async function startMailbox(folder?: string): Promise<Mailbox> {
  const mails: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const mail = await PostalMime.parse(Buffer.concat(chunks));
        mails.push(mail);
        if (folder) keep(folder, mail, mails.length);
        done();
      });
    },
  });
  // The app under test is stopped in the middle of a mail now and then, and that is no matter of the mailbox's.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function keep(folder: string, mail: Email, number: number): void {
  const kept: Kept = { to: mail.to?.[0]?.address ?? "", subject: mail.subject ?? "", text: mail.text ?? "" };
  writeFileSync(join(folder, `${String(number).padStart(6, "0")}.json`), JSON.stringify(kept));
}

/** What a mail says beyond the fixed words of one of the catalogue's, in which only the link is its own; empty where it says no more. */
export function beyondTheCatalogue({ subject = "", text = "" }: Email): string {
  const fixed = Object.values(en.mail).find((mail) => mail.subject === subject);
  if (!fixed) return subject;
  const [before = "", after = ""] = fixed.text.trim().split("{link}");
  const said = text.replaceAll("\r", "").trim();
  const link = said.slice(before.length, said.length - after.length);
  const whole = said === before + link + after && /^https?:\/\/[\w.:-]+(\/[\w-]+)*\/?$/.test(link);
  return whole ? "" : said;
}

/** What the mailbox of the end-to-end tests has kept for an address, oldest first. */
export async function mailsTo(address: string): Promise<Kept[]> {
  const folder = process.env.E2E_MAILS ?? "";
  const all = readdirSync(folder)
    .sort()
    .map((file): Kept => JSON.parse(readFileSync(join(folder, file), "utf8")));
  return all.filter(({ to }) => to === address);
}

export async function lastMailTo(address: string): Promise<Kept> {
  for (let waited = 0; waited < 100; waited++) {
    const mail = (await mailsTo(address)).at(-1);
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("no mail came");
}
