import { FileBusy, PATIENCE, whileBusy } from './engine/again.js';
import { isBusy as isPostgresBusy, OutcomeUnknown } from './postgres/errors.js';
import { isBusy as isSqliteBusy } from './sqlite/errors.js';

export { BUSY_TIMEOUT } from './sqlite/open.js';
export { FileBusy, OutcomeUnknown, PATIENCE };

/** Milliseconds: another process that starts may be running migrations. */
export const START_PATIENCE = 30_000;

/**
 * Does work that needs a lock on the data, and tries again while another process has it.
 * @param work takes the lock first
 * @param until when to give up, by performance.now(); it is tried at least once
 * @throws FileBusy, and what the work throws
 */
export function whenFree<T>(work: () => T | Promise<T>, until = performance.now() + PATIENCE): Promise<T> {
  return whileBusy(work, isBusy, until);
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

/** True when another process has the lock that was needed, and nothing was changed. */
export function isBusy(error: unknown): boolean {
  return error instanceof FileBusy || isSqliteBusy(error) || isPostgresBusy(error);
}
