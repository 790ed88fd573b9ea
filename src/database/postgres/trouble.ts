import type { Pool } from 'pg';
import { codeOf } from '../engine/again.js';
import { isLost } from './errors.js';

const OLDEST = 15;

/** Why Larder can't start on a PostgreSQL, for whoever runs it: names the address without its password. */
export class DatabaseTrouble extends Error {}

/**
 * Looks whether a PostgreSQL can be used.
 * @throws DatabaseTrouble when it never can; where it is away, the error that says so
 */
export async function lookAtServer(pool: Pool, url: string): Promise<void> {
  const server = await pool
    .query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::integer as version,
         current_setting('server_encoding') as encoding`,
    )
    .catch((error: unknown) => {
      throw isLost(error) ? error : troubleWith(url, error);
    });
  const [{ version, encoding } = { version: 0, encoding: '' }] = server.rows;
  if (version < OLDEST * 10_000)
    throw new DatabaseTrouble(`${placeOf(url)} is older than PostgreSQL ${OLDEST}, which Larder needs`);
  if (encoding !== 'UTF8')
    throw new DatabaseTrouble(`${placeOf(url)} is encoded in ${encoding}: Larder needs one in UTF8`);
}

/** @param error that connecting or making tables gave */
export function troubleWith(url: string, error: unknown): DatabaseTrouble {
  return new DatabaseTrouble(`${placeOf(url)} ${REASONS[codeOf(error)] ?? whatItSaid(error)}`, {
    cause: error,
  });
}

const REASONS: Record<string, string> = {
  '28P01': 'refuses the user or the password in DATABASE_URL',
  '28000': 'lets that user in from nowhere here: see its pg_hba.conf',
  '3D000': 'is not there: make it with createdb, or name another in DATABASE_URL',
  '42501': 'lets that user make no tables: make the user the owner of the database',
  ENOTFOUND: 'is on a host that is not known: see DATABASE_URL',
  EAI_AGAIN: 'is on a host whose name can’t be looked up just now',
  ECONNREFUSED: 'does not answer: is PostgreSQL running there, and DATABASE_URL right?',
};

function whatItSaid(error: unknown): string {
  return isLost(error) ? `does not answer (${messageOf(error)})` : `can’t be used: ${messageOf(error)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : codeOf(error);
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const host = hostname === '' ? 'this machine' : hostname;
  return `The database ${decodeURIComponent(pathname.slice(1)) || '(without a name)'} at ${host}:${port || 5432}`;
}
