import type { Database } from '../../database/database.js';
import type { Deps } from '../../deps.js';
import { rowsOf } from '../../eat-first/rows.js';
import { judged } from '../../eat-first/urgency.js';
import { countItemsOf, findFood, findFoodsNamed, listFoods } from '../../foods/food.repository.js';
import { listItemsOfFoods } from '../../items/item.repository.js';
import { type Member, todayOf } from '../../members/member.js';
import { listPlaces } from '../../places/place.repository.js';
import type { Food } from '../../stock/stock.js';
import { counted, nameKey } from '../../text.js';
import type { Values } from '../../web/form.js';
import { onceToken } from '../../web/idempotency-key.js';
import { ROW_ID } from '../../web/ids.js';
import { findFoodRevision } from './food-changes.repository.js';
import { howMany } from './food-list.js';

/** The rest is on the pages of its places. */
const ITEMS_AT_MOST = 60;
/** Offered while typing; any name may be typed. */
const OFFERED_AT_MOST = 300;

/** The page of a food. @param values of its forms; the food's own when left out */
export async function foodPage({ db, clock }: Deps, member: Member, food: Food, values: Values = {}) {
  const today = todayOf(member, clock);
  const items = await listItemsOfFoods(db, member, [food.id]);
  const counts = (await countItemsOf(db, member, [food.id])).get(food.id) ?? { all: 0, out: 0 };
  const places = await listPlaces(db, member);
  const others = (await listFoods(db, member)).filter(({ id }) => id !== food.id);
  return {
    title: food.name,
    food,
    rows: rowsOf(items.slice(0, ITEMS_AT_MOST).map((item) => judged(item, today, places))),
    itemCount: counts.all,
    moreItems: Math.max(0, items.length - ITEMS_AT_MOST),
    howMany: howMany(counts),
    offered: others.slice(0, OFFERED_AT_MOST),
    hasOthers: others.length > 0,
    here: `/foods/${food.id}`,
    values: {
      name: food.name,
      revision: String(await findFoodRevision(db, member, food.id)),
      once: onceToken(),
      ...values,
    },
  };
}

/** The household's food with that name or id. @param named what a form says */
export async function whichFood(db: Database, member: Member, named: string): Promise<Food | undefined> {
  const byName = (await findFoodsNamed(db, member, [named])).get(nameKey(named));
  if (byName || !ROW_ID.test(named)) return byName;
  return findFood(db, member, Number(named));
}

/** Why a food can't be removed. */
export function inUseText(name: string, items: number): string {
  return `${name} can’t be removed while ${counted(items, 'item is', 'items are')} of it. Merge it into another food instead.`;
}
