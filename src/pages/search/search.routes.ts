import { Router } from 'express';
import { z } from 'zod';
import type { IsoDate } from '../../calendar/day.js';
import type { Deps } from '../../deps.js';
import { rowsOf } from '../../eat-first/rows.js';
import { judged } from '../../eat-first/urgency.js';
import { requireMember } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { listPlaces } from '../../places/place.repository.js';
import type { Place } from '../../stock/stock.js';
import { optionalText } from '../../text.js';
import { readQuery } from '../../web/form.js';
import { onceToken } from '../../web/idempotency-key.js';
import { page, refuse } from '../../web/page.js';
import { isMisspelled, type Nearness } from './nearness.js';
import { type Found, type FoundFood, search } from './search.repository.js';

const FOODS_AT_MOST = 50;
/** Of one food; the rest is on its places' pages. */
const ITEMS_AT_MOST = 8;

const searchForm = z.object({ q: optionalText('the name', 80) });

export function searchRoutes({ db, clock }: Deps): Router {
  const router = Router();

  router.get('/search', async (req, res) => {
    const member = requireMember(req);
    const form = readQuery(req, searchForm);
    if (!form.ok) return refuse(req, res, 'search/show', { title: 'Find', ...form });
    const { q } = form.data;
    const values = { q, once: onceToken() };
    if (q === '') return page(req, res, 'search/show', { title: 'Find', values });
    const today = todayOf(member, clock);
    const found = await search(db, member, q, FOODS_AT_MOST);
    const back = `/search?${new URLSearchParams({ q })}`;
    await page(req, res, 'search/show', {
      title: `Find “${q}”`,
      values,
      back,
      found: shownFound(found, today, await listPlaces(db, member)),
    });
  });

  return router;
}

/** What was found; names spelled differently stand apart. */
function shownFound({ foods, places, moreFoods }: Found, today: IsoDate, all: readonly Place[]) {
  const shownFoods = foods.map((food) => shownFood(food, today, all));
  const group = (id: string, title: string, belongs: (nearness: Nearness) => boolean) => ({
    id,
    title,
    foods: shownFoods.filter(({ nearness }) => belongs(nearness)),
    places: places.filter(({ nearness }) => belongs(nearness)),
  });
  const groups = [
    group('found', 'Found', (nearness) => !isMisspelled(nearness)),
    group('nearly', 'Spelled nearly like that', isMisspelled),
  ];
  return {
    groups: groups.filter((one) => one.foods.length + one.places.length > 0),
    most: foods.length,
    moreFoods,
  };
}

function shownFood({ id, name, nearness, items }: FoundFood, today: IsoDate, places: readonly Place[]) {
  const first = items.slice(0, ITEMS_AT_MOST).map((item) => judged(item, today, places));
  return { id, name, nearness, rows: rowsOf(first), moreItems: items.length - first.length };
}
