import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = 'session-secret';

/**
 * The secret kept beside the data; makes 32 random bytes with mode 0600 when there is none. Two processes that
 * start together get one.
 * @param dataDir an existing folder
 */
export function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, FILE);
  return read(file) ?? make(file);
}

function read(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (Buffer.byteLength(secret) >= 32) return secret;
    throw new Error(`${file} is too short to be a secret: remove it, and a new one is made`);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function make(file: string): string {
  // Not named by process id: two containers that share the folder may have the same.
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // A link fails when the name is taken: the first process decides.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  const secret = read(file);
  if (secret === undefined) throw new Error(`${file} could not be made`);
  return secret;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
