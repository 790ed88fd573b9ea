import { createHmac } from 'node:crypto';
import path from 'node:path';
import bcrypt from 'bcrypt';
import Database from 'better-sqlite3';
import { COLUMNS, type Item } from './item.js';
import { asSeen, type StoredDraft } from './seen-drafts.js';
import { type Journal, JournalReader } from './seen-journal.js';
import type { Draft, Id, State } from './state.js';

export interface Seen {
  /** With what the journal has got since the last look. */
  households: Record<Id, { places: Record<Id, string>; items: Record<Id, Item>; journal: Journal }>;
  people: Record<string, { current: Id; households: Id[]; password: string }>;
  sessions: Record<string, { user: Id | null; former: Id | null; drafts: Id[] }>;
  /** Open and discarded ones: everybody's, and what a session remembers of nobody's. */
  drafts: Record<Id, Draft>;
  /** At which revision everybody's entries were committed. */
  commits: Record<Id, string>;
}

const ITEM_COLUMNS = Object.entries(COLUMNS)
  .map(([part, column]) => `i.${column} as ${part}`)
  .join();

/** Looks into the two files behind the program, and meddles with them where that is part of the torture. */
export class Files {
  readonly larder: Database.Database;
  readonly sessions: Database.Database;
  readonly journal: JournalReader;
  readonly #kept = new Map<string, Database.Statement>();
  readonly #quick = new Map<string, { password: string; hash: string }>();

  constructor(dataDir: string) {
    const open = (name: string) => {
      const file = new Database(path.join(dataDir, name), { fileMustExist: true });
      file.pragma('busy_timeout = 5000');
      return file;
    };
    this.larder = open('larder.sqlite');
    this.sessions = open('sessions.sqlite');
    this.journal = new JournalReader(this.larder);
  }

