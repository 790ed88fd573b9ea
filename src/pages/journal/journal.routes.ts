import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.js';
import { findFood } from '../../foods/food.repository.js';
import { allOf, findMerges, mergedInto } from '../../foods/food-merges.repository.js';
import { listHistory } from '../../history/history.repository.js';
import { nameFoods } from '../../history/names-in-history.repository.js';
import { CannotUndo } from '../../history/put-back.repository.js';
import { undoAction } from '../../history/undo.repository.js';
import { findItem } from '../../items/item.repository.js';
import { noteReason, undoLink } from '../../journal/journal.repository.js';
import { WASTE_REASONS } from '../../journal/waste-reasons.js';
import { requireMember } from '../../members/current-member.js';
import { countBought } from '../../shopping/bought.repository.js';
import { found, HttpError, idFrom, NotFound } from '../../web/errors.js';
import { readForm } from '../../web/form.js';
import { goToWith, page } from '../../web/page.js';
import { atItem, safeReturnTo } from '../../web/return-to.js';
import { byDay } from './history.view.js';
import { refusal, undoneText } from './undo.words.js';

const SHOWN_AT_MOST = 50;

const reasonForm = z.strictObject({
  reason: z.enum(WASTE_REASONS),
  return_to: z.string().max(2000).optional(),
});

export function journalRoutes({ db, clock }: Deps): Router {
  const router = Router();

  router.get('/journal', async (req, res) => {
    await page(req, res, 'journal/index', { title: 'History', ...(await historyPage(req)) });
  });

  router.get('/items/:id/journal', async (req, res) => {
    const itemId = idFrom(req.params.id);
    const item = await findItem(db, requireMember(req), itemId);
    const history = await historyPage(req, { itemId });
    if (history.days.length === 0) throw new NotFound();
    await page(req, res, 'journal/index', {
      title: item ? `History of ${item.name}` : 'History of an item',
      item,
      ...history,
    });
  });

  router.get('/foods/:id/journal', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const merges = await findMerges(db, member);
    const foodIds = allOf(merges, mergedInto(merges, id));
    const history = await historyPage(req, { foodIds });
    const [foodId = id] = foodIds;
    const food = await findFood(db, member, foodId);
    if (!food && history.days.length === 0) throw new NotFound();
    const name = food?.name ?? (await nameFoods(db, member, [foodId])).get(foodId);
    await page(req, res, 'journal/index', { title: `History of ${name ?? 'a food'}`, food, ...history });
  });

  router.post('/journal/:action/undo', async (req, res) => {
    const member = requireMember(req);
    const back = safeReturnTo(req.body?.return_to);
    try {
      const undone = found(await undoAction(db, member, idFrom(req.params.action), clock.now()));
      const restored = undone.changes.find(({ subject, before }) => subject === 'item' && before)?.before;
      const item = restored ? await findItem(db, member, restored.id) : undefined;
      const undo = { ...undoLink(undone.actionId), label: undone.isDoneAgain ? 'Undo' : 'Redo' };
      const toPutAway = undone.isDoneAgain ? 0 : await countBought(db, member, undone.firstId);
      await goToWith(req, res, atItem(back, item?.id), {
        type: 'success',
        text: undoneText(undone, item, toPutAway),
        undo,
      });
    } catch (error) {
      if (!(error instanceof CannotUndo)) throw error;
      await goToWith(req, res, back, refusal(error));
    }
  });

  router.post('/journal/:action/reason', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, reasonForm);
    if (!form.ok) throw new HttpError(400, 'No such reason');
    const actionId = idFrom(req.params.action);
    const outcome = found(await noteReason(db, member, actionId, form.data.reason));
    await goToWith(
      req,
      res,
      safeReturnTo(form.data.return_to),
      outcome === 'noted'
        ? { type: 'success', text: `Noted: ${form.data.reason}.`, undo: undoLink(actionId) }
        : { type: 'info', text: 'That was undone meanwhile, so there is nothing to note.' },
    );
  });

  return router;

  async function historyPage(req: Request, about: { itemId?: number; foodIds?: number[] } = {}) {
    const member = requireMember(req);
    const before = req.query.before === undefined ? undefined : idFrom(String(req.query.before));
    const history = await listHistory(db, member, { most: SHOWN_AT_MOST, before, ...about });
    return {
      days: byDay(history, clock.now(), member.household.timeZone),
      here: before ? `${req.path}?before=${before}` : req.path,
      next: history.next && `${req.path}?before=${history.next}`,
    };
  }
}
