import { setTimeout } from 'node:timers/promises';

/** Milliseconds that a change waits for another process. */
export const PATIENCE = 2_000;

/** Milliseconds that SQLite itself waits, which blocks the event loop; `whenFree` waits longer without blocking. */
export const BUSY_TIMEOUT = 20;

/** Milliseconds: another process that starts may be running migrations. */
export const START_PATIENCE = 30_000;

/** Another process kept the file locked; nothing was changed. */
export class FileBusy extends Error {
  constructor(cause: unknown) {
    super('Another program keeps a data file locked', { cause });
  }
}

/**
 * Does work that needs a file's write lock, and tries again while another process has it.
 * @param work takes the lock first
 * @param until when to give up, by performance.now(); it is tried at least once
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
    // So that two that wait don't meet again.
    await setTimeout(pause * (0.5 + Math.random()));
  }
}

/** For work that may be left out: undefined when another process has the lock. */
export async function unlessBusy<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return undefined;
  }
}

/** True when another process has the lock that was needed. */
export function isBusy(error: unknown): boolean {
  if (error instanceof FileBusy) return true;
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}
