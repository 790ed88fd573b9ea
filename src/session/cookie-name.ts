import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';

const TABLE = `create table if not exists installation (
  one integer primary key check (one = 1),
  id text not null
) strict`;

export interface CookieNames {
  name: string;
  /** An older Larder's name, which is still read. */
  before: string;
}

/**
 * The names of the session cookie. Browsers send a host's cookies to all its ports, so each installation has a name
 * of its own, kept with the sessions.
 * @param connection the open session file
 * @param https adds the prefix __Host-
 */
export function cookieNames(connection: Sqlite.Database, https: boolean): CookieNames {
  const before = https ? '__Host-larder' : 'larder';
  return { name: `${before}-${installationId(connection)}`, before };
}

/** Of two processes that start together, the first to insert decides. */
function installationId(connection: Sqlite.Database): string {
  connection.exec(TABLE);
  const made = randomBytes(4).toString('hex');
  connection.prepare('insert or ignore into installation (one, id) values (1, ?)').run(made);
  return connection.prepare('select id from installation').pluck().get() as string;
}
