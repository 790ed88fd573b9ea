/** Milliseconds that an id from before is still good, once the new one was used: for what the browser has under way. */
export const GRACE = 60_000;

export interface IdState {
  /** It took the place of another, and nobody has come with it yet. */
  isNew: boolean;
  /** It gave way to one that never came back: the answer was lost, or is still on its way. */
  isUnanswered: boolean;
}

/** A session as a request finds it that begins; what is optional only some engines read along. */
export interface Found {
  row: string;
  /** What the row holds, which may be anything; null when it is no JSON. */
  stored: unknown;
  seenAt?: number;
  idState?: IdState;
}

/** What else has to be known of a session that is locked. */
export interface Asks {
  /** The key of another id, whose row is asked for. */
  before?: string | undefined;
  /** The user whose session is asked for that replaced the one of `before`, when this one is gone. */
  heirOf?: number | undefined;
  isUnanswered?: boolean;
}

export interface Now {
  row: string;
  /** As Found has it; undefined without a row that is good. */
  stored: unknown;
  before: string | undefined;
  heir: unknown;
  isUnanswered: boolean;
}

/** Times are milliseconds since 1970, spans milliseconds. */
export interface RowValues {
  sess: string;
  userId: number | null;
  device: string | null;
  /** The row that this one took the place of. */
  follows: string | null;
  now: number;
  idle: number;
  absolute: number;
}

/** `move` is to another id; `replace` ends the row and makes another. */
export type Write =
  | { how: 'change'; values: RowValues; endOthersOf?: number | undefined }
  | { how: 'make' | 'move' | 'replace'; key: string; values: RowValues };

export interface Outcome<T> {
  result: T;
  write?: Write | undefined;
}

/** A place where a user is signed in. */
export interface SignedIn {
  key: string;
  device: string;
  /** Milliseconds since 1970. */
  since: number;
  lastSeen: number;
}

/** Whose sessions are, and were. Keys are hashes of ids, also of ids from before. */
export interface UserSessions {
  /** The one used last first. */
  list(userId: number): Promise<SignedIn[]>;
  /** @returns false when it is none of the user's */
  end(userId: number, key: string): Promise<boolean>;
  /** Ends a session that has run out, unless it would have to wait. @returns whose it was, once */
  endRunOut(key: string): Promise<number | undefined>;
  /** @param exceptKey of the one to keep */
  endAll(userId: number, exceptKey?: string): Promise<void>;
  /** Undefined when it has not ended, or was nobody's. */
  ofEnded(key: string): Promise<number | undefined>;
}

/**
 * Sessions in a database, by keys, which are hashes of their ids. One row is one session, whatever ids it had: an id that
 * was renewed leads to it. The same for each engine; SessionStore is above.
 */
export interface SessionRows {
  /** Names this installation; made once. */
  readonly installation: string;
  readonly users: UserSessions;
  /** The session of an id that is good: one that was renewed is for GRACE after the new one was used. */
  find(key: string): Promise<Found | undefined>;
  idState(key: string): Promise<IdState>;
  /**
   * Reads a session under its lock and writes what the work says: nothing else changes it meanwhile, in any process.
   * @param work must not wait; may be done again; what it throws undoes everything
   * @param until when to give up waiting, by performance.now()
   * @throws FileBusy, with nothing changed
   */
  locked<T>(key: string, asks: Asks, work: (now: Now) => Outcome<T>, until?: number): Promise<T>;
  rowOf(key: string): Promise<string>;
  isThere(key: string): Promise<boolean>;
  /** Notes that a session is used, unless that was noted within `every` milliseconds. Never waits for others. */
  touch(
    key: string,
    lifetimes: Pick<RowValues, 'now' | 'idle' | 'absolute'>,
    every: number,
    found?: Found,
  ): Promise<void>;
  /** Notes that an id was used that took the place of another. Never waits for others. */
  noteUse(key: string): Promise<void>;
  end(key: string): Promise<void>;
}
