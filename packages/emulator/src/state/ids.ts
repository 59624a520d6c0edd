import { createHash } from 'node:crypto';

/** Where every id of an emulator comes from: the same seed gives the same ids in the same order. */
export interface Ids {
  /** UUID version 4: request ids, session ids, file ids. */
  uuid(): string;
  /** UUID version 7 of that moment: tool state ids, threads, messages. */
  timeUuid(atMs: number): string;
  /** Base64url text of that many random bytes. */
  secret(bytes: number): string;
}

export function createIds(seed: number): Ids {
  let count = 0;
  const bytes = (length: number): Buffer =>
    createHash('shake256', { outputLength: length }).update(`gigakit:${seed}:${count++}`).digest();
  return {
    uuid() {
      const raw = bytes(16);
      raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x40;
      raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
      return dashed(raw);
    },
    timeUuid(atMs) {
      const raw = bytes(16);
      raw.writeUIntBE(Math.max(0, Math.floor(atMs)), 0, 6);
      raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x70;
      raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
      return dashed(raw);
    },
    secret: (length) => bytes(length).toString('base64url'),
  };
}

function dashed(raw: Buffer): string {
  const hex = raw.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
