import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, runTool, Trouble } from './project.mjs';

const dist = inProject('dist');
const stampName = '.built-from';

/** Compiles src and migrations into dist, unless dist was made from just these files. */
export function ensureBuilt() {
  const stamp = sourcesHash();
  if (builtFrom() === stamp) return;
  console.log('Building …');
  const fresh = inProject(`.dist-${process.pid}`);
  try {
    if (!runTool('typescript/bin/tsc', ['--outDir', fresh]))
      throw new Trouble('The build failed: the compiler says why above.');
    writeFileSync(path.join(fresh, stampName), stamp);
    replaceDist(fresh, stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Puts the finished build in place at once, so that nothing ever runs half of one.
 * @param {string} fresh @param {string} stamp
 */
function replaceDist(fresh, stamp) {
  const old = `${fresh}-old`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    // Another command built the same at the same time, and was first.
    if (builtFrom() !== stamp) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

function builtFrom() {
  const file = path.join(dist, stampName);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function sourcesHash() {
  const sources = [...filesIn('src'), ...filesIn('migrations')].filter((file) => file.endsWith('.ts')).sort();
  const hash = createHash('sha256');
  for (const file of ['tsconfig.json', 'package.json', 'package-lock.json', ...sources])
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inProject(file)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(name) : [name];
  });
}
