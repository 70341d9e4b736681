import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import messages from "@/lib/i18n/en.json";

let transport: Transporter | undefined;

/** Mail exists only where the person who runs the server has set SMTP_URL. */
export const canSendMail = () => env().SMTP_URL !== undefined;

type Kind = keyof typeof messages.mail;

/** Sends one of the catalogue's mails as plain text. Its words are fixed: anyone may read it over a shoulder. */
export async function sendMail(to: string, kind: Kind, links: { readonly link: string }): Promise<void> {
  transport ??= createTransport(env().SMTP_URL, { disableFileAccess: true, disableUrlAccess: true });
  const { subject, text } = messages.mail[kind];
  await transport.sendMail({ from: env().MAIL_FROM, to, subject, text: text.replace("{link}", links.link) });
}
