import { memoryOf, processorTime } from './processes.js';
import { table } from './report.js';
import { CONNECTIONS, type Row, sentOf } from './rows.js';
import type { Generator } from './servers.js';
import type { Server } from './turns.js';

const REQUESTS = 200_000;
const STEPS = 5;
/** Seconds; a machine that is slower than that does not get to the end, and the table says how far. */
const AT_MOST = 60;
/** Of so many requests one is a first view after a change. */
const CHANGE_EACH = 20;

/** What the server has of memory while it answers many requests: pages that are kept, and some that are not. */
export async function memoryTable(generator: Generator, rows: Row[], server: Server): Promise<string> {
  const [kept, changed] = [rows.filter(isKept), rows.filter((row) => !isKept(row))].map((some) =>
    some.flatMap(({ requests }) => requests),
  );
  const mix = Array.from({ length: CHANGE_EACH * (changed?.length ?? 0) }, (_, n) => {
    const some = n % CHANGE_EACH === 0 ? changed : kept;
    return some?.[Math.floor(n / (n % CHANGE_EACH === 0 ? CHANGE_EACH : 1)) % some.length];
  });
  const job = {
    port: Number(new URL(server.url).port),
    // No divisor of the mix's length: every connection comes by every request.
    connections: CONNECTIONS + 1,
    requests: mix.flatMap((asked) => (asked ? [sentOf(asked)] : [])),
    status: 200,
    ...(server.file === undefined ? {} : { file: server.file }),
  };
  const lines = [['before', memoryOf(server.pid).toFixed(0), '']];
  const until = performance.now() + AT_MOST * 1000;
  for (let [step, count] = [0, 0]; step < STEPS && performance.now() < until; step += 1) {
    const before = processorTime(server.pid);
    const seconds = (until - performance.now()) / 1000;
    const turn = await generator.send({ ...job, seconds, amount: REQUESTS / STEPS });
    count += turn.count;
    const cpu = (processorTime(server.pid) - before) / turn.count;
    lines.push([count.toLocaleString('en'), memoryOf(server.pid).toFixed(0), cpu.toFixed(2)]);
  }
  return table(['requests', 'MiB', 'CPU ms'], lines);
}

function isKept({ requests }: Row): boolean {
  return requests.every(({ raises }) => raises === undefined);
}
