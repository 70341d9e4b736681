import { z } from "zod";
import { givenPassphrase } from "@/lib/accounts/schema";

export const PIN_LONGEST = 12;

const pin = z
  .string({ error: "pin" })
  .trim()
  .regex(/^[0-9]{4,12}$/, "pin");

export const byPin = z.object({ pin });
export const byPassphrase = z.object({ passphrase: givenPassphrase });
export const setPin = z.object({ pin, passphrase: z.string().max(256).default("") });
