import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const IN_MEMORY = '/dev/shm';
const ROOMY = 512 * 1024 * 1024;

/** Where there is room in memory, a write need not wait for a disk: what tests keep may be lost with the power. */
const parent = isRoomy(IN_MEMORY) ? IN_MEMORY : tmpdir();

/** Makes an empty folder for data. @returns its path */
export function newDataFolder(): string {
  return mkdtempSync(path.join(parent, 'larder-test-'));
}

function isRoomy(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOMY;
}
