import { statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

const GETS = 200;
const CHANGES = 20;

/**
 * What requests of one session write to its file: whether another connection sees a commit, and by how many pages
 * SQLite's log (the WAL) has grown. The log must be new: an old one is written over from its start.
 * @param cookie of somebody who signed in less than a minute ago
 */
export async function written(file: string, url: string, cookie: string): Promise<string> {
  const witness = new SqliteDatabase(file, { readonly: true });
  const pageSize = witness.pragma('page_size', { simple: true }) as number;
  const during = async (requests: () => Promise<void>) => {
    const [version, bytes] = [versionOf(witness), logBytes(file)];
    await requests();
    const pages = (logBytes(file) - bytes) / (pageSize + 24);
    return versionOf(witness) === version ? `no commit, ${pages} pages` : `commits, ${pages} pages`;
  };
  const gets = await during(() => send(GETS, 'GET', `${url}/me`, cookie));
  const changes = await during(() => send(CHANGES, 'POST', `${url}/change`, cookie));
  witness.close();
  return `${GETS} signed-in GETs: ${gets}; ${CHANGES} changes: ${changes}`;
}

/** Changes when another connection has committed something. */
function versionOf(witness: SqliteDatabase.Database): unknown {
  return witness.pragma('data_version', { simple: true });
}

function logBytes(file: string): number {
  return statSync(`${file}-wal`).size;
}

async function send(count: number, method: string, url: string, cookie: string): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const answer = await fetch(url, { method, headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status >= 400) throw new Error(`${method} ${url}: ${answer.status}`);
  }
}
