import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { whenFree } from '../database/when-free.js';

/** What someone typed that could not be taken: their session had ended, or they saw another household by then. */
export interface KeptForm {
  /** The user whose form it was: nobody else ever sees it. */
  owner: number;
  /** The path of the page that the form stands on. */
  page: string;
  values: Record<string, string>;
  /** The household that the form was drawn for, as its hidden field says; undefined for a form of none. */
  household?: string | undefined;
  /** Why it was not taken, as the page that shows it again says; undefined when its session had ended. */
  note?: string;
}

const AT_MOST = 3;
const LONGEST_WAIT = 24 * 60 * 60 * 1000;

const TABLE = `
  create table if not exists kept_forms (
    id text primary key,
    owner integer not null,
    page text not null,
    form text not null,
    kept_at integer not null
  ) strict;
  create index if not exists kept_forms_of_owner on kept_forms (owner, kept_at);
`;

/**
 * Forms that wait for their writers, in the session file. Found by a key that only the address of the writer's own
 * redirect has, and by whose they are; not through the cookie, which may be that of a new session by now.
 */
export class KeptForms {
  readonly #connection: Sqlite.Database;

  /** @param connection the open session file */
  constructor(connection: Sqlite.Database) {
    connection.exec(TABLE);
    takeOver(connection);
    this.#connection = connection;
  }

  /** Keeps a form for a day, the newest three of each user. @returns its key */
  keep(form: KeptForm): string {
    const id = randomBytes(16).toString('base64url');
    const now = Date.now();
    this.#connection
      .transaction(() => {
        const insert = 'insert into kept_forms (id, owner, page, form, kept_at) values (?, ?, ?, ?, ?)';
        this.#connection.prepare(insert).run(id, form.owner, form.page, JSON.stringify(form), now);
        this.#connection.prepare('delete from kept_forms where kept_at < ?').run(now - LONGEST_WAIT);
        this.#connection
          .prepare(
            `delete from kept_forms where owner = @owner and id not in
               (select id from kept_forms where owner = @owner order by kept_at desc, id limit @most)`,
          )
          .run({ owner: form.owner, most: AT_MOST });
      })
      .immediate();
    return id;
  }

  /** The form with this key, when it is this user's. */
  find(id: unknown, owner: number): KeptForm | undefined {
    if (typeof id !== 'string') return undefined;
    const row = this.#connection
      .prepare('select form from kept_forms where id = ? and owner = ? and kept_at >= ?')
      .get(id, owner, Date.now() - LONGEST_WAIT) as { form: string } | undefined;
    return row && (JSON.parse(row.form) as KeptForm);
  }

  /** Forgets one of a user's forms: it was sent after all. */
  forget(id: string, owner: number): void {
    this.#connection.prepare('delete from kept_forms where id = ? and owner = ?').run(id, owner);
  }

  /**
   * Forgets a user's forms, with the account or with a membership.
   * @param household only those for this one; all when left out
   */
  async forgetAllOf(owner: number, household?: number): Promise<void> {
    const only = household === undefined ? null : String(household);
    const forget = this.#connection.prepare(
      "delete from kept_forms where owner = ? and (? is null or form ->> '$.household' = ?)",
    );
    await whenFree(() => forget.run(owner, only, only));
  }
}

/** What a Larder before this one kept, under another name. */
function takeOver(connection: Sqlite.Database): void {
  const before = connection.prepare(`select 1 from sqlite_master where name = 'parked_forms'`).get();
  if (before === undefined) return;
  connection.exec(`insert or ignore into kept_forms select id, owner, page, form, parked_at from parked_forms;
    drop table parked_forms`);
}
