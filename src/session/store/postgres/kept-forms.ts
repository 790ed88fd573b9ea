import type { Pool } from 'pg';
import { storable } from '../../../database/postgres/parameters.js';
import { inPoolTransaction } from '../../../database/postgres/transaction.js';
import { randomText } from '../../../random.js';
import { FORMS_AT_MOST, type KeptForm, type KeptForms, LONGEST_WAIT } from '../../kept-forms.js';

/** Forms that wait, in PostgreSQL: those of one user are kept one after another. */
export class PostgresKeptForms implements KeptForms {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  keep(form: KeptForm): Promise<string> {
    const now = Date.now();
    const { owner, page, household = null } = form;
    const text = JSON.stringify(form);
    return inPoolTransaction(this.#pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1, $2::bigint::integer)', [
        KEPT_FORMS,
        owner % 2 ** 31,
      ]);
      const same = await client.query<{ id: string }>(
        'delete from kept_forms where owner = $1 and form = $2 returning id',
        [owner, text],
      );
      const id = same.rows[0]?.id ?? randomText(16);
      await client.query(
        'insert into kept_forms (id, owner, household, page, form, kept_at) values ($1, $2, $3, $4, $5, $6)',
        storable([id, owner, household, page, text, now]),
      );
      await client.query('delete from kept_forms where kept_at < $1', [now - LONGEST_WAIT]);
      await client.query(
        `delete from kept_forms where owner = $1 and kept_as not in
           (select kept_as from kept_forms where owner = $1 order by kept_as desc limit $2)`,
        [owner, FORMS_AT_MOST],
      );
      return id;
    });
  }

  async find(id: unknown, owner: number): Promise<KeptForm | undefined> {
    if (typeof id !== 'string') return undefined;
    const { rows } = await this.#pool.query<{ form: string }>(
      'select form from kept_forms where id = $1 and owner = $2 and kept_at >= $3',
      storable([id, owner, Date.now() - LONGEST_WAIT]),
    );
    return rows[0] && (JSON.parse(rows[0].form) as KeptForm);
  }

  async forget(id: string, owner: number): Promise<void> {
    await this.#pool.query('delete from kept_forms where id = $1 and owner = $2', [id, owner]);
  }

  async forgetAllOf(owner: number, household?: number): Promise<void> {
    const only = household === undefined ? null : String(household);
    await inPoolTransaction(this.#pool, (client) =>
      client.query('delete from kept_forms where owner = $1 and ($2::text is null or household = $2)', [
        owner,
        only,
      ]),
    );
  }
}

/** Of the two numbers of a transaction's advisory lock, the one that says what is locked. */
const KEPT_FORMS = 1_701_536;
