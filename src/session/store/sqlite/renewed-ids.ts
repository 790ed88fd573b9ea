import type Sqlite from 'better-sqlite3';
import { GRACE, type IdState } from '../session-rows.js';

/**
 * Ids of sessions that were renewed. A session stays one row, which moves to the new id: what is changed under the old
 * one is not lost, and what ends the session ends it under both.
 */
export class RenewedIds {
  readonly #statements: ReturnType<typeof prepare>;

  /** @param connection the open session file, with its tables */
  constructor(connection: Sqlite.Database) {
    this.#statements = prepare(connection);
  }

  rowOf(key: string): string {
    return (this.#statements.ledTo.get(key) as string | undefined) ?? key;
  }

  /** The same for a request that begins: undefined when its id was renewed and is not good any more. */
  rowWhileGood(key: string): string | undefined {
    const old = this.#statements.old.get(key) as { led_to: string; new_used_at: number | null } | undefined;
    if (!old) return key;
    return old.new_used_at === null || Date.now() <= old.new_used_at + GRACE ? old.led_to : undefined;
  }

  /** Moves a session's row to another id. Within a transaction. */
  move(row: string, next: string, now: number): void {
    this.#statements.move.run({ row, next });
    this.#statements.lead.run({ row, next, now });
    this.#statements.insert.run({ row, next, now });
    this.#statements.end.run({ next, row, now });
  }

  stateOf(key: string): IdState {
    const [isNew, isUnanswered] = this.#statements.state.get(key, key, Date.now() - GRACE) as [
      number,
      number,
    ];
    return { isNew: isNew === 1, isUnanswered: isUnanswered === 1 };
  }

  noteUse(key: string): void {
    this.#statements.noteUse.run(Date.now(), key);
  }

  /** Forgets ids that were renewed so long ago that no cookie has them. */
  forget(before: number): void {
    this.#statements.forget.run(before);
  }
}

function prepare(connection: Sqlite.Database) {
  return {
    ledTo: connection.prepare('select led_to from renewed_ids where sid = ?').pluck(),
    old: connection.prepare('select led_to, new_used_at from renewed_ids where sid = ?'),
    state: connection
      .prepare(
        `select exists (select 1 from renewed_ids where led_to = ? and new_used_at is null),
           exists (select 1 from renewed_ids where sid = ? and new_used_at is null and renewed_at < ?)`,
      )
      .raw(),
    move: connection.prepare('update sessions set sid = @next where sid = @row'),
    lead: connection.prepare('update renewed_ids set led_to = @next, renewed_at = @now where led_to = @row'),
    insert: connection.prepare(
      'insert into renewed_ids (sid, led_to, renewed_at) values (@row, @next, @now)',
    ),
    // The old id may still say whose form it brings.
    end: connection.prepare(
      `insert or replace into ended_sessions (sid, user_id, ended_at)
       select @row, user_id, @now from sessions where sid = @next`,
    ),
    noteUse: connection.prepare(
      'update renewed_ids set new_used_at = ? where led_to = ? and new_used_at is null',
    ),
    forget: connection.prepare('delete from renewed_ids where renewed_at < ?'),
  };
}
