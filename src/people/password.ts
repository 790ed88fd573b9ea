import { createHmac } from 'node:crypto';
import { dictionary } from '@zxcvbn-ts/language-common';
import bcrypt from 'bcrypt';
import { atMost } from './at-most.js';

/** bcrypt's cost: about a quarter of a second on a small machine. Source: OWASP asks for 10 at the least. */
const COST = 12;
/** Hashing runs on libuv's four threads, which files need too: two at a time leaves pages quick. */
const limit = atMost(2);

/** Source: NIST SP 800-63B asks to refuse what is commonly used; the list is sorted by frequency. */
const COMMON = new Set((dictionary['passwords-common'] as string[]).slice(0, 10_000));

/** A hash to check against when there is no such user, so that an answer takes as long either way. */
let nobody: Promise<string> | undefined;

/** True when a password is among the ten thousand most common, whatever its case. */
export function isCommonPassword(password: string): boolean {
  return COMMON.has(normalized(password).toLowerCase());
}

/** The hash to keep for a password. */
export function hashPassword(password: string): Promise<string> {
  return limit(() => bcrypt.hash(shortened(password), COST));
}

/**
 * True when the password is the one that was hashed. Takes as long when there is no hash.
 * @param hash what hashPassword returned, or undefined when there is no such user
 */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  nobody ??= hashPassword('');
  const against = hash ?? (await nobody);
  const same = await limit(() => bcrypt.compare(shortened(password), against));
  return same && hash !== undefined;
}

/** bcrypt reads 72 bytes at most: give it 64 that depend on the whole password. */
function shortened(password: string): string {
  return createHmac('sha384', 'larder password').update(normalized(password)).digest('base64');
}

/** The same password from every keyboard. */
function normalized(password: string): string {
  return password.normalize('NFKC');
}
