import { type Kysely, sql } from 'kysely';

/** Drafts become rows, which outlive their session; what was committed before is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table drafts (
    id text primary key,
    kind text not null,
    owner_id integer references users (id) on delete cascade,
    household_id integer not null references households (id) on delete cascade,
    state text not null check (state in ('open', 'discarded', 'committed')),
    revision text not null,
    version integer not null,
    keys text not null,
    body text not null,
    once text,
    content text,
    result_address text,
    action_id integer references actions (id) on delete set null,
    started_at text not null,
    changed_at text not null,
    check (state <> 'committed' or (owner_id is not null and content is not null and result_address is not null))
  ) strict`.execute(db);
  await sql`create index drafts_of_owner on drafts (owner_id, state, changed_at desc, id desc)`.execute(db);
  await sql`create index drafts_of_nobody on drafts (changed_at) where owner_id is null`.execute(db);
  await sql`create unique index drafts_once on drafts (owner_id, household_id, kind, once)
    where once is not null and state = 'open'`.execute(db);
  await sql`create index drafts_of_household on drafts (household_id)`.execute(db);
  await sql`create index drafts_of_action on drafts (action_id)`.execute(db);
  await sql`insert into drafts
    (id, kind, owner_id, household_id, state, revision, version, keys, body, content, result_address, action_id,
     started_at, changed_at)
    select draft_id, kind, user_id, household_id, 'committed', revision, 0, '{}', '{}', content, result_address, action_id,
     created_at, created_at
    from draft_commits`.execute(db);
  await sql`drop table draft_commits`.execute(db);
}
