import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { POSTGRES_ONLY } from './test/support/postgres-only.js';
import { SQLITE_ONLY, STILL_IN_FILES } from './test/support/sqlite-only.js';

const LONGEST = ['torture/', 'browser/', ''];

/** What takes long comes first, so that no worker is left with it alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) =>
      LONGEST.findIndex((folder) => moduleId.includes(`/test/${folder}`));
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

const isPostgres = process.env.LARDER_TEST_ENGINE === 'postgres';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      ...(isPostgres ? [...Object.keys(SQLITE_ONLY), ...STILL_IN_FILES] : POSTGRES_ONLY),
    ],
    globals: false,
    pool: 'forks',
    // Each worker loads what the files share once: most of a file's time would go into that.
    isolate: false,
    globalSetup: ['test/support/postgres-server.ts'],
    setupFiles: ['test/support/set-up.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Two processes and hundreds of requests take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
