import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { REAL, startServer } from '../test/support/server.js';
import { seedFolder } from './household.js';
import { type Load, type Measured, measure } from './measure.js';
import { type Result, table } from './report.js';
import { makeRows, type Row } from './rows.js';
import { FLOORS, type RunningFloor, startFloor } from './servers.js';
import { sessionCosts } from './session-cost.js';

const ROUNDS = { most: 5, least: 3 };
/** Milliseconds: on a busy machine a row makes do with fewer rounds. */
const ROW_AT_MOST = 7_000;
const WARM_UP = { connections: 4, seconds: 0.4 };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const { dataDir, placeIds } = await seedFolder();
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
// As `npm start` runs it, with a quieter log; on 127.0.0.1, on a free port.
const larder = await startServer({ entry: REAL, dataDir, env: { LOG_LEVEL: 'warn' } });
const rows = await makeRows(larder, placeIds);
const answers = Object.fromEntries(rows.map(({ path, answer }) => [path, answer]));
const floors = await Promise.all(FLOORS.map((name) => startFloor(name, answers)));

console.log(
  `Node ${process.versions.node}, ${cpus().length} processors; ${ROUNDS.least} to ${ROUNDS.most} rounds, medians.`,
);
console.log('Every answer is checked. The floors give the same status, headers and bytes.');
console.log('Posts are counted alone: the redirect that answers them is not followed.\n');
const results: Result[] = [];
for (const row of rows) results.push(await resultOf(row));
console.log(table(results));
console.log('\n≤: the load generator had no time left; the floor may be higher.');

await Promise.all(floors.map((floor) => floor.stop()));
await larder.stop();
console.log(`\n${await sessionCosts(dataDir)}`);

/** A warm-up each, then rounds in which each server has its turn. */
async function resultOf(row: Row): Promise<Result> {
  const result: Result = { row, larder: [], floors: { 'node:http': [], Express: [] } };
  await onLarder(row, row.load.requests ? { ...row.load, requests: 4 } : WARM_UP);
  for (const floor of floors) await onFloor(row, floor, WARM_UP);
  const started = performance.now();
  for (let round = 0; round < ROUNDS.most; round += 1) {
    if (round >= ROUNDS.least && performance.now() - started > ROW_AT_MOST) break;
    result.larder.push(await onLarder(row, row.load));
    for (const floor of floors) result.floors[floor.name].push(await onFloor(row, floor, row.load));
  }
  return result;
}

async function onLarder({ prepare, next, answer }: Row, load: Load): Promise<Measured> {
  await prepare?.();
  return measure(larder.url, next, answer, load);
}

function onFloor({ next, path, answer }: Row, { url }: RunningFloor, load: Load): Promise<Measured> {
  const { connections, seconds } = load;
  return measure(url, () => ({ ...next(), path }), answer, { connections, seconds });
}
