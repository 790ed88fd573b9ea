import type { Database } from '../database/database.js';
import { checkWords } from '../food-names/food-words.repository.js';
import { changeIn, SUBJECTS, TABLES } from '../journal/journal.repository.js';
import { Replay, type RowKey } from '../journal/replay.js';
import { findMisreckoned } from '../stock/item-dates.repository.js';

/** Entries read at once. */
const BATCH = 2_000;

export interface StockCheck {
  itemCount: number;
  entryCount: number;
  /** Where stock and journal disagree, and foods that search can't find. */
  problems: string[];
}

/** Replays a household's whole journal and compares it with the stock, and the stock with the search index. */
export async function checkStock(db: Database, householdId: number): Promise<StockCheck> {
  const replay = new Replay();
  let entryCount = 0;
  let last = 0;
  for (;;) {
    const entries = await findEntries(db, householdId, last);
    for (const entry of entries) replay.add(entry.id, entry.subject_id, changeIn(entry));
    entryCount += entries.length;
    last = entries.at(-1)?.id ?? last;
    if (entries.length < BATCH) break;
  }
  const rows = await findRows(db, householdId);
  const itemCount = [...rows.keys()].filter((key) => key.startsWith('item ')).length;
  const words = await checkWords(db, householdId);
  const misreckoned = await findMisreckoned(db, householdId);
  const dates = misreckoned.map((id) => `item ${id} has another date than its facts come to`);
  const problems = [...replay.breaks, ...replay.differences(rows), ...words, ...dates];
  return { itemCount, entryCount, problems };
}

export async function listHouseholdIds(db: Database): Promise<number[]> {
  const rows = await db.selectFrom('households').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

function findEntries(db: Database, householdId: number, after: number) {
  return db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.id', 'e.subject', 'e.subject_id', 'e.before', 'e.after'])
    .where('a.household_id', '=', householdId)
    .where('e.id', '>', after)
    .orderBy('e.id')
    .limit(BATCH)
    .execute();
}

async function findRows(db: Database, householdId: number): Promise<Map<RowKey, object>> {
  const rows = new Map<RowKey, object>();
  for (const subject of SUBJECTS) {
    const table = TABLES[subject];
    const found = await db.selectFrom(table).selectAll().where('household_id', '=', householdId).execute();
    for (const row of found) rows.set(`${subject} ${row.id}`, row);
  }
  return rows;
}
