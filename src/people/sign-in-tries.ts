import type Sqlite from 'better-sqlite3';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { nameKey } from '../text.js';

/** Seconds. */
const MINUTE = 60;

/** Counts failed sign-ins, so that guessing is slow both for one username and from one address. */
export class SignInTries {
  readonly #byName: RateLimiterSQLite;
  readonly #byAddress: RateLimiterSQLite;

  /** @param connection the open session file */
  constructor(connection: Sqlite.Database) {
    const shared = {
      storeClient: connection,
      storeType: 'better-sqlite3',
      tableName: 'sign_in_tries',
      clearExpiredByTimeout: true,
    };
    this.#byName = new RateLimiterSQLite({ ...shared, keyPrefix: 'name', points: 10, duration: 15 * MINUTE });
    this.#byAddress = new RateLimiterSQLite({
      ...shared,
      keyPrefix: 'address',
      points: 100,
      duration: 60 * MINUTE,
    });
  }

  /**
   * Counts a try before the password is looked at, so that many at once count too.
   * @param address where the request came from
   * @returns false when none is left for now
   */
  async take(username: string, address: string): Promise<boolean> {
    return (await take(this.#byName, named(username, address))) && (await take(this.#byAddress, address));
  }

  /** After a success: the username's tries are forgotten, the address gets this one back. */
  async giveBack(username: string, address: string): Promise<void> {
    await this.#byName.delete(named(username, address));
    await this.#byAddress.reward(address, 1);
  }
}

async function take(limiter: RateLimiterSQLite, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

function named(username: string, address: string): string {
  return `${nameKey(username).slice(0, 100)} ${address}`;
}
