import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { alone } from '../bin/lib/alone.mjs';

/** Another process that is at the work until it is killed. */
async function processAt(what: string): Promise<ChildProcess> {
  const program = `import { alone } from './bin/lib/alone.mjs';
    await alone(process.argv[1], () => new Promise(() => console.log('at it')));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('ten at once do the work one after another, and each is told what came of its own', async () => {
  const what = randomUUID();
  let atIt = 0;
  const work = async (n: number) => {
    atIt += 1;
    expect(atIt).toBe(1);
    await new Promise(setImmediate);
    atIt -= 1;
    return n;
  };
  const all = Array.from({ length: 10 }, (_, n) => alone(what, () => work(n)));
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('work that fails lets the next one in', async () => {
  const what = randomUUID();
  await expect(alone(what, () => Promise.reject(new Error('no compiler')))).rejects.toThrow('no compiler');
  expect(await alone(what, async () => 'done')).toBe('done');
});

test('a process waits for another one, says so, and goes on when that is killed', async () => {
  const what = randomUUID();
  const other = await processAt(what);
  const done: string[] = [];
  let own: Promise<unknown> = Promise.resolve();
  await new Promise<void>((waiting) => {
    own = alone(what, async () => done.push('done'), waiting);
  });
  expect(done).toEqual([]);
  other.kill('SIGKILL');
  await own;
  expect(done).toEqual(['done']);
});

test('what a killed process left behind holds nobody up', async () => {
  const what = randomUUID();
  const other = await processAt(what);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await alone(what, async () => 'done')).toBe('done');
});
