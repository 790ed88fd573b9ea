import type Sqlite from 'better-sqlite3';
import { whenFree } from '../../../database/when-free.js';
import { randomText } from '../../../random.js';
import { FORMS_AT_MOST, type KeptForm, type KeptForms, LONGEST_WAIT } from '../../kept-forms.js';

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

/** In the session file. */
export class SqliteKeptForms implements KeptForms {
  readonly #connection: Sqlite.Database;

  constructor(connection: Sqlite.Database) {
    connection.exec(TABLE);
    takeOver(connection);
    this.#connection = connection;
  }

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
        .run({ owner, most: FORMS_AT_MOST });
      return id;
    });
    return whenFree(() => kept.immediate());
  }

  async find(id: unknown, owner: number): Promise<KeptForm | undefined> {
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
