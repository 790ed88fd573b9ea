/**
 * Files of tests about what only SQLite has, each with what that is. They don't run with LARDER_TEST_ENGINE=postgres;
 * every other file runs on both engines.
 */
export const SQLITE_ONLY: Readonly<Record<string, string>> = {
  'test/database/item-states.test.ts': 'files of before 0018 are brought up to date',
  'test/database/limit.test.ts': 'its planner and limits',
  'test/database/migrate.test.ts': 'its pragmas, and files of before 0018; for PostgreSQL: postgres.test.ts',
  'test/database/rows.test.ts': 'the rows of better-sqlite3',
  'test/database/schema.test.ts': 'a file written by another program; for PostgreSQL: both-engines.test.ts',
  'test/database/two-processes.test.ts': 'the lock of a file; for PostgreSQL: postgres.test.ts',
  'test/changes/household-watch.test.ts': 'stops the timers that a pool of connections needs',
  'test/drafts/query-plans.test.ts': 'its plans',
  'test/drafts/move-from-sessions.test.ts': 'drafts in session files of long ago',
  'test/search/food-letters.test.ts': 'its index of letters, read by another program',
  'test/search/leaves-nothing-out.test.ts': 'files of before 0012',
  'test/session/one-engine.test.ts': 'one copy of SQLite',
  'test/session/renewed-while-read.test.ts': 'two reads, which are one query of PostgreSQL',
  'test/session/session-file.test.ts': 'the file of sessions',
  'test/session/sqlite-adapter.test.ts': 'connect-sqlite3 on better-sqlite3',
  'test/session/locked-file.test.ts': 'the lock of a file',
  'test/shopping/query-plans.test.ts': 'its plans',
  'test/shopping/schema.test.ts': 'a file written by another program; for PostgreSQL: both-engines.test.ts',
  'test/stock/query-plans.test.ts': 'its plans',
};

/**
 * Files whose behaviour is for both engines, but which still look into SQLite's files by themselves: they don't run on
 * PostgreSQL until they look by `storedIn`.
 */
export const STILL_IN_FILES: readonly string[] = [
  'test/accounts/delete-account.test.ts',
  'test/accounts/ended-rights.test.ts',
  'test/accounts/password-cost.test.ts',
  'test/accounts/strangers.test.ts',
  'test/browser/enter-in-password.test.ts',
  'test/households/members.test.ts',
  'test/journal/undo-race.test.ts',
  'test/put-away/place-gone.test.ts',
  'test/put-away/put-away-twice.test.ts',
  'test/put-away/put-away.test.ts',
  'test/put-away/two-tabs.test.ts',
  'test/put-away/wrong-input.test.ts',
  'test/session/cost.test.ts',
  'test/speed/stays-quick.test.ts',
  'test/torture/torture.test.ts',
  'test/web/faults.test.ts',
];
