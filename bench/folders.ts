import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Home } from './seed.js';

export interface Folder {
  dataDir: string;
  /** The file with the households' data. */
  file: string;
  homes: Record<string, Home>;
}

/**
 * A folder of data of its own for this run; both can be made at once, each in its own process.
 * @param kept where one that is seeded once is kept for later runs, if it is to be
 */
export async function folderOf(which: 'small' | 'large', kept: string | undefined): Promise<Folder> {
  const dataDir = newFolder();
  const source = kept === undefined ? dataDir : path.join(kept, which);
  const homes = path.join(source, 'homes.json');
  if (!existsSync(homes)) {
    mkdirSync(source, { recursive: true });
    const child = fork(path.join(import.meta.dirname, 'seed.ts'), [which, source], { stdio: 'inherit' });
    const [found] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`Seeding ended with ${code}`))),
    ]);
    writeFileSync(homes, JSON.stringify(found));
    if (child.exitCode === null) await once(child, 'exit');
  }
  if (source !== dataDir) cpSync(source, dataDir, { recursive: true });
  return { dataDir, file: fileIn(dataDir), homes: JSON.parse(readFileSync(homes, 'utf8')) };
}

/** A copy that others may change; take it while nothing runs on the folder. */
export function copyOf({ dataDir, homes }: Folder): Folder {
  const copy = newFolder();
  cpSync(dataDir, copy, { recursive: true });
  return { dataDir: copy, file: fileIn(copy), homes };
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'larder.sqlite');
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'larder-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
