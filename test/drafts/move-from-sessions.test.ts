import path from 'node:path';
import { expect, it } from 'vitest';
import { nextStep } from '../../src/drafts/rows/draft.js';
import { findDraft, listOwnDrafts } from '../../src/drafts/rows/draft.repository.js';
import { moveDraftsFromSessions } from '../../src/drafts/rows/move-from-sessions.js';
import { openSessionDatabase } from '../../src/session/store/sqlite/session-database.js';
import { makeSessionTables } from '../../src/session/store/sqlite/session-tables.js';
import { temporaryFolder } from '../support/database.js';
import { DINNER } from './kinds.js';
import { moveIn, openKitchen } from './kitchen.js';

it('takes over what sessions held whole, once, and the sessions keep the ids', async () => {
  const folder = temporaryFolder();
  const db = await openKitchen(folder);
  const ada = await moveIn(db, 'ada');
  const sessions = openSessionDatabase(path.join(folder, 'sessions.sqlite'));
  makeSessionTables(sessions);
  const held = (id: string, more: object = {}) => ({
    ...{ id, kind: 'dinner', owner: ada.owner, household: ada.household, revision: 2 },
    ...{ steps: { guests: 1, dish: 2 }, keys: { table_id: 9 }, fields: { guests: 4, dish: 'soup' } },
    ...{ started_at: '2026-03-01T12:00:00.000Z', changed_at: '2026-03-01T12:00:00.000Z', ...more },
  });
  const drafts = {
    a: held('a', { once: 'x', typed: { shopping: { list: 'leeks' } } }),
    b: held('b', { discarded: true }),
    c: held('c', { household: 999 }),
    d: { id: 'd', kind: 'nonsense' },
  };
  const insert = sessions.prepare(
    'insert into sessions (sid, expired, sess, user_id, created_at, seen_at) values (?, 9, ?, ?, 1, 1)',
  );
  insert.run('phone', JSON.stringify({ cookie: {}, user_id: ada.owner, drafts }), ada.owner);
  insert.run('broken', 'not JSON', ada.owner);
  insert.run('new', JSON.stringify({ drafts: ['z'] }), ada.owner);

  await moveDraftsFromSessions(db, sessions);
  await moveDraftsFromSessions(db, sessions);

  const open = await listOwnDrafts(db, ada.owner);
  expect(open).toMatchObject([
    {
      id: 'a',
      keys: { table_id: 9 },
      fields: { guests: 4, dish: 'soup' },
      typed: { shopping: { list: 'leeks' } },
    },
  ]);
  expect(open.map((draft) => nextStep(DINNER, draft))).toEqual(['shopping']);
  expect(await findDraft(db, ada, 'b', 'discarded')).toBeDefined();
  const kept = sessions.prepare(`select sess ->> '$.drafts' from sessions where sid = ?`).pluck();
  expect([kept.get('phone'), kept.get('new')]).toEqual(['["a","b","c"]', '["z"]']);
  await db.destroy();
  sessions.close();
});
