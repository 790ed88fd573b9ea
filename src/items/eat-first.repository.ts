import type { IsoDate } from '../calendar/day.js';
import type { Database } from '../database/database.js';
import { prepared } from '../database/prepared.js';
import { WARM } from '../keeping/shelf-life/estimate.js';
import type { Member } from '../members/member.js';
import type { Item } from '../stock/stock.js';
import { items } from './item.repository.js';

/**
 * Items whose day is near or past, unordered, and those without a day that should be looked at; without those that
 * are out.
 * @param until the last day that is near
 * @param lainSince fresh food without a day counts when bought by then
 */
export async function listNear(
  db: Database,
  member: Member,
  { until, lainSince }: { until: IsoDate; lainSince: IsoDate },
): Promise<Item[]> {
  const household = member.household.id;
  const dated = await nearDated(db, household, until);
  return [...dated, ...(await nearUndated(db, household, lainSince))];
}

const nearDated = prepared(2, (db, household: number, until: IsoDate) =>
  edible(db, household).where('i.best_before', '<=', until),
);

const nearUndated = prepared(2, (db, household: number, lainSince: IsoDate) =>
  edible(db, household)
    .where('i.best_before', 'is', null)
    .where((e) =>
      e.or([
        e('i.opened_on', 'is not', null),
        e('i.thawed_on', 'is not', null),
        e('i.limit_on', 'is not', null),
        e.and([e('i.spoils', '=', 'does not show'), e('p.kind', 'in', [...WARM])]),
        e.and([e('i.spoils', 'in', ['shows', 'does not show']), e('i.bought_on', '<=', lainSince)]),
        e.and([e('i.spoils', 'is', null), e('p.kind', '=', 'fridge'), e('i.bought_on', '<=', lainSince)]),
      ]),
    ),
);

/**
 * Items whose day is further off, the next first, then those without a day.
 * @param after the last day that is near
 * @param most how many at most
 * @param besides ids to leave out
 */
export async function listFarOff(
  db: Database,
  member: Member,
  { after, most, besides }: { after: IsoDate; most: number; besides: Set<number> },
): Promise<Item[]> {
  const household = member.household.id;
  const dated = await farDated(db, household, after, most);
  if (dated.length === most) return dated;
  const undated = await farUndated(db, household, most + besides.size);
  return [...dated, ...undated.filter(({ id }) => !besides.has(id))].slice(0, most);
}

const farDated = prepared(3, (db, household: number, after: IsoDate, most: number) =>
  edible(db, household)
    // Implied by the rest, but lets SQLite use the index, in its order.
    .where('i.last_on', '>', after)
    .where('i.best_before', '>', after)
    .orderBy('i.last_on')
    .orderBy('i.id')
    .limit(most),
);

const farUndated = prepared(2, (db, household: number, most: number) =>
  edible(db, household)
    .where('i.best_before', 'is', null)
    .orderBy('i.best_before')
    .orderBy('i.id')
    .limit(most),
);

/** How many items there are, without those that are out. */
export async function countEdible(db: Database, member: Member): Promise<number> {
  const [row] = await edibleCount(db, member.household.id);
  return Number(row?.count);
}

const edibleCount = prepared(1, (db, household: number) =>
  db
    .selectFrom('items as i')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('i.household_id', '=', household)
    .where((e) => e.or([e('i.level', 'is', null), e('i.level', '<>', 'out')])),
);

function edible(db: Database, householdId: number) {
  return items(db, householdId).where((e) => e.or([e('i.level', 'is', null), e('i.level', '<>', 'out')]));
}
