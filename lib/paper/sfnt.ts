import { inflateSync } from "node:zlib";

const WOFF = 0x774f4646;
const HEADER = 12;
const ENTRY = 16;

/** The font in a WOFF file (W3C WOFF 1.0), unpacked: what is subset and embedded has to be plain tables. */
export function unpacked(woff: Uint8Array): Buffer {
  const from = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  if (from.readUInt32BE(0) !== WOFF) throw new Error("Not a WOFF file.");
  const count = from.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + at * 20;
    const [offset, packed, length] = [4, 8, 12].map((part) => from.readUInt32BE(entry + part)) as [
      number,
      number,
      number,
    ];
    const bytes = from.subarray(offset, offset + packed);
    return {
      tag: from.subarray(entry, entry + 4),
      checksum: from.readUInt32BE(entry + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const padded = (length: number) => (length + 3) & ~3;
  const into = Buffer.alloc(
    tables.reduce((sum, { bytes }) => sum + padded(bytes.length), HEADER + count * ENTRY),
  );
  const power = Math.floor(Math.log2(count));
  into.writeUInt32BE(from.readUInt32BE(4), 0);
  into.writeUInt16BE(count, 4);
  into.writeUInt16BE(16 << power, 6);
  into.writeUInt16BE(power, 8);
  into.writeUInt16BE(count * 16 - (16 << power), 10);
  let offset = HEADER + count * ENTRY;
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    const entry = HEADER + at * ENTRY;
    tag.copy(into, entry);
    into.writeUInt32BE(checksum, entry + 4);
    into.writeUInt32BE(offset, entry + 8);
    into.writeUInt32BE(bytes.length, entry + 12);
    bytes.copy(into, offset);
    offset += padded(bytes.length);
  }
  return into;
}
