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

/** Makes limiters in the database of one engine. */
export type MakeLimiter = (limit: Limit) => Limiter;
