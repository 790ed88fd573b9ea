import { Router } from 'express';
import { memberOf } from '../../members/current-member.js';
import type { HouseholdWatch } from './household-watch.js';
import type { EventStreams } from './streams.js';

/**
 * Tells a page that is open of changes by others: a number, when the household has a new revision. What was changed
 * it asks for itself.
 */
export function changesRoutes(watch: HouseholdWatch, streams: EventStreams): Router {
  const router = Router();

  router.get('/changes', (req, res, next) => {
    const { household: drawnFor, from } = req.query;
    if (req.get('Accept') !== 'text/event-stream' || req.method !== 'GET' || !isNumber(from)) return next();
    const member = memberOf(req);
    // Says to the browser that it need not ask again: signed out, another household, or too many tabs.
    if (!member || String(member.household.id) !== drawnFor || !streams.hasRoom(member.user.id)) {
      res.status(204).end();
      return;
    }
    const tell = (revision: number) => res.write(`data: ${revision}\n\n`);
    const { user, household } = member;
    streams.open(res, user.id, watch.listen({ householdId: household.id, revision: Number(from), tell }));
  });

  return router;
}

function isNumber(text: unknown): boolean {
  return typeof text === 'string' && /^\d{1,15}$/.test(text);
}
