import { codeOf } from '../engine/again.js';

/** True when another process has the file's lock. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

export function isUniqueViolation(error: unknown): boolean {
  return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error));
}

export function isForeignKeyViolation(error: unknown): boolean {
  return /^SQLITE_CONSTRAINT_(FOREIGNKEY|TRIGGER)$/.test(codeOf(error));
}

export function isCorruptIndex(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_CORRUPT_VTAB';
}
