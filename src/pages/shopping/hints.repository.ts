import { sumOf } from '../../amounts/sums.js';
import { dayIn, daysAfter } from '../../calendar/day.js';
import type { Database } from '../../database/database.js';
import { anyOf } from '../../database/lists.js';
import type { Level } from '../../database/tables.js';
import { findFoodsNamed } from '../../foods/food.repository.js';
import type { Member } from '../../members/member.js';
import { amountText } from '../../stock/stock.js';

/** Days; what was thrown away earlier says little of what to buy now. */
const THROWN_LATELY = 28;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Kept {
  quantityMilli: number;
  unit: string;
  level: Level | null;
  place: string;
}

/**
 * What to know before buying: how much there is of each, and when some was thrown away in the last four weeks.
 * @param names of what is to be bought
 * @returns in words, by the key of the name; without foods of which there is nothing to say
 */
export async function hintsFor(
  db: Database,
  member: Member,
  names: string[],
  now: Date,
): Promise<Map<string, string[]>> {
  const foods = await findFoodsNamed(db, member, names);
  const ids = [...new Set([...foods.values()].map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const kept = await keptOf(db, member, ids);
  const thrown = await thrownOf(db, member, ids, now);
  const hints = [...foods].map(([key, { id }]): [string, string[]] => {
    const days = thrown.get(id);
    const told = [stockText(kept.get(id) ?? []), days === undefined ? '' : `thrown away ${agoText(days)}`];
    return [key, told.filter(Boolean)];
  });
  return new Map(hints.filter(([, told]) => told.length > 0));
}

/** "you have 2 l in Fridge, running low in Pantry": what is counted first, then what is not; or nothing. */
export function stockText(kept: Kept[]): string {
  const counted = kept.filter(({ level }) => level === null);
  const told = (['have', 'low'] as const).map((level) => partText(kept.filter((one) => one.level === level)));
  return [counted.length > 0 && `you have ${partText(counted)}`, ...told].filter(Boolean).join(', ');
}

/** "2 l in Fridge" */
function partText(kept: Kept[]): string {
  const [first, ...rest] = kept;
  if (!first) return '';
  const sum = first.level ? undefined : rest.reduce<Sum>((all, one) => all && sumOf(all, one), first);
  const amounts = [...new Set(kept.map(amountText))];
  const amount = sum ? amountText(sum) : amounts.slice(0, 2).join(' and ');
  const places = [...new Set(kept.map(({ place }) => place))];
  const where = places.length > 2 ? `${places.length} places` : places.join(' and ');
  return `${amount} in ${where}`;
}

type Sum = { quantityMilli: number; unit: string } | undefined;

/** @param days since then */
function agoText(days: number): string {
  return days < 7 ? relative.format(-days, 'day') : relative.format(-Math.floor(days / 7), 'week');
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

async function keptOf(db: Database, { household }: Member, ids: number[]): Promise<Map<number, Kept[]>> {
  const rows = await db
    .selectFrom('items as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .select(['i.food_id', 'i.quantity_milli', 'i.unit', 'i.level', 'p.name'])
    .where('i.household_id', '=', household.id)
    .where('i.food_id', 'in', anyOf(ids))
    .orderBy('i.id')
    .execute();
  const kept = new Map<number, Kept[]>();
  for (const { food_id: id, quantity_milli: quantityMilli, unit, level, name: place } of rows)
    kept.set(id, [...(kept.get(id) ?? []), { quantityMilli, unit, level, place }]);
  return kept;
}

/** Days since some of each food was last thrown away. */
async function thrownOf(
  db: Database,
  { household }: Member,
  ids: number[],
  now: Date,
): Promise<Map<number, number>> {
  const since = new Date(now.getTime() - (THROWN_LATELY + 1) * DAY_MS);
  const rows = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.food_id', 'a.created_at', 'a.happened_on'])
    .where('e.food_id', 'in', anyOf(ids))
    .where('a.household_id', '=', household.id)
    .where('a.kind', '=', 'thrown_away')
    .where('a.is_undone', '=', 0)
    .where('a.created_at', '>=', since.toISOString())
    .execute();
  const today = dayIn(household.timeZone, now);
  const days = new Map<number, number>();
  for (const { food_id: id, created_at: at, happened_on: on } of rows) {
    const past = daysAfter(on ?? dayIn(household.timeZone, new Date(at)), today);
    if (id !== null && past <= THROWN_LATELY) days.set(id, Math.min(past, days.get(id) ?? past));
  }
  return days;
}
