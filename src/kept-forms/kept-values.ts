import { CARRIED, typedValues, type Values } from '../web/form.js';

const BYTES_AT_MOST = 64 * 1024;

/** What of a form is kept for its writer: what was typed, and what the form carried for itself. Never a password. */
export function keptValues(body: unknown): Values {
  return typedValues(body);
}

/** True when there is something that a person would miss. */
export function hasTyped(values: Values): boolean {
  return Object.keys(values).some((name) => !CARRIED.has(name));
}

/** False for more than anyone types, which is not kept. */
export function fits(values: Values): boolean {
  return Buffer.byteLength(JSON.stringify(values)) <= BYTES_AT_MOST;
}
