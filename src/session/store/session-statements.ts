import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** connect-sqlite3's own three columns come first. A deleted row leaves behind whose it was. */
export const SESSIONS_TABLE = `
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
`;

export function prepareStatements(connection: Sqlite.Database) {
  return {
    insert: connection.prepare(
      `insert into sessions (sid, expired, sess, user_id, created_at, seen_at)
       values (@sid, @now + min(@idle, @absolute), @sess, @user_id, @now, @now)`,
    ),
    update: connection.prepare(
      `update sessions set sess = @sess, user_id = @user_id,
         expired = min(@now + @idle, created_at + @absolute)
       where sid = @sid and expired >= @now`,
    ),
    touch: connection.prepare(
      `update sessions set seen_at = @now, expired = min(@now + @idle, created_at + @absolute)
       where sid = @sid and expired >= @now`,
    ),
    lastUse: connection.prepare(
      `select sid, seen_at from sessions
       where sid = coalesce((select led_to from renewed_ids where sid = @key), @key)`,
    ),
    seenAt: connection.prepare('select seen_at from sessions where sid = ?'),
    destroy: connection.prepare('delete from sessions where sid = ?'),
    forgetEnded: connection.prepare('delete from ended_sessions where ended_at < ?'),
  };
}

const keys = new LRUCache<string, string>({
  max: 1000,
  memoMethod: (sid) => createHash('sha256').update(sid).digest('base64url'),
});

/** Whoever reads the session file can't sign in with it. */
export function keyOf(sid: string): string {
  return keys.memo(sid);
}
