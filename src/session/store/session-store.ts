import { createHash } from 'node:crypto';
import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import { LRUCache } from 'lru-cache';
import { OWN_PARTS } from './built-in-parts.js';
import { type Done, toldOnce } from './callbacks.js';
import { ChangesOutside } from './changes-outside.js';
import './session-data.js';
import type { SessionPart } from './session-part.js';
import type { Asks, Found, IdState, Now, Outcome, RowValues, SessionRows, Write } from './session-rows.js';
import type { Lifetimes, StoreOptions } from './store-options.js';
import { storedSession } from './stored-session.js';

export type { Lifetimes } from './store-options.js';

type Got = (error: unknown, session?: SessionData | null) => void;

/** A session as it is under its lock. */
export interface LockedSession extends Omit<Now, 'stored' | 'heir'> {
  /** Undefined when it has ended. */
  data: SessionData | undefined;
  heir: SessionData | undefined;
}

export interface Change<T> {
  result: T;
  write?: { how: Write['how']; sid: string; session: Partial<SessionData>; endOthersOf?: number | undefined };
}

const HOUR = 60 * 60_000;
const ANONYMOUS_LIFETIME = 24 * HOUR;

const keys = new LRUCache<string, string>({
  max: 1000,
  memoMethod: (sid) => createHash('sha256').update(sid).digest('base64url'),
});

/**
 * express-session's store over rows of either engine. It keys rows by a hash of the id, never brings back a deleted
 * row, deletes an unreadable one, writes a touch at most once an hour, ends sessions at their absolute lifetime,
 * and knows whose they are.
 */
export class SessionStore extends session.Store {
  readonly rows: SessionRows;
  readonly parts: readonly SessionPart[];
  readonly #lifetimes: Lifetimes;
  readonly #touchEvery: number;
  readonly #toldOfTouch: (error: unknown) => void;
  /** Came from a row: saving may change that row, never make one. */
  readonly #loaded = new WeakSet<object>();
  readonly #found = new WeakMap<object, Found>();
  readonly #outside = new ChangesOutside();
  readonly #report: (error: Error) => void;
  readonly #isStrict: boolean;
  readonly #cookieDue = new WeakSet<object>();

  /**
   * @param lifetimes in milliseconds
   * @param more.parts that other rooms keep in sessions
   * @param more.isStrict a change outside of changeSession is an error, not a warning
   * @param more.report gets errors that nobody waits for
   */
  constructor(rows: SessionRows, lifetimes: Lifetimes, more: StoreOptions = {}) {
    super();
    const { report = () => {}, isStrict = true } = more;
    this.rows = rows;
    this.#report = report;
    this.#isStrict = isStrict;
    this.#toldOfTouch = toldOnce(report);
    this.#lifetimes = lifetimes;
    this.parts = [...OWN_PARTS, ...(more.parts ?? [])];
    this.#touchEvery = Math.min(HOUR, lifetimes.idle / 10);
  }

  /** True when the session has a row, or had one when this request began. */
  isStored(session: object): boolean {
    return this.#loaded.has(session);
  }

  /** True when this answer should set the session cookie. */
  isCookieDue(req: object): boolean {
    return this.#cookieDue.has(req);
  }

  setCookieDue(req: object, isDue: boolean): void {
    if (isDue) this.#cookieDue.add(req);
    else this.#cookieDue.delete(req);
  }

  /** The session's name in the database, which nobody can sign in with. */
  keyOf(sid: string): string {
    return keys.memo(sid);
  }

  rowOf(sid: string): Promise<string> {
    return this.rows.rowOf(this.keyOf(sid));
  }

  /** True when an answer may still set this session's cookie: it has not ended meanwhile. */
  isThere(sid: string): Promise<boolean> {
    return this.rows.isThere(this.keyOf(sid));
  }

  idState({ session, sessionID }: Pick<Request, 'session' | 'sessionID'>): IdState | Promise<IdState> {
    return this.#found.get(session)?.idState ?? this.rows.idState(this.keyOf(sessionID));
  }

