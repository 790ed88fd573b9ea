import { setTimeout } from 'node:timers/promises';

/** Milliseconds that a change waits for another process. */
export const PATIENCE = 2_000;

/** Another process kept what was needed locked; nothing was changed. */
export class FileBusy extends Error {
  constructor(cause: unknown) {
    super('Another program keeps the data locked', { cause });
  }
}

/**
 * Does work that needs a lock, and tries again while another process has it.
 * @param work takes the lock first
 * @param isBusy true for an error that says so
 * @param until when to give up, by performance.now(); it is tried at least once
 * @throws FileBusy, and what the work throws
 */
export async function whileBusy<T>(
  work: () => T | Promise<T>,
  isBusy: (error: unknown) => boolean,
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

/** The code that an engine gave an error; '' for other errors. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
