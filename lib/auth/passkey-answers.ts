import "server-only";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { z } from "zod";

const base64url = z.string().regex(/^[\w-]+$/);
const credential = { id: base64url.max(1364), rawId: base64url, type: z.literal("public-key") };
const extensions = { clientExtensionResults: z.object({}) };
const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

/** What browsers answer (WebAuthn, level 3, `RegistrationResponseJSON`), as far as it is looked at. */
export const attestation = z.object({
  ...credential,
  ...extensions,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string())
      .transform((named) => transports.filter((known) => named.includes(known)))
      .optional(),
  }),
});

/** The same of `AuthenticationResponseJSON`. */
export const assertion = z.object({
  ...credential,
  ...extensions,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

/** A page of somebody else's that has ours inside is no page of ours. */
export const clientData = z.object({ challenge: base64url, crossOrigin: z.literal(false).optional() });

/** What was answered, or null where it is nothing of that shape. */
export function read<S extends z.ZodType>(shape: S, json: string): z.output<S> | null {
  try {
    return shape.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** Whether a maker vouches for the device. Not asked for, and checking it would fetch what the answer names. */
export function isVouchedFor(attestationObject: string): boolean {
  try {
    const object = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, "base64url")));
    return !["none", "packed"].includes(object.get("fmt")) || object.get("attStmt").get("x5c") !== undefined;
  } catch {
    return true;
  }
}
