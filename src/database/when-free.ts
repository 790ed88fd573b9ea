import { setTimeout } from 'node:timers/promises';

/** How long a change waits for what another process writes into the same file, in milliseconds. */
export const PATIENCE = 2_000;

/**
 * How long SQLite itself waits, on the event loop, in milliseconds: as long as a write takes that is under way.
 * What takes longer is waited for by `whenFree`, while other requests go on.
 */
export const BUSY_TIMEOUT = 20;

/** How long a start waits for another process that starts, in milliseconds: that one may have tables to bring up to date. */
export const START_PATIENCE = 30_000;

/** Another program writes into the file all the time: nothing of the change was done. */
export class FileBusy extends Error {
  constructor(cause: unknown) {
    super('Another program keeps a data file locked', { cause });
  }
}

/**
 * Does something that needs a file's write lock, again and again while another process has it.
 * @param work takes the lock before it does anything else
 * @param until when to give up, by performance.now(); it is tried once at least
 * @throws FileBusy, and what the work throws
 */
export async function whenFree<T>(
  work: () => T | Promise<T>,
  until = performance.now() + PATIENCE,
): Promise<T> {
  for (let pause = 5; ; pause = Math.min(2 * pause, 100)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() >= until) throw new FileBusy(error);
    }
    // Not all at the same moment again.
    await setTimeout(pause * (0.5 + Math.random()));
  }
}

/** True when another process has the lock that was needed. */
export function isBusy(error: unknown): boolean {
  if (error instanceof FileBusy) return true;
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}
