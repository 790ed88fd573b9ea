import type Sqlite from 'better-sqlite3';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { whenFree } from '../database/when-free.js';
import { nameKey } from '../text.js';
import { networkOf } from './network.js';

declare module 'rate-limiter-flexible' {
  // The package's types leave it out.
  interface RateLimiterSQLite {
    clearExpired(before: number): Promise<void>;
  }
}

/** Seconds. */
const MINUTE = 60;

const TRIES_BY_NAME = { points: 10, duration: 15 * MINUTE };
const TRIES_BY_NETWORK = { points: 100, duration: 60 * MINUTE };
/** Room for a class that signs up together. */
const SIGN_UPS_BY_NETWORK = { points: 60, duration: 60 * MINUTE };

/** As the package would make it, but before the first try, so that a broken file stops the start. */
const TABLE = `create table if not exists tries (
  key text primary key,
  points integer not null default 0,
  expire integer
) strict`;

/** Counts failed sign-ins, by username and by network, and sign-ups, by network. */
export class RateLimits {
  readonly #byName: Limiter;
  readonly #byNetwork: Limiter;
  readonly #signUps: Limiter;

  constructor(connection: Sqlite.Database) {
    connection.exec(TABLE);
    const shared = {
      storeClient: connection,
      storeType: 'better-sqlite3',
      tableName: 'tries',
      tableCreated: true,
      clearExpiredByTimeout: true,
    };
    this.#byName = new Limiter({ ...shared, ...TRIES_BY_NAME, keyPrefix: 'name' });
    this.#byNetwork = new Limiter({ ...shared, ...TRIES_BY_NETWORK, keyPrefix: 'network' });
    this.#signUps = new Limiter({ ...shared, ...SIGN_UPS_BY_NETWORK, keyPrefix: 'sign-up' });
  }

  /**
   * Counts a try to sign in: call it before the password is checked.
   * @param address where the request came from
   * @returns false when none is left for now
   */
  async take(username: string, address: string): Promise<boolean> {
    const network = networkOf(address);
    return (await this.#byName.take(named(username, network))) && (await this.#byNetwork.take(network));
  }

  /** After a success: the username's tries are forgotten, the network gets this one back. */
  async giveBack(username: string, address: string): Promise<void> {
    const network = networkOf(address);
    await this.#byName.delete(named(username, network));
    await this.#byNetwork.reward(network, 1);
  }

  /**
   * Counts a sign-up: call it before the password is hashed.
   * @param address where the request came from
   * @returns false when none is left for now
   */
  takeSignUp(address: string): Promise<boolean> {
    return this.#signUps.take(networkOf(address));
  }
}

class Limiter extends RateLimiterSQLite {
  async take(key: string): Promise<boolean> {
    try {
      await whenFree(() => this.consume(key));
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }

  /** Called by a timer, where an error would end the process. */
  override async clearExpired(before: number): Promise<void> {
    await super.clearExpired(before).catch(() => {});
  }
}

function named(username: string, network: string): string {
  return `${nameKey(username).slice(0, 100)} ${network}`;
}
