import { z } from "zod";
import { parseZone } from "@/lib/time/zone";

export const PASSPHRASE_LEAST = 15;

export const email = z
  .string({ error: "email" })
  .trim()
  .toLowerCase()
  .max(254, "email")
  .pipe(z.email("email"));
export const name = z.string({ error: "name" }).trim().min(1, "name").max(60, "name");
/** A new passphrase: long, and anything goes. How guessable it is, is judged with the person's name beside it. */
export const newPassphrase = z
  .string({ error: "passphrase_short" })
  .min(PASSPHRASE_LEAST, "passphrase_short")
  .max(256, "too_long");
export const givenPassphrase = z
  .string({ error: "passphrase_missing" })
  .min(1, "passphrase_missing")
  .max(256, "too_long");
export const code = z.string({ error: "code" }).trim().min(1, "code").max(200, "code");
/** The browser's zone where it told one; UTC where there is no script to tell. */
export const timeZone = z
  .string()
  .default("")
  .transform((text) => parseZone(text) ?? "UTC");
export const chosenZone = z.string({ error: "time_zone" }).transform((text, context) => {
  const zone = parseZone(text);
  if (zone) return zone;
  context.addIssue({ code: "custom", message: "time_zone" });
  return z.NEVER;
});

export const signUp = z.object({ name, email, passphrase: newPassphrase, time_zone: timeZone });
export const signIn = z.object({
  email,
  passphrase: givenPassphrase,
  next: z.string().max(300).default(""),
  shared: z.literal("yes").optional(),
});
export const recover = z.object({ email, code, passphrase: newPassphrase });
export const changePassphrase = z.object({ current_passphrase: givenPassphrase, passphrase: newPassphrase });

export const recoveryByMail = z.object({
  by_mail: z.enum(["on", "off"], { error: "other" }),
  passphrase: z.string().max(256).default(""),
});

export const erase = z.object({
  sure: z.literal("yes", { error: "sure" }),
  passphrase: z.string().max(256).default(""),
});

/** Where to go after signing in, as the address of the sign-in page has it. */
export const nextSearch = z.object({
  next: z.preprocess((value) => [value].flat()[0], z.string().max(300).catch("")),
});
