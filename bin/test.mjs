import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, runTool, Trouble } from './lib/project.mjs';
import { runTests } from './lib/run-tests.mjs';

const checks = [
  { name: 'the types of the tests', run: () => runTool('typescript/bin/tsc', ['--noEmit', '-p', 'test']) },
  { name: 'style (biome check)', run: () => runTool('@biomejs/biome/bin/biome', ['check']) },
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
  const wrong = checks.filter((check) => !check.run());
  const { passed, failed, skipped, notes } = await runTests(process.argv.slice(2));
  const complaints = wrong.map((check) => `Failed: ${check.name}, see above.`);
  return { passed, failed: failed + wrong.length, skipped, notes: [...complaints, ...notes] };
}
