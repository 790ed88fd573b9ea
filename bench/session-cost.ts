import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from './answer.js';
import { type Load, measure } from './measure.js';
import { grouped, table } from './report.js';
import { type SessionApp, startSessionApp, type WayName } from './servers.js';
import { written } from './session-writes.js';
import { type Measured, median } from './statistics.js';

/** One turn of one way, with the processor time that its server took a request, in milliseconds. */
type Turn = Measured & { cpu: number };
type Turns = Record<WayName, Turn[]>;

const WAYS: WayName[] = ['MemoryStore', 'connect-sqlite3', 'Larder'];
const ROUNDS = { most: 9, least: 3 };
/** Milliseconds: on a busy machine fewer rounds have to do. */
const AT_MOST = 10_000;
const LOAD: Load = { connections: 8, seconds: 1, requests: 300 };
/** Until what a request runs through has been compiled. */
const WARM_UP: Load = { ...LOAD, requests: 600 };
/** New ones for each turn, so that no session gathers more than ten of the messages that nobody comes for. */
const SESSIONS = 30;
const ROWS = [
  { name: 'A signed-in GET that changes nothing', method: 'GET', path: '/me' },
  { name: 'A post that changes the session', method: 'POST', path: '/change' },
  { name: 'A post that leaves a message', method: 'POST', path: '/message' },
] as const;

/** What keeping sessions costs a request: three ways to do it, each behind an Express app that does nothing else. */
export async function sessionCosts(dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'sessions');
  mkdirSync(folder);
  const apps = await Promise.all(WAYS.map((name) => startSessionApp(name, folder)));
  const writes = [];
  for (const { name, url } of apps.filter(({ name }) => name !== 'MemoryStore'))
    writes.push(`- ${name}: ${await written(path.join(folder, `${name}.sqlite`), url, await signedIn(url))}`);
  const results = await turnsOf(apps);
  const tables = results.map((turns, n) => `\n${ROWS[n]?.name}\n\n${tableOf(turns)}`);
  await Promise.all(apps.map((app) => app.stop()));
  return ['Keeping sessions, in a small Express app', ...tables, '\nWritten to the file\n', ...writes].join(
    '\n',
  );
}

/** Every row on every app, round after round, so that what else the machine does meets all of them alike. */
async function turnsOf(apps: SessionApp[]): Promise<Turns[]> {
  const results = ROWS.map((): Turns => ({ MemoryStore: [], 'connect-sqlite3': [], Larder: [] }));
  for (const row of ROWS) for (const app of apps) await turnOf(row, app, WARM_UP);
  const started = performance.now();
  for (let round = 0; round < ROUNDS.most; round += 1) {
    if (round >= ROUNDS.least && performance.now() - started > AT_MOST) break;
    for (const [n, row] of ROWS.entries())
      for (const app of apps) results[n]?.[app.name].push(await turnOf(row, app));
  }
  return results;
}

async function turnOf(row: (typeof ROWS)[number], { url, cpu }: SessionApp, load = LOAD): Promise<Turn> {
  const { method, path } = row;
  const cookies = await Promise.all(Array.from({ length: SESSIONS }, () => signedIn(url)));
  const expected = await answerTo(`${url}${path}`, method, cookies[0] ?? '');
  let count = 0;
  const next = () => {
    count += 1;
    return { method, path, headers: { cookie: cookies[count % SESSIONS] } };
  };
  const before = await cpu();
  const measured = await measure(url, next, expected, load);
  return { ...measured, cpu: ((await cpu()) - before) / measured.count };
}

/** The cookie of somebody who has just signed in. */
async function signedIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, { method: 'POST' });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function answerTo(url: string, method: string, cookie: string): Promise<Answer> {
  const answer = await fetch(url, { method, headers: { cookie }, redirect: 'manual' });
  return { status: answer.status, headers: [], body: await answer.text() };
}

function tableOf(turns: Turns): string {
  const cpuOf = (name: WayName) => median(turns[name].map(({ cpu }) => cpu));
  const middle = (name: WayName, key: keyof Turn) => median(turns[name].map((turn) => turn[key]));
  const lines = WAYS.map((name) => {
    const parts = turns[name].map(
      (turn, n) => turn.perSecond / (turns.MemoryStore[n]?.perSecond ?? Number.NaN),
    );
    const perSecond = grouped(middle(name, 'perSecond'));
    const waits = [middle(name, 'p50').toFixed(2), middle(name, 'p99').toFixed(2)];
    return [name, perSecond, ...waits, cpuOf(name).toFixed(3), median(parts).toFixed(2)];
  });
  return table(['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms', 'of MemoryStore'], lines);
}
