import { randomFillSync } from 'node:crypto';

/** Filled at once: asking for a few random bytes costs as much as asking for many. */
const pool = Buffer.alloc(8192);
let used = pool.length;

/**
 * A text of random bytes that nobody can guess, each used once.
 * @param bytes how many, up to 8192
 * @returns them as base64url
 */
export function randomText(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const text = pool.toString('base64url', used, used + bytes);
  pool.fill(0, used, used + bytes);
  used += bytes;
  return text;
}
