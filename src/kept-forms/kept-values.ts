import { CARRIED, type Values } from '../web/form.js';

/** Room for every form that is read, and for a stock-take of ten thousand items. */
const BYTES_AT_MOST = 512 * 1024;

export function hasTyped(values: Values): boolean {
  return Object.keys(values).some((name) => !CARRIED.has(name));
}

/** A draft's last step has nothing typed, and is still worth going back to. */
export function isWorthKeeping(values: Values): boolean {
  return hasTyped(values) || values.revision !== undefined;
}

export function fits(values: Values): boolean {
  return Buffer.byteLength(JSON.stringify(values)) <= BYTES_AT_MOST;
}
