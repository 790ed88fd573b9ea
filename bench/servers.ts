import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Answers } from './floor.js';

export const FLOORS = ['node:http', 'Express'] as const;
export type Floor = (typeof FLOORS)[number];

/** A floor that runs in a process of its own. */
export interface RunningFloor {
  name: Floor;
  url: string;
  stop(): Promise<void>;
}

/** Starts a server that does nothing but give these answers. */
export async function startFloor(name: Floor, answers: Answers): Promise<RunningFloor> {
  const child = fork(path.join(import.meta.dirname, 'floor.ts'), [name], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  child.send(answers);
  const [port] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`The floor ${name} ended with ${code}`))),
  ]);
  const stop = async () => {
    child.disconnect();
    await ended;
  };
  return { name, url: `http://127.0.0.1:${port}`, stop };
}
