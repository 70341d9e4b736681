import { z } from "zod";
import { givenPassphrase, name } from "@/lib/accounts/schema";

/** What a browser answered, as JSON: some hundred bytes, and a few thousand where a device is talkative. */
const response = z.string().max(20_000);

export const beginPasskey = z.object({ label: name, passphrase: givenPassphrase });
export const addPasskey = z.object({ label: name, response });
export const answer = z.object({ response });
export const removePasskey = z.object({ passkey: z.uuid(), passphrase: z.string().max(256).default("") });
