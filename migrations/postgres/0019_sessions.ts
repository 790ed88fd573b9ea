import { type Kysely, sql } from 'kysely';

/** What SQLite keeps in the session file: sessions and their ids, forms that wait, what strangers tried, and this installation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createSessions(db);
  await sql`create table kept_forms (
    id text collate "C" primary key,
    kept_as bigint not null generated always as identity,
    owner bigint not null,
    household text collate "C",
    page text collate "C" not null,
    form text collate "C" not null,
    kept_at bigint not null
  )`.execute(db);
  await sql`create index kept_forms_of_owner on kept_forms (owner, kept_as)`.execute(db);
  await sql`create index kept_forms_in_time on kept_forms (kept_at)`.execute(db);
  await sql`create table tries (
    key text collate "C" primary key,
    points bigint not null default 0,
    expire bigint
  )`.execute(db);
  await sql`create index tries_in_time on tries (expire)`.execute(db);
  await sql`create table installation (
    one integer primary key check (one = 1),
    id text collate "C" not null,
    secret text collate "C" not null check (octet_length(secret) >= 32)
  )`.execute(db);
}

/** A deleted row leaves behind whose it was. */
async function createSessions(db: Kysely<unknown>): Promise<void> {
  await sql`create table sessions (
    sid text collate "C" primary key,
    expired bigint not null,
    sess text collate "C" not null,
    user_id bigint,
    device text collate "C",
    follows text collate "C",
    created_at bigint not null,
    seen_at bigint not null
  )`.execute(db);
  await sql`create index sessions_of_user on sessions (user_id) where user_id is not null`.execute(db);
  await sql`create index sessions_expired on sessions (expired)`.execute(db);
  await sql`create table ended_sessions (
    sid text collate "C" primary key,
    user_id bigint,
    ended_at bigint not null
  )`.execute(db);
  await sql`create index ended_sessions_in_time on ended_sessions (ended_at)`.execute(db);
  await sql`create function leave_behind_whose_it_was() returns trigger language plpgsql as $$
    begin
      insert into ended_sessions (sid, user_id, ended_at)
        values (old.sid, old.user_id, (extract(epoch from clock_timestamp()) * 1000)::bigint)
        on conflict (sid) do update set user_id = excluded.user_id, ended_at = excluded.ended_at;
      return null;
    end
  $$`.execute(db);
  await sql`create trigger sessions_end after delete on sessions
    for each row execute function leave_behind_whose_it_was()`.execute(db);
  await sql`create table renewed_ids (
    sid text collate "C" primary key,
    led_to text collate "C" not null,
    renewed_at bigint not null,
    new_used_at bigint
  )`.execute(db);
  await sql`create index renewed_ids_led_to on renewed_ids (led_to)`.execute(db);
  await sql`create index renewed_ids_in_time on renewed_ids (renewed_at)`.execute(db);
}
