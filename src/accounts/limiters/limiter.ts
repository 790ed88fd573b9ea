import { RateLimiterRes } from 'rate-limiter-flexible';

/** So many points in so many seconds. */
export interface Limit {
  keyPrefix: string;
  points: number;
  duration: number;
}

/** Counts what comes under a key. */
export interface Limiter {
  /** @returns false when nothing is left for now @throws FileBusy */
  take(key: string): Promise<boolean>;
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export type MakeLimiter = (limit: Limit) => Limiter;

/** @returns false when the limiter refused @throws other errors */
export async function isTaken(consuming: Promise<unknown>): Promise<boolean> {
  try {
    await consuming;
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
