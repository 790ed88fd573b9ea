import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensurePostgres } from './lib/postgres.mjs';
import { root, runToolBeside, Trouble } from './lib/project.mjs';
import { runTests } from './lib/run-tests.mjs';

/** What touches tables, sessions and search runs on PostgreSQL too; with --postgres everything does, and on nothing else. */
const ON_BOTH = [
  ...[
    'database',
    'drafts',
    'health',
    'history',
    'items',
    'journal',
    'kept-forms',
    'members',
    'places',
    'search',
  ],
  ...['session', 'shopping', 'stock'],
].map((name) => `test/${name}`);
const args = process.argv.slice(2).filter((arg) => arg !== '--postgres');
const onlyPostgres = process.argv.includes('--postgres');

const checks = [
  {
    name: 'the types of the tests',
    run: () => runToolBeside('typescript/bin/tsc', ['--noEmit', '-p', 'test']),
  },
  { name: 'style (biome check)', run: () => runToolBeside('@biomejs/biome/bin/biome', ['check']) },
];

const { passed, failed, skipped, notes } = await testEverything();
for (const note of notes) console.log(note);
if (failed > 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

async function testEverything() {
  try {
    process.chdir(root);
    await ensureInstalled();
    process.env.CHROMIUM = ensureBrowser();
    if (onlyPostgres || args.length === 0) ensurePostgres();
    ensureBuilt();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { passed: 0, failed: 1, skipped: 0, notes: [error.message] };
  }
  const tests = runOnEngines();
  const checked = await Promise.all(checks.map(async ({ name, run }) => ({ name, ...(await run()) })));
  const { passed, failed, skipped, notes } = await tests;
  for (const { printed } of checked) process.stdout.write(printed);
  const wrong = checked.filter(({ succeeded }) => !succeeded);
  const complaints = wrong.map((check) => `Failed: ${check.name}, see above.`);
  return { passed, failed: failed + wrong.length, skipped, notes: [...complaints, ...notes] };
}

async function runOnEngines() {
  if (onlyPostgres) return runTests(args, 'postgres');
  const onSqlite = await runTests(args, 'sqlite');
  if (args.length > 0) return onSqlite;
  const onPostgres = await runTests(ON_BOTH, 'postgres');
  return {
    passed: onSqlite.passed + onPostgres.passed,
    failed: onSqlite.failed + onPostgres.failed,
    skipped: onSqlite.skipped + onPostgres.skipped,
    notes: [...onSqlite.notes, ...onPostgres.notes.map((note) => `On PostgreSQL: ${note}`)],
  };
}
