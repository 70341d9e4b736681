import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const PRESENT = 0x01;
const VERIFIED = 0x04;
const CARRIES_A_KEY = 0x40;

/** What this one does otherwise than an honest device would. */
export type Otherwise = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  /** Signs without having asked its owner to unlock it. */
  readonly unlocked?: false;
  readonly credentialId?: Buffer;
  /** Certificates by which its maker vouches for it. */
  readonly vouchers?: readonly Buffer[];
};

/** A device that makes a passkey and signs with it (WebAuthn, level 3), in software: ES256 and no attestation. */
export class Authenticator {
  readonly credentialId = randomBytes(32);
  /** How often it has signed; a test sets it back. */
  counter = 0;
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  /** A browser's answer to `options`, as JSON. */
  makes(options: string, otherwise: Otherwise = {}): string {
    const { challenge } = JSON.parse(options);
    const id = otherwise.credentialId ?? this.credentialId;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const made = Buffer.concat([Buffer.alloc(16), length, id, this.#publicKey()]);
    const statement = otherwise.vouchers ? new Map([["x5c", otherwise.vouchers]]) : new Map();
    const attestationObject = cbor(
      new Map<string, unknown>([
        ["fmt", otherwise.vouchers ? "packed" : "none"],
        ["attStmt", statement],
        ["authData", Buffer.concat([this.#data(otherwise, CARRIES_A_KEY), made])],
      ]),
    );
    const clientDataJSON = this.#clientData("webauthn.create", challenge, otherwise);
    return answer(id, { clientDataJSON, attestationObject }, ["internal"]);
  }

  /** A browser's answer to `options`, as JSON. */
  signs(options: string, otherwise: Otherwise = {}): string {
    const { challenge } = JSON.parse(options);
    this.counter += 1;
    const authenticatorData = this.#data(otherwise);
    const clientDataJSON = this.#clientData("webauthn.get", challenge, otherwise);
    const signature = createSign("sha256")
      .update(Buffer.concat([authenticatorData, sha256(clientDataJSON)]))
      .sign(this.#keys.privateKey);
    const id = otherwise.credentialId ?? this.credentialId;
    return answer(id, { clientDataJSON, authenticatorData, signature });
  }

  #data({ rpId = new URL(env().origin).hostname, unlocked }: Otherwise, flags = 0): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([PRESENT | (unlocked === false ? 0 : VERIFIED) | flags]),
      counter,
    ]);
  }

  #clientData(type: string, asked: string, { origin = env().origin, challenge, crossOrigin }: Otherwise) {
    return Buffer.from(JSON.stringify({ type, challenge: challenge ?? asked, origin, crossOrigin }));
  }

  /** As COSE writes a point on P-256 (RFC 9053). */
  #publicKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    return cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]),
    );
  }
}

const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest();

function answer(id: Buffer, bytes: Record<string, Buffer>, transports?: readonly string[]): string {
  const said = Object.entries(bytes).map(([name, value]) => [name, value.toString("base64url")]);
  const named = id.toString("base64url");
  const response = { ...Object.fromEntries(said), transports };
  return JSON.stringify({
    id: named,
    rawId: named,
    type: "public-key",
    clientExtensionResults: {},
    response,
  });
}

/** As much of CBOR (RFC 8949) as an authenticator says: small numbers, bytes, text, lists and maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flat().map((one) => cbor(one))]);
  throw new Error("an authenticator says no such thing");
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
