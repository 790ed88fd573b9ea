import { createHmac } from 'node:crypto';
import { dictionary } from '@zxcvbn-ts/language-common';
import bcrypt from 'bcrypt';
import { atMost } from './concurrency-limit.js';

/** About a quarter of a second on a small machine. Source: OWASP asks for 10 at the least. */
const COST = 12;

/** In characters. Source: NIST SP 800-63B asks for 8 at the least. */
export const LEAST_LENGTH = 8;

/** Source: NIST SP 800-63B asks to refuse what is commonly used; the list is sorted by frequency. */
const COMMON = new Set((dictionary['passwords-common'] as string[]).slice(0, 10_000));

/** True when a password is among the ten thousand most common, whatever its case. */
export function isCommonPassword(password: string): boolean {
  return COMMON.has(normalized(password).toLowerCase());
}

export class Passwords {
  readonly #cost: number;
  /** Hashing runs on libuv's four threads, which files need too. */
  readonly #limit = atMost(2);
  /** Compared with when there is no such user, so that the answer takes as long. */
  #nobody: Promise<string> | undefined;

  /** @param cost bcrypt's: one more doubles the work. Only tests give another. */
  constructor(cost = COST) {
    this.#cost = cost;
  }

  hash(password: string): Promise<string> {
    return this.#limit(() => bcrypt.hash(shortened(password), this.#cost));
  }

  /**
   * True when the password is the one that was hashed; as slow without a hash.
   * @param hash what `hash` returned, or undefined when there is no such user
   */
  async isRight(password: string, hash: string | undefined): Promise<boolean> {
    this.#nobody ??= this.hash('');
    const against = hash ?? (await this.#nobody);
    const same = await this.#limit(() => bcrypt.compare(shortened(password), against));
    return same && hash !== undefined;
  }
}

/** bcrypt reads only 72 bytes: give it 64 that depend on the whole password. */
function shortened(password: string): string {
  return createHmac('sha384', 'larder password').update(normalized(password)).digest('base64');
}

/** The same password from every keyboard. */
function normalized(password: string): string {
  return password.normalize('NFKC');
}
