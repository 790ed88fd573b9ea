import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { REAL, startServer } from '../test/support/server.js';
import { copyOf, type Folder, folderOf } from './folders.js';
import { countItems, newestRows } from './insert.js';
import { memoryTable } from './memory.js';
import { memoryOf } from './processes.js';
import { againstFloor, againstSmall, type Compared, middle, type Result, table } from './report.js';
import { addingRow, pageRows, type Row, signInRow, sizedRows } from './rows.js';
import { startFloor, startGenerator } from './servers.js';
import { sessionCosts } from './session-cost.js';
import { smallMachineTable } from './small-machine.js';
import { check, type Server, type Turn, turnOf } from './turns.js';

const ROUNDS = 5;
const WARM_UP = 0.5;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

// A folder that is named keeps what was seeded, for the next run; one part can be measured alone.
const { kept, only } = parseArgs({ options: { kept: { type: 'string' }, only: { type: 'string' } } }).values;
const [small, large] = await Promise.all([folderOf('small', kept), folderOf('large', kept)]);
const forFloor = copyOf(small);
const [larder, big] = [await serverOn(small), await serverOn(large)];
const atStart = memoryOf(larder.pid);
const generator = startGenerator();
const pages = await pageRows(larder.process, small);
const adding = await addingRow(larder.process, small);
const answers = [...pages, adding].flatMap(({ path, requests: [first] }) =>
  first ? [[path, first.answer] as const] : [],
);
const inserts = { path: adding.path, file: forFloor.file, rows: newestRows(small.file) };
const running = await startFloor({ answers: Object.fromEntries(answers), inserts });
const floor: Server = { url: running.url, pid: running.pid, isFloor: true };

console.log(
  `Node ${process.versions.node}, ${cpus().length} processors, medians of ${ROUNDS} rounds by turns.\n`,
);
const parts: [string, string, () => Promise<string>][] = [
  ['pages', 'Larder and a bare Express route', besideFloors],
  ['sizes', 'Small and large, each view the first after a change', async () => againstSmall(await sizes())],
  ['sign-ins', 'Home while eight sign in without pause', whileSigningIn],
  ['memory', `Memory; ${atStart.toFixed(0)} MiB at the start`, () => memoryTable(generator, pages, larder)],
];
for (const [name, title, work] of parts)
  if (!only || only === name) console.log(`${title}\n\n${await work()}\n`);
await Promise.all([running.stop(), larder.process.stop(), big.process.stop()]);
if (!only || only === 'small')
  console.log(`A quarter of one processor\n\n${await smallMachineTable(generator, forFloor)}\n`);
generator.stop();
if (!only || only === 'sessions') console.log(await sessionCosts(forFloor.dataDir));

/** As `npm start` runs it, with a quieter log; on 127.0.0.1, on a free port. */
async function serverOn({ dataDir, file }: Folder) {
  const process = await startServer({ entry: REAL, dataDir, env: { LOG_LEVEL: 'warn' } });
  return { process, url: process.url, pid: process.pid, file };
}

async function besideFloors(): Promise<string> {
  const results: Result[] = [];
  for (const row of pages) results.push(await besideFloor(row));
  return againstFloor([...results, await addings()]);
}

/** A warm-up each, then rounds in which each has its turn; every page is looked at before and after. */
async function besideFloor(row: Row): Promise<Result> {
  const result: Result = { row, larder: [], floor: [] };
  for (const server of [larder, floor]) {
    await check(row, server);
    await turnOf(generator, row, server, WARM_UP);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    result.larder.push(await turnOf(generator, row, larder));
    result.floor.push(await turnOf(generator, row, floor));
  }
  for (const server of [larder, floor]) await check(row, server);
  return result;
}

/** What was added is counted afterwards, and people sign in anew for each turn. */
async function addings(): Promise<Result> {
  const before = [countItems(small.file), countItems(forFloor.file)];
  const result: Result = { row: adding, larder: [], floor: [] };
  let sent = 0;
  for (const [n, server] of [larder, floor].entries()) {
    const { count } = await turnOf(generator, adding, server, WARM_UP);
    if (n === 0) sent += count;
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const row = await addingRow(larder.process, small);
    sent += 1;
    result.larder.push(await turnOf(generator, row, larder));
    result.floor.push(await turnOf(generator, adding, floor));
  }
  sent += result.larder.reduce((sum, { count }) => sum + count, 0);
  const added = countItems(small.file) - (before[0] ?? 0);
  if (added !== sent) throw new Error(`${sent} items were sent and ${added} were added`);
  if (countItems(forFloor.file) === before[1]) throw new Error('The floor added nothing');
  return result;
}

async function sizes(): Promise<Compared[]> {
  const smallRows = await sizedRows(larder.process, small, 'home', 'long');
  const largeRows = await sizedRows(big.process, large, 'large', 'large');
  const all: Compared[] = smallRows.map((row, n) => ({
    small: { row, turns: [] },
    large: { row: largeRows[n] as Row, turns: [] },
  }));
  for (let round = -1; round < ROUNDS; round += 1)
    for (const { small, large } of all) {
      const turns = [await turnOf(generator, small.row, larder), await turnOf(generator, large.row, big)];
      if (round < 0) continue;
      small.turns.push(turns[0] as Turn);
      large.turns.push(turns[1] as Turn);
    }
  for (const { small, large } of all) {
    await check(small.row, larder);
    await check(large.row, big);
  }
  return all;
}

async function whileSigningIn(): Promise<string> {
  const others = startGenerator();
  const signIns = await signInRow(larder.process, small);
  const home = pages[1] as Row;
  const rounds: { alone: Turn; beside: Turn; signIns: Turn }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const alone = await turnOf(generator, home, larder);
    const signingIn = turnOf(others, signIns, larder);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const beside = await turnOf(generator, { ...home, seconds: 2 }, larder);
    rounds.push({ alone, beside, signIns: await signingIn });
  }
  others.stop();
  const line = (name: string, turns: Turn[]) => {
    const [p50, p99] = [middle(turns, 'p50'), middle(turns, 'p99')];
    return [
      name,
      middle(turns, 'perSecond').toFixed(0),
      p50.toFixed(1),
      p99.toFixed(1),
      (p99 / p50).toFixed(1),
    ];
  };
  return table(
    ['', 'requests/s', 'p50 ms', 'p99 ms', 'p99 : p50'],
    [
      line(
        'Home alone',
        rounds.map(({ alone }) => alone),
      ),
      line(
        'Home meanwhile',
        rounds.map(({ beside }) => beside),
      ),
      line(
        'Signing in',
        rounds.map(({ signIns }) => signIns),
      ),
    ],
  );
}
