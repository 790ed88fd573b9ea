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
const ANONYMOUS_LIFETIME = 24 * HOUR;

/**
 * connect-sqlite3's store on better-sqlite3. It also keys rows by a hash of the id, never brings back a deleted
 * row, deletes an unreadable one, writes a touch at most once an hour, ends sessions at their absolute lifetime,
 * and knows whose they are.
 */
export class SessionStore extends SqliteStore {
  readonly #connection: Sqlite.Database;
  readonly #lifetimes: Lifetimes;
  readonly #touchEvery: number;
  readonly #toldOfTouch: (error: unknown) => void;
  /** Came from a row: saving may change that row, never make one. */
  readonly #loaded = new WeakSet<object>();
  readonly #outside = new ChangesOutside();
  readonly #report: (error: Error) => void;
  readonly #isStrict: boolean;
  readonly #cookieDue = new WeakSet<object>();
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly renewedIds: RenewedIds;
  readonly users: UserSessions;
  readonly parts: readonly SessionPart[];

  /**
   * @param connection the open session file
   * @param lifetimes in milliseconds
   * @param more.parts that other rooms keep in sessions
   * @param more.isStrict a change outside of changeSession is an error, not a warning
   * @param more.report gets errors that nobody waits for, as in the daily clearing
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

  get connection(): Sqlite.Database {
    return this.#connection;
  }

  /**
   * Runs work under the session file's write lock, in a transaction: nothing else changes a session meanwhile. The
   * work must not wait for anything.
   */
  exclusively<T>(work: () => T): T {
    return this.#connection.transaction(work).immediate();
  }

  /** True when the session has a row, or had one when this request began. */
  isStored(session: object): boolean {
    return this.#loaded.has(session);
  }

  /** True when this answer should set the session cookie. */
  isCookieDue(req: object): boolean {
    return this.#cookieDue.has(req);
  }

  /**
   * The data of the user's session that replaced another.
   * @param sid of the replaced one
   */
  heirOf(sid: string, userId: number): SessionData | undefined {
    const key = this.users.follower(userId, this.rowOf(sid));
    return key === undefined ? undefined : this.#read(key);
  }

  /** The session's name in the file, which nobody can sign in with. */
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
      // Renewed between its two reads by another process, it is where the old id leads by now.
      found = this.#found(sid) ?? this.#found(sid);
    } catch (error) {
      failure = error;
    }
    // Outside the try: what the callback throws is its own.
    done(failure, found);
  }

  override createSession(req: Request, data: SessionData): session.Session & SessionData {
    const made = super.createSession(req, data);
    this.#loaded.add(made);
    this.#outside.remember(made);
    return made;
  }

  /** A failed change left this session in memory. */
  disregard(session: object): void {
    this.#outside.disregard(session);
  }

  /**
   * Saves what changeSession changed. express-session also saves at the end of a request, when others may have
   * changed the session: that writes nothing. Other changes would be lost, and are an error of the program.
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
   * Notes that a session is used, without making anybody wait: when the file is busy, a later request does it, and
   * one log line says so.
   */
  override touch(sid: string, data: SessionData, done: Done = () => {}): void {
    const now = Date.now();
    const told = (error?: unknown) => {
      this.#toldOfTouch(error);
      done(undefined);
    };
    attempt(told, () => {
      const row = this.#statements.lastUse.get({ key: keyOf(sid) }) as
        | { sid: string; seen_at: number }
        | undefined;
      if (!row || now - row.seen_at < this.#touchEvery) return;
      withoutWaiting(this.#connection, () =>
        this.#statements.touch.run({ sid: row.sid, now, ...this.#lifetimesOf(data) }),
      );
    });
  }

  override destroy(sid: string, done: Done = () => {}): void {
    super.destroy(this.rowOf(sid), once(done));
  }

  /** The session in a row; deletes a row without a valid one. */
  #found(sid: string): SessionData | undefined {
    // What is under way goes on under the id that it began with.
    const row = this.#connection.inTransaction ? this.rowOf(sid) : this.renewedIds.rowWhileGood(keyOf(sid));
    return row === undefined ? undefined : this.#read(row);
  }

  #read(key: string): SessionData | undefined {
    const session = this.#stored(key);
    if (session === null)
      attempt(
        () => {},
        () => this.#statements.destroy.run(key),
      );
    return session ?? undefined;
  }

  /** @returns undefined without a row, null when it holds no valid session */
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
    return { idle: data.user_id === undefined ? Math.min(idle, ANONYMOUS_LIFETIME) : idle, absolute };
  }
}
