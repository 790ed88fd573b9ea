import type Sqlite from 'better-sqlite3';
import { whenFree } from '../database/when-free.js';
import { randomText } from '../random.js';

/** A form that could not be taken: its session had ended, or its writer sees another household. */
export interface KeptForm {
  /** Nobody else ever sees it. */
  owner: number;
  page: string;
  values: Record<string, string>;
  /** That the form was drawn for; undefined for a form of none. */
  household?: string | undefined;
  /** Why it was not taken; undefined when the session had ended. */
  note?: string;
}

const AT_MOST = 10;
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
 * Forms that wait for their writers, in the session file: found by owner and by the key in the writer's redirect.
 * Not by cookie, which may be a new session's.
 */
export class KeptForms {
  readonly #connection: Sqlite.Database;

  constructor(connection: Sqlite.Database) {
    connection.exec(TABLE);
    takeOver(connection);
    this.#connection = connection;
  }

  /**
   * For a day, the newest ten of each user; a second tap keeps nothing more. They are in the order of their rows: many
   * come in one millisecond.
   * @returns its key @throws FileBusy
   */
  async keep(form: KeptForm): Promise<string> {
    const now = Date.now();
    const { owner, page } = form;
    const text = JSON.stringify(form);
    const kept = this.#connection.transaction((): string => {
      const id = this.#takeOut(owner, text) ?? randomText(16);
      const insert = 'insert into kept_forms (id, owner, page, form, kept_at) values (?, ?, ?, ?, ?)';
      this.#connection.prepare(insert).run(id, owner, page, text, now);
      this.#connection.prepare('delete from kept_forms where kept_at < ?').run(now - LONGEST_WAIT);
      this.#connection
        .prepare(
          `delete from kept_forms where owner = @owner and id not in
             (select id from kept_forms where owner = @owner order by rowid desc limit @most)`,
        )
        .run({ owner, most: AT_MOST });
      return id;
    });
    return whenFree(() => kept.immediate());
  }

  find(id: unknown, owner: number): KeptForm | undefined {
    if (typeof id !== 'string') return undefined;
    const row = this.#connection
      .prepare('select form from kept_forms where id = ? and owner = ? and kept_at >= ?')
      .get(id, owner, Date.now() - LONGEST_WAIT) as { form: string } | undefined;
    return row && (JSON.parse(row.form) as KeptForm);
  }

  async forget(id: string, owner: number): Promise<void> {
    const forget = this.#connection.prepare('delete from kept_forms where id = ? and owner = ?');
    await whenFree(() => forget.run(id, owner));
  }

  /**
   * Forgets a user's forms, with the account or a membership.
   * @param household only those for this one; all when left out
   */
  async forgetAllOf(owner: number, household?: number): Promise<void> {
    const only = household === undefined ? null : String(household);
    const forget = this.#connection.prepare(
      "delete from kept_forms where owner = ? and (? is null or form ->> '$.household' = ?)",
    );
    await whenFree(() => forget.run(owner, only, only));
  }

  /** Takes out the same form that was kept before. @returns its key */
  #takeOut(owner: number, text: string): string | undefined {
    const same = 'delete from kept_forms where owner = ? and form = ? returning id';
    return this.#connection.prepare(same).pluck().get(owner, text) as string | undefined;
  }
}

/** Takes over what an older Larder kept under another name. */
function takeOver(connection: Sqlite.Database): void {
  const before = connection.prepare(`select 1 from sqlite_master where name = 'parked_forms'`).get();
  if (before === undefined) return;
  connection.exec(`insert or ignore into kept_forms select id, owner, page, form, parked_at from parked_forms;
    drop table parked_forms`);
}
