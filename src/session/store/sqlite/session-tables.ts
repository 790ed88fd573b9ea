import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';

/** connect-sqlite3's own three columns come first. A deleted row leaves behind whose it was. */
const TABLES = `
  create table if not exists sessions (
    sid text primary key,
    expired integer not null,
    sess text not null,
    user_id integer,
    created_at integer not null,
    seen_at integer not null
  ) strict;
  create index if not exists sessions_of_user on sessions (user_id) where user_id is not null;
  create index if not exists sessions_expired on sessions (expired);

  create table if not exists ended_sessions (
    sid text primary key,
    user_id integer,
    ended_at integer not null
  ) strict;
  create index if not exists ended_sessions_in_time on ended_sessions (ended_at);
  create trigger if not exists sessions_end after delete on sessions begin
    insert or replace into ended_sessions (sid, user_id, ended_at)
      values (old.sid, old.user_id, 1000 * cast(strftime('%s', 'now') as integer));
  end;

  create table if not exists renewed_ids (
    sid text primary key,
    led_to text not null,
    renewed_at integer not null,
    new_used_at integer
  ) strict;
  create index if not exists renewed_ids_led_to on renewed_ids (led_to);

  create table if not exists installation (
    one integer primary key check (one = 1),
    id text not null
  ) strict;
`;

export function makeSessionTables(connection: Sqlite.Database): void {
  connection.exec(TABLES);
}

/** Names this installation. Of two processes that start together, the first to insert decides. */
export function installationId(connection: Sqlite.Database): string {
  const made = randomBytes(4).toString('hex');
  connection.prepare('insert or ignore into installation (one, id) values (1, ?)').run(made);
  return connection.prepare('select id from installation').pluck().get() as string;
}
