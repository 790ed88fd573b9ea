import { CARRIED, type Values } from '../web/form.js';

const BYTES_AT_MOST = 64 * 1024;

export function hasTyped(values: Values): boolean {
  return Object.keys(values).some((name) => !CARRIED.has(name));
}

/** False for more than anyone types. */
export function fits(values: Values): boolean {
  return Buffer.byteLength(JSON.stringify(values)) <= BYTES_AT_MOST;
}
