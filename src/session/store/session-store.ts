import type Sqlite from 'better-sqlite3';
import connectSqlite3 from 'connect-sqlite3';
import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import { OWN_PARTS } from './built-in-parts.js';
import { attempt, type Done, once, toldOnce } from './callbacks.js';
import { ChangesOutside } from './changes-outside.js';
import { RenewedIds } from './renewed-ids.js';
import { withoutWaiting } from './session-database.js';
import type { SessionPart } from './session-part.js';
import { keyOf, prepareStatements, SESSIONS_TABLE } from './session-statements.js';
import { SqliteAdapter } from './sqlite-adapter.js';
import type { Lifetimes, StoreOptions } from './store-options.js';
import { storedSession } from './stored-session.js';
import { UserSessions } from './user-sessions.js';

export type { Lifetimes } from './store-options.js';

const SqliteStore = connectSqlite3(session);

type Got = (error: unknown, session?: SessionData | null) => void;
type StoredSession = session.Session & Partial<SessionData> & { req?: Request };

const HOUR = 60 * 60_000;
/** A session of nobody is forgotten after a day. */
const ANONYMOUS = 24 * HOUR;

/**
 * connect-sqlite3's store on one better-sqlite3 connection. Beyond its base it keys rows by a hash of the
 * session id, never brings back a row that was deleted, deletes a row it can't read, writes a touch at most
 * once an hour, ends a session at its absolute lifetime, and knows whose session each is.
 */
export class SessionStore extends SqliteStore {
  readonly #connection: Sqlite.Database;
  readonly #lifetimes: Lifetimes;
  readonly #touchEvery: number;
  readonly #toldOfTouch: (error: unknown) => void;
  /** Sessions that came from a row: saving one may change that row, never make one. */
  readonly #loaded = new WeakSet<object>();
  readonly #outside = new ChangesOutside();
  readonly #report: (error: Error) => void;
  readonly #isStrict: boolean;
  /** Requests whose answer has to carry the cookie: its session was made here. */
  readonly #cookieDue = new WeakSet<object>();
  readonly #statements: ReturnType<typeof prepareStatements>;
  /** Ids of sessions that led to others. */
  readonly renewedIds: RenewedIds;
  /** Whose sessions here are. */
  readonly users: UserSessions;
  /** All that sessions here hold. */
  readonly parts: readonly SessionPart[];

  /**
   * @param connection the open session file
   * @param lifetimes in milliseconds
   * @param more.parts what sessions hold for others than the engine itself
   * @param more.isStrict true where a session that was changed outside of changeSession is an error, not a warning
   * @param more.report gets what goes wrong when nobody waits for it, as in the daily clearing of ended sessions
   */
  constructor(connection: Sqlite.Database, lifetimes: Lifetimes, more: StoreOptions = {}) {
    connection.exec(SESSIONS_TABLE);
    const { report = () => {}, isStrict = true } = more;
    super({ db: new SqliteAdapter(connection, report), table: 'sessions' });
    this.#report = report;
    this.#isStrict = isStrict;
    this.#toldOfTouch = toldOnce(report);
    this.#connection = connection;
    this.#lifetimes = lifetimes;
    this.parts = [...OWN_PARTS, ...(more.parts ?? [])];
    this.#touchEvery = Math.min(HOUR, lifetimes.idle / 10);
    this.#statements = prepareStatements(connection);
    this.renewedIds = new RenewedIds(connection);
    this.users = new UserSessions(connection);
  }

  /** The open session file, for what else is kept there. */
  get connection(): Sqlite.Database {
    return this.#connection;
  }

  /**
   * Runs the work with the session file's write lock, in a transaction: no other request, of this process or
   * another, changes a session meanwhile. The work must not wait for anything.
   */
  exclusively<T>(work: () => T): T {
    return this.#connection.transaction(work).immediate();
  }

  /** True when the session has, or had when this request began, a row. */
  isStored(session: object): boolean {
    return this.#loaded.has(session);
  }

  /** True when the answer to this request should set the session cookie. */
  isCookieDue(req: object): boolean {
    return this.#cookieDue.has(req);
  }

  /**
   * What the session of a user holds that took another one's place.
   * @param sid of the one whose place was taken, which is gone
   */
  heirOf(sid: string, userId: number): SessionData | undefined {
    const key = this.users.follower(userId, this.rowOf(sid));
    return key === undefined ? undefined : this.#read(key);
  }

  /** What names a session in the store's file: whoever reads that file can't sign in with it. */
  keyOf(sid: string): string {
    return keyOf(sid);
  }

  /** What names the row that the session with this id has by now. */
  rowOf(sid: string): string {
    return this.renewedIds.rowOf(keyOf(sid));
  }

