import { Router } from 'express';
import type { Deps } from '../deps.js';
import { memberOf } from '../people/current-member.js';
import { maySignUp } from '../people/may-sign-up.js';
import { dayIn } from '../stock/best-before.js';
import { listEatFirst } from '../stock/item.repository.js';
import { listPlaces } from '../stock/place.repository.js';
import { shown } from '../stock/stock.js';
import { onceToken } from '../web/once.js';
import { page } from '../web/page.js';

/** More than anyone eats first; the rest is on the places' own pages. */
const SHOWN_AT_MOST = 50;

/** Welcome for a visitor; for a member what to eat first, and the places. */
export function homeRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/', async (req, res) => {
    const member = memberOf(req);
    if (!member) {
      return page(req, res, 'home/welcome', { title: 'Welcome', signupsOpen: await maySignUp(deps) });
    }
    const today = dayIn(member.household.timeZone, clock.now());
    const [items, places] = [await listEatFirst(db, member, SHOWN_AT_MOST), await listPlaces(db, member)];
    const itemCount = places.reduce((sum, place) => sum + place.itemCount, 0);
    await page(req, res, 'home/show', {
      title: 'Home',
      items: items.map((item) => shown(item, today)),
      places,
      itemCount,
      values: { once: onceToken() },
      wide: true,
    });
  });

  return router;
}
