import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.js';
import { leftOut } from '../../entry-line/lists/pasted-lines.js';
import { lineContext } from '../../items/line-context.js';
import { requireMember } from '../../members/current-member.js';
import { listMembers } from '../../members/household.repository.js';
import { listPlaces } from '../../places/place.repository.js';
import { aislesOf, listAisles } from '../../shopping/aisle.repository.js';
import { listShopping } from '../../shopping/shopping.repository.js';
import { addToShopping } from '../../shopping/shopping-adding.repository.js';
import { tickLine, untickLine } from '../../shopping/shopping-changes.repository.js';
import { found, IDS_AT_MOST, idFrom } from '../../web/errors.js';
import { readForm } from '../../web/form.js';
import { onceKey, onceToken } from '../../web/idempotency-key.js';
import { idText } from '../../web/ids.js';
import { goTo, goToWith, page, refuse } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { aisleRoutes } from './aisle.routes.js';
import { hintsFor } from './hints.repository.js';
import { lineRoutes } from './line.routes.js';
import { addForm, thingsIn } from './shopping.form.js';
import { addedText, offListText, shownList, worthSuggesting } from './shopping.view.js';
import { listFinished, listLow } from './suggestion.repository.js';

const tickForm = z.strictObject({
  next: idText().optional(),
});

const SUGGESTED_AT_MOST = 12;
/** More than are shown: some may be on the list. */
const LOOKED_AT = 60;
/** Milliseconds; what was finished earlier is not missed. */
const FINISHED_LATELY = 14 * 24 * 60 * 60 * 1000;

/** The shopping list: what to buy, and ticking what is bought. */
export function shoppingRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/shopping', async (req, res) => {
    await page(req, res, 'shopping/show', await showPage(req));
  });

  router.post('/shopping', async (req, res) => {
    const member = requireMember(req);
    const context = await lineContext(deps, member, []);
    const form = readForm(req, addForm(context, await listPlaces(db, member)));
    if (!form.ok) return refuse(req, res, 'shopping/show', { ...(await showPage(req)), ...form });
    const { return_to, names, once } = form.data;
    const things = thingsIn(form.data, context.today);
    const key = onceKey(once, member.user.id, ['shopping', member.household.id, things]);
    const added = await addToShopping(db, member, things, clock.now(), key);
    // Lines on the list have no place: a heading that names one is left out.
    const skipped = [...names.headings, ...names.skipped];
    const told = { type: 'success' as const, text: addedText(added, skipped), list: leftOut(skipped)?.list };
    if (return_to !== undefined) return goToWith(req, res, safeReturnTo(return_to), told);
    await goToWith(req, res, '/shopping', { ...told, focus: 'names' });
  });

  // Says the state, not a change: two phones that say the same agree.
  router.post('/shopping/:id/tick', async (req, res) => {
    const id = idFrom(req.params.id);
    const line = found(await tickLine(db, requireMember(req), id, clock.now()));
    if (line.state === 'ticked') return goTo(res, nextLine(req));
    await goToWith(req, res, '/shopping', { type: 'info', text: offListText(line) });
  });

  router.post('/shopping/:id/untick', async (req, res) => {
    const id = idFrom(req.params.id);
    const line = found(await untickLine(db, requireMember(req), id, clock.now()));
    if (line.state === 'open') return goTo(res, nextLine(req));
    await goToWith(req, res, '/shopping', { type: 'info', text: offListText(line) });
  });

  router.use(aisleRoutes(deps));
  router.use(lineRoutes(deps));
  return router;

  async function showPage(req: Request) {
    const member = requireMember(req);
    const list = await listShopping(db, member);
    const names = list.open.map(({ name }) => name);
    const since = new Date(clock.now().getTime() - FINISHED_LATELY);
    const low = await listLow(db, member, LOOKED_AT);
    const finished = await listFinished(db, member, since, LOOKED_AT);
    const members = await listMembers(db, member.household.id);
    const around = {
      aisles: await aislesOf(db, member, names),
      order: await listAisles(db, member),
      hints: await hintsFor(db, member, names, clock.now()),
      members: new Set(members.map(({ userId }) => userId)),
    };
    return {
      title: 'Shopping list',
      ...shownList(list, member.user, around),
      clearedAtOnce: IDS_AT_MOST,
      suggestions: worthSuggesting([...low, ...finished], list, SUGGESTED_AT_MOST),
      values: { once: onceToken() },
      wide: true,
    };
  }
}

/** The line below the ticked one: the next to look for. */
function nextLine(req: Request): string {
  const form = readForm(req, tickForm);
  return form.ok && form.data.next ? `/shopping#line-${form.data.next}` : '/shopping';
}
