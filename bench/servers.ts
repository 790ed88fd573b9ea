import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Answers } from './floor.js';
import type { makers } from './session-ways.js';

export const FLOORS = ['node:http', 'Express'] as const;
export type Floor = (typeof FLOORS)[number];
export type WayName = keyof typeof makers;

interface Running {
  url: string;
  stop(): Promise<void>;
}

/** A floor that runs in a process of its own. */
export interface RunningFloor extends Running {
  name: Floor;
}

/** A small app on one way to keep sessions. */
export interface SessionApp extends Running {
  name: WayName;
  /** The processor time it has taken so far, in milliseconds. */
  cpu(): Promise<number>;
}

/** Starts a server that does nothing but give these answers. */
export async function startFloor(name: Floor, answers: Answers): Promise<RunningFloor> {
  const child = forked('floor.ts', [name]);
  child.send(answers);
  return { name, ...(await running(name, child)) };
}

/** @param folder for the file that it keeps its sessions in */
export async function startSessionApp(name: WayName, folder: string): Promise<SessionApp> {
  const child = forked('session-app.ts', [name, folder]);
  const cpu = async () => {
    child.send('cpu');
    const [{ user, system }] = await once(child, 'message');
    return (user + system) / 1000;
  };
  return { name, cpu, ...(await running(name, child)) };
}

function forked(script: string, args: string[]): ChildProcess {
  return fork(path.join(import.meta.dirname, script), args, { stdio: 'inherit' });
}

/** Waits for the port that the process says. */
async function running(name: string, child: ChildProcess): Promise<Running> {
  const ended = once(child, 'exit');
  const [port] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`The server ${name} ended with ${code}`))),
  ]);
  const stop = async () => {
    child.disconnect();
    await ended;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
