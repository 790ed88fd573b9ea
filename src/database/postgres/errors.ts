import { codeOf } from '../engine/again.js';

/** The connection was lost while changes were being committed: they may be there or not. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection was lost while changes were being committed', { cause });
  }
}

/** lock_not_available, serialization_failure, deadlock_detected. */
const LOCKED = /^(55P03|40001|40P01)$/;

/** Class 08, the server going away or coming up (57P01 to 57P03), and what the network says. */
const LOST = /^(08...|57P0[123]|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ENOENT)$/;

/** What `pg` says without a code. */
const LOST_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** True when nothing was changed, and the same work may go through a moment later. */
export function isBusy(error: unknown): boolean {
  return LOCKED.test(codeOf(error)) || isLost(error);
}

/** True when there is no connection; what was sent outside a transaction may have been done. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof OutcomeUnknown) return false;
  return LOST.test(codeOf(error)) || LOST_WORDS.test(error.message);
}

export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === '23505';
}

export function isForeignKeyViolation(error: unknown): boolean {
  return codeOf(error) === '23503';
}
