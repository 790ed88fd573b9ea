import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject, runNode } from './project.mjs';

/**
 * @typedef {{ status: string, name: string, assertionResults: { status: string }[] }} FileResult
 * @typedef {{ passed: number, failed: number, skipped: number, notes: string[] }} Counts
 */

/**
 * Runs vitest and counts what it did.
 * @param {string[]} args passed on to vitest
 * @param {'sqlite' | 'postgres'} engine that keeps the data of the tests
 * @returns {Promise<Counts>}
 */
export async function runTests(args, engine) {
  const folder = mkdtempSync(path.join(tmpdir(), 'larder-results-'));
  const results = path.join(folder, 'results.json');
  try {
    process.env.LARDER_TEST_ENGINE = engine;
    const vitest = inProject('node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    const code = await runNode([vitest, 'run', ...reporters, ...args]);
    return count(existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).testResults : [], code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {FileResult[]} files @param {number} code @returns {Counts} */
function count(files, code) {
  const tests = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = tests.filter((status) => status === 'passed').length;
  const failedTests = tests.filter((status) => status === 'failed').length;
  const skipped = tests.length - passed - failedTests;
  const broken = files.filter(isBroken);
  const notes = broken.map((file) => `Failed as a file, outside its tests: ${file.name}`);
  let failed = failedTests + broken.length;
  if (failed === 0 && passed === 0) notes.push('Failed: no test was run.');
  else if (failed === 0 && code !== 0) notes.push(`Failed: vitest ended with ${code}, see above.`);
  if (failed === 0 && (passed === 0 || code !== 0)) failed = 1;
  return { passed, failed, skipped, notes };
}

/**
 * A file that could not be loaded, or whose hooks failed, fails though none of its tests did.
 * @param {FileResult} file
 */
function isBroken(file) {
  return file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed');
}
