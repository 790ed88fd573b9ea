import { Router } from 'express';
import { maySignUp } from '../../accounts/may-sign-up.js';
import type { Deps } from '../../deps.js';
import { memberOf } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { listPlaces } from '../../places/place.repository.js';
import { onceToken } from '../../web/idempotency-key.js';
import { page } from '../../web/page.js';
import { homeGroups } from './home.view.js';
import { whatToEat } from './what-to-eat.js';

/** Welcome for a visitor; for a member what to eat first, and the places. */
export function homeRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/', async (req, res) => {
    const member = memberOf(req);
    if (!member) {
      return page(req, res, 'home/welcome', { title: 'Welcome', signupsOpen: await maySignUp(deps) });
    }
    const places = await listPlaces(db, member);
    const { place } = req.query;
    if (places.some(({ id }) => String(id) === place)) return res.redirect(`/places/${place}`);
    const groups = await whatToEat(db, member, todayOf(member, clock), places);
    await page(req, res, 'home/show', {
      title: 'Eat first',
      places,
      itemCount: places.reduce((sum, place) => sum + place.itemCount, 0),
      ...homeGroups(groups),
      values: { once: onceToken() },
      wide: true,
    });
  });

  return router;
}