  /** True when an answer may still set this session's cookie: it has not ended meanwhile. */
  isThere(sid: string): boolean {
    return this.#statements.seenAt.get(keyOf(sid)) !== undefined;
  }

  /** Moves a session to another id, which the answer to this request has to tell the browser. Within a transaction. */
  renewId(req: object, sid: string, next: string): boolean {
    const isRenewed = this.renewedIds.renew(keyOf(sid), keyOf(next));
    if (isRenewed) this.#cookieDue.add(req);
    return isRenewed;
  }

  override get(sid: string, done: Got): void {
    let found: SessionData | undefined;
    let failure: unknown = null;
    try {
      // What is under way goes on under the id that it began with.
      const row = this.#connection.inTransaction ? this.rowOf(sid) : this.renewedIds.rowFor(keyOf(sid));
      found = row === undefined ? undefined : this.#read(row);
    } catch (error) {
      failure = error;
    }
    // Not within the try: what the callback throws is its own.
    done(failure, found);
  }

  override createSession(req: Request, data: SessionData): session.Session & SessionData {
    const made = super.createSession(req, data);
    this.#loaded.add(made);
    this.#outside.remember(made);
    return made;
  }

  /** Says that what a session holds in memory is not to be kept: the change that left it so has failed. */
  disregard(session: object): void {
    this.#outside.disregard(session);
  }

  /**
   * Saves what a session transaction changed. express-session also saves at the end of a request, outside of any: by
   * then others may have changed the session, so that writes nothing. What was changed outside of a transaction would
   * be lost without a word, and is an error of the program.
   */
  override set(sid: string, data: SessionData, done: Done = () => {}): void {
    const stored = data as StoredSession;
    const now = Date.now();
    const row = {
      sid: this.rowOf(sid),
      sess: JSON.stringify(data),
      user_id: data.user_id ?? null,
      now,
      ...this.#lifetimesOf(data),
    };
    attempt(done, () => {
      if (!this.#connection.inTransaction) return this.#refuseChangesOutside(stored);
      if (this.#loaded.has(stored)) this.#statements.update.run(row);
      else {
        this.#statements.insert.run(row);
        this.#loaded.add(stored);
        if (stored.req) this.#cookieDue.add(stored.req);
        this.#statements.forgetEnded.run(now - this.#lifetimes.absolute);
        this.renewedIds.forget(now - this.#lifetimes.absolute);
      }
      this.#outside.remember(stored);
    });
  }

  #refuseChangesOutside(session: StoredSession): void {
    const error = this.#outside.in(session);
    if (error && this.#isStrict) throw error;
    if (error) this.#report(error);
  }

  /**
   * Writes down that a session is used. It is no reason to let anybody wait: where it can't be done at once, it is done
   * with one of the next requests, and told of once.
   */
  override touch(sid: string, data: SessionData, done: Done = () => {}): void {
    const now = Date.now();
    const told = (error?: unknown) => {
      this.#toldOfTouch(error);
      done(undefined);
    };
    attempt(told, () => {
      const row = this.#statements.seenAt.get(this.rowOf(sid)) as { seen_at: number } | undefined;
      if (!row || now - row.seen_at < this.#touchEvery) return;
      withoutWaiting(this.#connection, () =>
        this.#statements.touch.run({ sid: this.rowOf(sid), now, ...this.#lifetimesOf(data) }),
      );
    });
  }

  override destroy(sid: string, done: Done = () => {}): void {
    super.destroy(this.rowOf(sid), once(done));
  }

  /** The session in a row; a row that holds none is deleted, if it can be: it is no session either way. */
  #read(key: string): SessionData | undefined {
    const session = this.#stored(key);
    if (session === null)
      attempt(
        () => {},
        () => this.#statements.destroy.run(key),
      );
    return session ?? undefined;
  }

  /** @returns undefined when there is no row, null when what it holds is no session */
  #stored(key: string): SessionData | undefined | null {
    const outcome: { error?: unknown; stored?: unknown } = {};
    try {
      super.get(key, (error, stored) => {
        // connect-sqlite3 calls back once more after an error.
        outcome.error ??= error;
        outcome.stored = stored;
      });
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
    if (outcome.error) throw outcome.error;
    if (outcome.stored === undefined) return undefined;
    return storedSession(outcome.stored, this.parts) ?? null;
  }

  #lifetimesOf(data: SessionData): Lifetimes {
    const { idle, absolute } = this.#lifetimes;
    return { idle: data.user_id === undefined ? Math.min(idle, ANONYMOUS) : idle, absolute };
  }
}
