import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { countEdible, listFarOff, listNear } from '../../src/items/eat-first.repository.js';
import { factColumns } from '../../src/items/item-date.js';
import { actOnItem } from '../../src/items/item-events.repository.js';
import { opened } from '../../src/keeping/fact-changes.js';
import type { Member } from '../../src/members/member.js';
import type { Item } from '../../src/stock/stock.js';
import { freshDatabase, NOON, newcomer, put, some } from '../stock/households.js';

let db: Database;
let ada: Member;
let ben: Member;

const names = (items: Item[]) => items.map(({ name }) => name);
const near = { until: '2026-03-08', lainSince: '2026-02-26' };
const far = { after: '2026-03-08', most: 20, besides: new Set<number>() };

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  ben = await newcomer(db, 'ben');
  await put(db, ada, 'Pantry', some('Odd jar'));
  await put(db, ada, 'Pantry', some('Odder jar', { bestBefore: '2027-01-01' }));
  await put(db, ada, 'Pantry', some('Oddest jar', { bestBefore: '2026-06-01' }));
  await put(db, ada, 'Fridge', some('Yoghurt', { bestBefore: '2026-03-08' }));
  await put(db, ada, 'Fridge', some('Cheese', { bestBefore: '2025-12-31' }));
  await put(db, ben, 'Fridge', some('Beer', { bestBefore: '2026-03-01' }));
});

describe('What is near', () => {
  test('has its day within the week, or past', async () => {
    expect(names(await listNear(db, ada, near)).sort()).toEqual(['Cheese', 'Yoghurt']);
  });

  test('or has none and was opened, or is fresh and has lain for days', async () => {
    const { id } = await put(db, ada, 'Pantry', some('Odd sauce'));
    await actOnItem(
      db,
      ada,
      id,
      { kind: 'opened', becomes: factColumns(opened({ openedOn: null }, '2026-03-01')) },
      NOON,
    );
    await put(db, ada, 'Fridge', some('Odd thing', { boughtOn: '2026-02-26' }));
    await put(db, ada, 'Fridge', some('Odd new thing', { boughtOn: '2026-02-27' }));
    expect(names(await listNear(db, ada, near)).sort()).toEqual([
      'Cheese',
      'Odd sauce',
      'Odd thing',
      'Yoghurt',
    ]);
  });

  test('is there to be eaten', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Ham', { bestBefore: '2026-03-02' }));
    await actOnItem(db, ada, id, { kind: 'level_set', becomes: { level: 'out' } }, NOON);
    expect(names(await listNear(db, ada, near))).not.toContain('Ham');
  });
});

describe('What is far off', () => {
  test('comes by its last day, what has none at the end', async () => {
    expect(names(await listFarOff(db, ada, far))).toEqual(['Oddest jar', 'Odder jar', 'Odd jar']);
    expect(names(await listFarOff(db, ada, { ...far, most: 1 }))).toEqual(['Oddest jar']);
  });

  test('leaves out what is near without a day', async () => {
    const [jar] = (await listFarOff(db, ada, far)).filter(({ name }) => name === 'Odd jar');
    const besides = new Set([jar?.id ?? 0]);
    expect(names(await listFarOff(db, ada, { ...far, besides }))).toEqual(['Oddest jar', 'Odder jar']);
  });
});

test('The count is of what there is to eat', async () => {
  expect(await countEdible(db, ada)).toBe(5);
  expect(await countEdible(db, ben)).toBe(1);
});
