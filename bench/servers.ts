import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { FloorWork } from './floor.js';
import type { Job } from './generator.js';
import type { makers } from './session-ways.js';
import type { Measured } from './statistics.js';

export type WayName = keyof typeof makers;

interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** A small app on one way to keep sessions. */
export interface SessionApp extends Running {
  name: WayName;
  /** The processor time it has taken so far, in milliseconds. */
  cpu(): Promise<number>;
}

/** Sends requests from a process of its own. */
export interface Generator {
  /** @throws Error when a request got no answer, or one of another status */
  send(job: Job): Promise<Measured>;
  stop(): void;
}

/** Starts a server that does nothing but give these answers, and insert these rows. */
export async function startFloor(work: FloorWork): Promise<Running> {
  const child = forked('floor.ts', []);
  child.send(work);
  return running('Express', child);
}

export function startGenerator(): Generator {
  const child = forked('generator.ts', []);
  return {
    async send(job) {
      child.send(job);
      const [{ measured, failed }] = await once(child, 'message');
      if (failed !== undefined) throw new Error(`${job.requests[0]?.raw.split('\r\n')[0]}: ${failed}`);
      return measured;
    },
    stop: () => child.disconnect(),
  };
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
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop };
}
