import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const IN_MEMORY = '/dev/shm';
const ROOMY = 512 * 1024 * 1024;

/** In memory where there is room: quicker than a disk. */
const parent = isRoomy(IN_MEMORY) ? IN_MEMORY : tmpdir();

/** Makes an empty folder. @returns its path */
export function newDataFolder(): string {
  return mkdtempSync(path.join(parent, 'larder-test-'));
}

function isRoomy(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOMY;
}