  /** Everything that concerns the people and households of a state. @param newKeys of sessions that were made since */
  look(state: State, newKeys: string[] = []): Seen {
    const ids = Object.keys(state.households);
    const usernames = Object.keys(state.people);
    const sessions = this.#sessionsOf(state, newKeys);
    return {
      households: Object.fromEntries(
        ids.map((id) => [
          id,
          { places: this.#places(id), items: this.#items(id), journal: this.journal.news(id) },
        ]),
      ),
      people: Object.fromEntries(usernames.map((name) => [name, this.#person(name)])),
      sessions,
      drafts: this.#drafts(state, sessions),
      commits: this.#commits(state),
    };
  }

  /** True when a person has another password than when this was seen to last. */
  isNewPassword(username: string, password: string): boolean {
    return this.#quick.get(username)?.password !== password;
  }

  /** Puts a hash in the place of a new password's that is quick to check: bcrypt is not what is tortured. */
  makeSignInsQuick({ people }: State): void {
    for (const [username, { password }] of Object.entries(people)) {
      if (!this.isNewPassword(username, password)) continue;
      const hash = bcrypt.hashSync(
        createHmac('sha384', 'larder password').update(password).digest('base64'),
        4,
      );
      this.larder.prepare('update users set password_hash = ? where username = ?').run(hash, username);
      this.#quick.set(username, { password, hash });
    }
  }

  /** Ends a session as time would, or as a lost file would. */
  endSession(key: string, way: 'expired' | 'deleted'): void {
    const sql =
      way === 'deleted'
        ? 'delete from sessions where sid = ?'
        : 'update sessions set expired = 1 where sid = ?';
    this.sessions.prepare(sql).run(key);
  }

  /** What is wrong with the files; nothing, when they are sound. */
  faults(): string[] {
    return [this.larder, this.sessions].flatMap((file) => {
      const integrity = file.pragma('integrity_check', { simple: true });
      const keys = file.pragma('foreign_key_check') as unknown[];
      return [
        ...(integrity === 'ok' ? [] : [`${file.name}: ${integrity}`]),
        ...keys.map((key) => `${file.name}: ${JSON.stringify(key)}`),
      ];
    });
  }

  /** The keys of the sessions that have not run out. */
  sessionKeys(): string[] {
    return this.sessions
      .prepare('select sid from sessions where expired >= ?')
      .pluck()
      .all(Date.now()) as string[];
  }

  close(): void {
    this.larder.close();
    this.sessions.close();
  }

  #places(household: Id): Record<Id, string> {
    const rows = this.#all<{ id: number; name: string }>(
      this.larder,
      'select id, name from places where household_id = ?',
      household,
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }

  #items(household: Id): Record<Id, Item> {
    const rows = this.#all<Omit<Item, 'place'> & { id: number; place: number }>(
      this.larder,
      `select i.id, i.place_id as place, f.name, ${ITEM_COLUMNS} from items i join foods f on f.id = i.food_id where i.household_id = ?`,
      household,
    );
    return Object.fromEntries(rows.map(({ id, place, ...item }) => [id, { ...item, place: String(place) }]));
  }

  #person(username: string): Seen['people'][string] {
    const rows = this.#all<{ current: number; household: number; hash: string }>(
      this.larder,
      `select u.current_household_id as current, m.household_id as household, u.password_hash as hash from users u join memberships m on m.user_id = u.id
       where u.username = ? order by m.household_id`,
      username,
    );
    const password = rows[0]?.hash === this.#quick.get(username)?.hash ? 'as before' : 'another';
    return {
      current: String(rows[0]?.current),
      households: rows.map(({ household }) => String(household)),
      password,
    };
  }

  #sessionsOf(state: State, newKeys: string[]): Seen['sessions'] {
    const users = Object.values(state.people).map(({ id }) => Number(id));
    const keys = [...Object.keys(state.sessions), ...newKeys];
    const marks = (list: unknown[]) => list.map(() => '?').join();
    const rows = this.#all<{ sid: string; sess: string; user_id: number | null; former: number | null }>(
      this.sessions,
      `select sid, sess, user_id, iif(user_id is null, coalesce(
         (select user_id from ended_sessions e where e.sid = s.sess ->> '$.follows'),
         (select user_id from sessions o where o.sid = s.sess ->> '$.follows' and o.expired < ?)), null) as former
       from sessions s where expired >= ? and (user_id in (${marks(users)}) or sid in (${marks(keys)}))`,
      Date.now(),
      Date.now(),
      ...users,
      ...keys,
    );
    return Object.fromEntries(
      rows.map(({ sid, sess, user_id, former }) => {
        const { drafts = [] } = JSON.parse(sess) as { drafts?: Id[] };
        return [sid, { user: idOrNull(user_id), former: idOrNull(former), drafts }];
      }),
    );
  }

  #drafts(state: State, sessions: Seen['sessions']): Seen['drafts'] {
    const owners = Object.values(state.people).map(({ id }) => Number(id));
    const begun = Object.values(sessions).flatMap(({ drafts }) => drafts);
    const rows = this.#all<StoredDraft>(
      this.larder,
      `select id, kind, owner_id, household_id, state, revision, keys, body, once from drafts where state <> 'committed'
       and (owner_id in (select value from json_each(?)) or (owner_id is null and id in (select value from json_each(?))))`,
      JSON.stringify(owners),
      JSON.stringify(begun),
    );
    return Object.fromEntries(rows.map((row) => [row.id, asSeen(row)]));
  }

  #commits({ people }: State): Seen['commits'] {
    const owners = Object.values(people).map(({ id }) => Number(id));
    const rows = this.#all<{ id: Id; revision: string }>(
      this.larder,
      "select id, revision from drafts where state = 'committed' and owner_id in (select value from json_each(?))",
      JSON.stringify(owners),
    );
    return Object.fromEntries(rows.map(({ id, revision }) => [id, revision]));
  }

  #all<Row>(file: Database.Database, sql: string, ...values: unknown[]): Row[] {
    const name = `${file.name} ${sql}`;
    const statement = this.#kept.get(name) ?? file.prepare(sql);
    this.#kept.set(name, statement);
    return statement.all(...values) as Row[];
  }
}

function idOrNull(id: number | null): Id | null {
  return id === null ? null : String(id);
}
