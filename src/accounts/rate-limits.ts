import { nameKey } from '../text.js';
import type { Limiter, MakeLimiter } from './limiters/limiter.js';
import { networkOf } from './network.js';

/** Seconds. */
const MINUTE = 60;

const TRIES_BY_NAME = { points: 10, duration: 15 * MINUTE };
const TRIES_BY_NETWORK = { points: 100, duration: 60 * MINUTE };
/** Room for a class that signs up together. */
const SIGN_UPS_BY_NETWORK = { points: 60, duration: 60 * MINUTE };
/** An invitation that waits is a session and a draft: room for households that join together. */
const WAITS_BY_NETWORK = { points: 60, duration: 60 * MINUTE };
/** Whatever else a stranger sends, of each kind: no person gets there. */
export const POSTS_BY_NETWORK = { points: 300, duration: 60 * MINUTE };

/** Counts failed sign-ins, so that guessing is slow for one username and from one network; and what else a stranger sends. */
export class RateLimits {
  readonly #byName: Limiter;
  readonly #byNetwork: Limiter;
  readonly #signUps: Limiter;
  readonly #waits: Limiter;
  readonly #posts: Limiter;

  constructor(limiter: MakeLimiter) {
    this.#byName = limiter({ ...TRIES_BY_NAME, keyPrefix: 'name' });
    this.#byNetwork = limiter({ ...TRIES_BY_NETWORK, keyPrefix: 'network' });
    this.#signUps = limiter({ ...SIGN_UPS_BY_NETWORK, keyPrefix: 'sign-up' });
    this.#waits = limiter({ ...WAITS_BY_NETWORK, keyPrefix: 'wait' });
    this.#posts = limiter({ ...POSTS_BY_NETWORK, keyPrefix: 'post' });
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
    await this.#byName.forget(named(username, network));
    await this.#byNetwork.giveBack(network);
  }

  /**
   * Counts a sign-up: call it before the password is hashed.
   * @param address where the request came from
   * @returns false when none is left for now
   */
  takeSignUp(address: string): Promise<boolean> {
    return this.#signUps.take(networkOf(address));
  }

  /**
   * Counts an invitation that is to wait for a stranger, before it does.
   * @param address where the request came from
   * @returns false when none may wait for now
   */
  takeWait(address: string): Promise<boolean> {
    return this.#waits.take(networkOf(address));
  }

  /**
   * Counts what a stranger sends, before it is looked at.
   * @param kind of the form, which is counted by itself
   * @param address where the request came from
   * @returns false when that is too much for now
   */
  takePost(kind: string, address: string): Promise<boolean> {
    return this.#posts.take(`${kind} ${networkOf(address)}`);
  }

  /** What was sent came from one who may come in: it does not count. */
  async forgivePost(kind: string, address: string): Promise<void> {
    await this.#posts.giveBack(`${kind} ${networkOf(address)}`);
  }
}

function named(username: string, network: string): string {
  return `${nameKey(username).slice(0, 100)} ${network}`;
}
