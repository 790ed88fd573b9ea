/** Files of tests about what only PostgreSQL has; they run with LARDER_TEST_ENGINE=postgres. */
export const POSTGRES_ONLY: readonly string[] = [
  'test/database/both-engines.test.ts',
  'test/database/postgres-plans.test.ts',
  'test/database/postgres.test.ts',
  'test/health/database-away.test.ts',
  'test/health/start-on-postgres.test.ts',
  'test/session/postgres-rows.test.ts',
];
