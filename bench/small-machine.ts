import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { REAL, startServer } from '../test/support/server.js';
import type { Folder } from './folders.js';
import { memoryOf } from './processes.js';
import { table } from './report.js';
import { pageRows } from './rows.js';
import type { Generator } from './servers.js';
import { turnOf } from './turns.js';

/** Of one processor. */
const PART = 0.25;
/** Microseconds, and the least that Linux takes a quota of: so short that a view goes on slowly, not in starts. */
const PERIOD = 10_000;
const GROUP = '/sys/fs/cgroup/cpu/larder-bench';
/** Seconds for each page. */
const SECONDS = 5;

/**
 * One person on one processor that is a quarter of this machine's (cgroup v1, as root): how long it takes to start, and
 * what home takes.
 * @param folder that no other server runs on
 * @returns a table, or why there is none
 */
export async function smallMachineTable(generator: Generator, folder: Folder): Promise<string> {
  if (!existsSync('/sys/fs/cgroup/cpu/cpu.cfs_quota_us') || process.getuid?.() !== 0)
    return 'Not measured: it takes root, and cgroup v1.';
  mkdirSync(GROUP, { recursive: true });
  try {
    writeFileSync(`${GROUP}/cpu.cfs_period_us`, String(PERIOD));
    writeFileSync(`${GROUP}/cpu.cfs_quota_us`, String(PERIOD * PART));
    return await measured(generator, folder);
  } finally {
    rmdirSync(GROUP);
  }
}

async function measured(generator: Generator, folder: Folder): Promise<string> {
  const inside = ['sh', '-c', `echo $$ > ${GROUP}/tasks && exec "$@"`, 'sh', 'taskset', '-c', '0'];
  const begun = performance.now();
  const env = { LOG_LEVEL: 'warn' };
  const server = await startServer({ entry: REAL, dataDir: folder.dataDir, env, through: inside });
  try {
    const ready = performance.now() - begun;
    const atRest = memoryOf(server.pid);
    const lines = [['Start', `${(ready / 1000).toFixed(1)} s`, '']];
    for (const row of await pageRows(server, folder)) {
      const one = { ...row, requests: row.requests.slice(0, 1), connections: 1, seconds: SECONDS };
      const { p50, p95 } = await turnOf(generator, one, {
        url: server.url,
        pid: server.pid,
        file: folder.file,
      });
      lines.push([row.name, `${p50.toFixed(1)} ms`, `${p95.toFixed(1)} ms`]);
    }
    lines.push(['Memory before the first page', `${atRest.toFixed(0)} MiB`, '']);
    return table(['', 'p50', 'p95'], lines);
  } finally {
    await server.stop();
  }
}
