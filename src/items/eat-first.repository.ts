import type { IsoDate } from '../calendar/day.js';
import type { Database } from '../database/database.js';
import { WARM } from '../keeping/shelf-life/estimate.js';
import type { Member } from '../members/member.js';
import type { Item } from '../stock/stock.js';
import { items, toItem } from './item.repository.js';

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
  const dated = await edible(db, member).where('i.best_before', '<=', until).execute();
  const undated = await edible(db, member)
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
    )
    .execute();
  return [...dated, ...undated].map(toItem);
}

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
  const dated = await edible(db, member)
    // Implied by the rest, but lets SQLite use the index, in its order.
    .where('i.last_on', '>', after)
    .where('i.best_before', '>', after)
    .orderBy('i.last_on')
    .orderBy('i.id')
    .limit(most)
    .execute();
  if (dated.length === most) return dated.map(toItem);
  const undated = await edible(db, member)
    .where('i.best_before', 'is', null)
    .orderBy('i.best_before')
    .orderBy('i.id')
    .limit(most + besides.size)
    .execute();
  return [...dated, ...undated.filter(({ id }) => !besides.has(id))].slice(0, most).map(toItem);
}

/** How many items there are, without those that are out. */
export async function countEdible(db: Database, member: Member): Promise<number> {
  const { count } = await db
    .selectFrom('items as i')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('i.household_id', '=', member.household.id)
    .where((e) => e.or([e('i.level', 'is', null), e('i.level', '<>', 'out')]))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function edible(db: Database, member: Member) {
  return items(db, member).where((e) => e.or([e('i.level', 'is', null), e('i.level', '<>', 'out')]));
}
