import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, runToolBeside, Trouble } from './lib/project.mjs';
import { runTests } from './lib/run-tests.mjs';

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
    ensureBuilt();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { passed: 0, failed: 1, skipped: 0, notes: [error.message] };
  }
  const tests = runTests(process.argv.slice(2));
  const checked = await Promise.all(checks.map(async ({ name, run }) => ({ name, ...(await run()) })));
  const { passed, failed, skipped, notes } = await tests;
  for (const { printed } of checked) process.stdout.write(printed);
  const wrong = checked.filter(({ succeeded }) => !succeeded);
  const complaints = wrong.map((check) => `Failed: ${check.name}, see above.`);
  return { passed, failed: failed + wrong.length, skipped, notes: [...complaints, ...notes] };
}
