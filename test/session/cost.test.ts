import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../support/database.js';
import { signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import type { Visitor } from '../support/visitor.js';

const PAGES = ['/', '/account', '/put-away', '/household', '/nowhere', '/login', '/?flash=AAAAAAAAAAAA'];

describe('What a page that changes nothing writes to the session file', () => {
  const server = usingServer();

  /** Looks at the file from a connection of its own: what has been committed, and what its log holds. */
  function witness() {
    const file = path.join(server.dataDir, 'sessions.sqlite');
    const connection = openSqlite(file, { readonly: true });
    return () => ({
      version: connection.pragma('data_version', { simple: true }),
      log: createHash('sha256')
        .update(readFileSync(`${file}-wal`))
        .digest('hex'),
    });
  }

  async function askFor(count: number, visitor: Visitor): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const answer = await visitor.getRaw(PAGES[n % PAGES.length] ?? '/');
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  }

  it('is nothing for 200 pages within an hour, while one change is seen', async () => {
    const { visitor } = await signUp(server.visitor());
    const look = witness();
    const before = look();
    await askFor(200, visitor);
    expect(look()).toEqual(before);
    await visitor.postRaw('/put-away', { names: 'Halva' });
    expect(look().version).not.toBe(before.version);
    expect(look().log).not.toBe(before.log);
  });

  it('is one touch for all the pages of the next hour', async () => {
    const { visitor } = await signUp(server.visitor());
    const file = openSqlite(path.join(server.dataDir, 'sessions.sqlite'));
    file.prepare('update sessions set seen_at = seen_at - 3601000').run();
    const look = witness();
    const before = look();
    await askFor(1, visitor);
    const touched = look();
    expect(touched.version).not.toBe(before.version);
    await askFor(50, visitor);
    expect(look()).toEqual(touched);
  });
});