  /** The session with this id, if that is good. */
  async find(sid: string): Promise<SessionData | undefined> {
    const found = await this.rows.find(this.keyOf(sid));
    if (!found) return undefined;
    const data = storedSession(found.stored, this.parts);
    if (data) this.#found.set(data, found);
    // Nobody can ever use it.
    else await this.rows.end(found.row).catch(() => {});
    return data;
  }

  override get(sid: string, done: Got): void {
    this.find(sid).then(
      (found) => done(null, found),
      (error: unknown) => done(error),
    );
  }

  override createSession(req: Request, data: SessionData): session.Session & SessionData {
    const made = super.createSession(req, data);
    const found = this.#found.get(data);
    if (found) this.#found.set(made, found);
    this.#loaded.add(made);
    this.#outside.remember(made);
    return made;
  }

  /** A new session of nobody, under a new id, for a request; nothing is stored. */
  generateFor(req: Request): void {
    // express-session gives it to each store.
    (this as unknown as { generate(req: Request): void }).generate(req);
  }

  /** A failed change left this session in memory. */
  disregard(session: object): void {
    this.#outside.disregard(session);
  }

  /**
   * Reads a session under its lock, and writes what the work says.
   * @param sid the session's id, or one from before
   * @param work must not wait; may be done again; what it throws undoes everything
   * @param until when to give up waiting, by performance.now()
   * @param req its answer sets the cookie of a session that is made, moved or replaced
   * @throws FileBusy, with nothing changed
   */
  async locked<T>(
    { sid, asks = {}, req, until }: { sid: string; asks?: Asks; req?: Request; until?: number | undefined },
    work: (now: LockedSession) => Change<T>,
  ): Promise<T> {
    let written: Change<T>['write'];
    const done = ({ stored, heir, ...now }: Now): Outcome<T> => {
      const [data, heirs] = [stored, heir].map((one) => storedSession(one, this.parts));
      const { result, write } = work({ ...now, data, heir: heirs });
      written = write;
      return { result, write: write && this.#writeOf(write) };
    };
    const result = await this.rows.locked(this.keyOf(sid), asks, done, until);
    if (written) {
      this.#loaded.add(written.session);
      this.#outside.remember(written.session);
      if (req && written.how !== 'change') this.#cookieDue.add(req);
    }
    return result;
  }

  /**
   * express-session saves at the end of a request, when others may have changed the session: that writes nothing.
   * What was changed outside of changeSession would be lost, and is an error of the program.
   */
  override set(_sid: string, data: SessionData, done: Done = () => {}): void {
    const error = this.#outside.in(data);
    if (error && !this.#isStrict) this.#report(error);
    done(this.#isStrict ? error : undefined);
  }

  /**
   * Notes that a session is used, without making anybody wait: when the file is busy, a later request does it, and
   * one log line says so.
   */
  override touch(sid: string, data: SessionData, done: Done = () => {}): void {
    const lifetimes = { now: Date.now(), ...this.#lifetimesOf(data) };
    const told = (error?: unknown) => {
      this.#toldOfTouch(error);
      done(undefined);
    };
    this.rows
      .touch(this.keyOf(sid), lifetimes, this.#touchEvery, this.#found.get(data))
      .then(() => told(), told);
  }

  override destroy(sid: string, done: Done = () => {}): void {
    this.rows.end(this.keyOf(sid)).then(() => done(), done);
  }

  #writeOf({ how, sid, session, endOthersOf }: NonNullable<Change<unknown>['write']>): Write {
    const values: RowValues = {
      sess: JSON.stringify(session),
      userId: session.user_id ?? null,
      device: session.device ?? null,
      follows: session.follows ?? null,
      now: Date.now(),
      ...this.#lifetimesOf(session),
    };
    if (how === 'change') return { how, values, endOthersOf };
    return { how, values, key: this.keyOf(sid) };
  }

  #lifetimesOf(data: Partial<SessionData>): Lifetimes {
    const { idle, absolute } = this.#lifetimes;
    return { idle: data.user_id === undefined ? Math.min(idle, ANONYMOUS_LIFETIME) : idle, absolute };
  }
}
