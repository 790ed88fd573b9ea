import { Router } from 'express';
import { maySignUp } from '../../accounts/may-sign-up.js';
import type { Deps } from '../../deps.js';
import { GROUPS } from '../../eat-first/group.js';
import { memberOf } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { listPlaces } from '../../places/place.repository.js';
import { homeGroups } from './home.view.js';
import { whatToEat } from './what-to-eat.js';

/** Welcome for a visitor; for a member what to eat first, and the places. */
export function homeRoutes(deps: Deps): Router {
  const { db, clock, keptPages } = deps;
  const router = Router();

  router.get('/', async (req, res) => {
    const member = memberOf(req);
    if (!member) {
      const signupsOpen = await maySignUp(deps);
      return keptPages.show(req, res, 'home/welcome', [signupsOpen], async () => ({
        title: 'Welcome',
        signupsOpen,
      }));
    }
    const { place, all } = req.query;
    if (place !== undefined) {
      const places = await listPlaces(db, member);
      if (places.some(({ id }) => String(id) === place)) return res.redirect(`/places/${place}`);
    }
    const today = todayOf(member, clock);
    const whole = GROUPS.find((group) => group === all);
    await keptPages.show(req, res, 'home/show', [today, whole ?? ''], async (once) => {
      const places = await listPlaces(db, member);
      const groups = await whatToEat(db, member, today, places, whole);
      return {
        title: 'Eat first',
        places,
        itemCount: places.reduce((sum, place) => sum + place.itemCount, 0),
        ...homeGroups(groups, whole),
        values: { once },
        wide: true,
      };
    });
  });

  return router;
}
