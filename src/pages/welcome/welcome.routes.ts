import { type Request, type Response, Router } from 'express';
import { inHousehold } from '../../database/locks.js';
import type { Deps } from '../../deps.js';
import { undoLink } from '../../journal/journal.repository.js';
import { requireMember } from '../../members/current-member.js';
import { findHousehold, updateHousehold } from '../../members/household.repository.js';
import type { Member } from '../../members/member.js';
import { arrangePlaces, isSamePlace, USUAL_PLACES } from '../../places/first-places.repository.js';
import { listPlaces } from '../../places/place.repository.js';
import { type Errors, readForm, refused, type Values } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { welcomeForm } from './welcome.form.js';

/** The household was given another name since its form was drawn. */
class Renamed extends Error {
  constructor(readonly to: string) {
    super('The household was renamed meanwhile');
  }
}

/** The first-run welcome: one page for the household's name and its places, and on to putting groceries away. */
export function welcomeRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/welcome', async (req, res) => {
    const member = requireMember(req);
    const there = await listPlaces(db, member);
    const usual = USUAL_PLACES.filter((one) => there.some((place) => isSamePlace(place, one)));
    const { name } = member.household;
    await show(req, res, { name, was: name, place: usual.map((one) => one.name).join('\n') });
  });

  router.post('/welcome', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, welcomeForm);
    if (!form.ok) return show(req, res, form.values, form.errors);
    const { name, was, place } = form.data;
    try {
      const actionId = await setUp(member, { name, was, places: place });
      await goToWith(req, res, '/put-away', {
        type: 'success',
        text: `${name} is ready.`,
        // The name is changed on the household's page.
        undo: actionId === null ? undefined : { ...undoLink(actionId), label: 'Undo the places' },
      });
    } catch (error) {
      if (!(error instanceof Renamed)) throw error;
      const now = { ...form.values, was: error.to };
      const text = `It is called ${error.to} by now. Send this once more to call it ${name}.`;
      await show(req, res, now, refused(form, { name: text }).errors);
    }
  });

  return router;

  /**
   * Sent twice it changes nothing the second time. @returns the action that changed places, if any
   * @throws Renamed
   */
  function setUp(
    member: Member,
    { name, was, places }: { name: string; was: string; places: string[] },
  ): Promise<number | null> {
    return inHousehold(db, member, async (trx) => {
      const now = await findHousehold(trx, member.household.id);
      if (name !== was && now.name !== was && now.name !== name) throw new Renamed(now.name);
      if (name !== was) await updateHousehold(trx, member, { name, timeZone: now.timeZone });
      return arrangePlaces(trx, member, places, clock.now());
    });
  }

  function show(req: Request, res: Response, values: Values, errors?: Errors): Promise<void> {
    const shown = { title: 'Your household', usual: USUAL_PLACES, values };
    if (errors) return refuse(req, res, 'welcome/index', { ...shown, errors });
    return page(req, res, 'welcome/index', shown);
  }
}
