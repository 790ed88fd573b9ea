import type { Database } from '../database/database.js';
import type { ItemRow, PlaceRow } from '../database/tables.js';
import type { Member } from '../members/member.js';
import type { DateKind, Level, Place } from '../stock/stock.js';
import { nameFoods } from './names-in-history.repository.js';

/** An item as it was, under its food's present name. */
export interface PastItem {
  id: number;
  name: string;
  /** Thousandths. */
  quantityMilli: number;
  unit: string;
  level: Level | null;
  bestBefore: string | null;
  dateKind: DateKind;
  /** bestBefore was an estimate. */
  isEstimate: boolean;
  isOpened: boolean;
}

export interface PastPlace {
  /** As it was then; as it is now, or was last, when it was not there. */
  place: Place;
  made: Date;
  wasThere: boolean;
  isThere: boolean;
  /** To eat first at the top, without a date last. */
  items: PastItem[];
}

/**
 * What was in a place before a moment: what is there now, with every change since taken back.
 * @param until the first moment that no longer counts
 * @returns undefined when the household never had the place
 */
export async function findPastPlace(
  db: Database,
  member: Member,
  id: number,
  until: Date,
): Promise<PastPlace | undefined> {
  const since = await firstEntryFrom(db, member, until);
  const known = await findPlaceRows(db, member, id, since);
  if (!known) return undefined;
  const { thenThere, now, last } = known;
  const wasThere = thenThere !== null && thenThere.created_at < until.toISOString();
  const { name, kind } = wasThere ? thenThere : last;
  const rows = wasThere ? await listItemRows(db, member, id, since, until) : [];
  const names = await nameFoods(db, member, [...new Set(rows.map(({ food_id }) => food_id))]);
  const items = rows.map((row) => toPastItem(row, names.get(row.food_id) ?? ''));
  return {
    place: { id, name, kind },
    made: new Date(last.created_at),
    wasThere,
    isThere: now !== undefined,
    items,
  };
}

/** The id of the journal's first entry from a moment on; beyond all when there is none. */
async function firstEntryFrom(db: Database, { household }: Member, moment: Date): Promise<number> {
  const last = await db
    .selectFrom('actions')
    .select('id')
    .where('household_id', '=', household.id)
    .where('created_at', '<', moment.toISOString())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const next = await db
    .selectFrom('journal_entries')
    .select('id')
    .where('action_id', '>', last?.id ?? 0)
    .orderBy('action_id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return next?.id ?? Number.MAX_SAFE_INTEGER;
}

/**
 * A place's row before an entry (null when it was not there), now, and the last known.
 * @returns undefined when the household never had the place
 */
async function findPlaceRows(
  db: Database,
  { household }: Member,
  id: number,
  since: number,
): Promise<{ thenThere: PlaceRow | null; now: PlaceRow | undefined; last: PlaceRow } | undefined> {
  const now = await db
    .selectFrom('places')
    .selectAll()
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .executeTakeFirst();
  const changes = db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.before', 'e.after'])
    .where('e.subject', '=', 'place')
    .where('e.subject_id', '=', id)
    .where('a.household_id', '=', household.id);
  const next = await changes.where('e.id', '>=', since).orderBy('e.id').limit(1).executeTakeFirst();
  const gone = now ? undefined : await changes.orderBy('e.id', 'desc').limit(1).executeTakeFirst();
  const last = now ?? rowIn<PlaceRow>(gone?.before);
  if (!last) return undefined;
  return { thenThere: next ? rowIn<PlaceRow>(next.before) : (now ?? null), now, last };
}

async function listItemRows(
  db: Database,
  { household }: Member,
  placeId: number,
  since: number,
  until: Date,
): Promise<ItemRow[]> {
  // The first change since then tells what an item was.
  const changed = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select('e.before')
    .where('e.place_before', '=', placeId)
    .where('e.id', '>=', since)
    .where('a.household_id', '=', household.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journal_entries as earlier')
            .select('earlier.id')
            .where('earlier.subject', '=', 'item')
            .whereRef('earlier.subject_id', '=', 'e.subject_id')
            .where('earlier.id', '>=', since)
            .whereRef('earlier.id', '<', 'e.id'),
        ),
      ),
    )
    .execute();
  const unchanged = await db
    .selectFrom('items as i')
    .selectAll('i')
    .where('i.household_id', '=', household.id)
    .where('i.place_id', '=', placeId)
    .where('i.created_at', '<', until.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journal_entries as e')
            .select('e.id')
            .where('e.subject', '=', 'item')
            .whereRef('e.subject_id', '=', 'i.id')
            .where('e.id', '>=', since),
        ),
      ),
    )
    .execute();
  const rows = [
    ...changed.map(({ before }) => rowIn<ItemRow>(before)).filter((row) => row !== null),
    ...unchanged,
  ];
  return rows.filter((row) => row.created_at < until.toISOString()).sort(eatFirst);
}

/** ISO dates sort as text. */
function eatFirst(one: ItemRow, other: ItemRow): number {
  const [day, otherDay] = [one.best_before ?? '~', other.best_before ?? '~'];
  return day < otherDay ? -1 : day > otherDay ? 1 : one.id - other.id;
}

function rowIn<Row>(kept: string | null | undefined): Row | null {
  return kept ? JSON.parse(kept) : null;
}

function toPastItem(row: ItemRow, name: string): PastItem {
  return {
    id: row.id,
    name,
    quantityMilli: row.quantity_milli,
    unit: row.unit,
    level: row.level,
    bestBefore: row.best_before,
    dateKind: row.date_kind,
    isEstimate: row.estimate_id !== null,
    isOpened: row.opened_on !== null,
  };
}
