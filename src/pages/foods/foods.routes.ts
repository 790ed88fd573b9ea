import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { countItemsOf, findFood, listFoods } from '../../foods/food.repository.js';
import { findFoodNow } from '../../foods/food-merges.repository.js';
import { findRemoval } from '../../history/removal.repository.js';
import { removedBy } from '../../history/removal.words.js';
import { undoLink } from '../../journal/journal.repository.js';
import { requireMember } from '../../members/current-member.js';
import type { Food } from '../../stock/stock.js';
import { found, idFrom } from '../../web/errors.js';
import { type Form, readForm, readQuery, refused, type Values } from '../../web/form.js';
import { onceKey } from '../../web/idempotency-key.js';
import { goOnTo, goToWith, page, refuse } from '../../web/page.js';
import { listForm, mergeForm, renameForm } from './food.form.js';
import { foodPage, inUseText, whichFood } from './food.view.js';
import { mergeFoods, removeFood, renameFood } from './food-changes.repository.js';
import { foodsLike, howMany } from './food-list.js';

/** A page. */
const SHOWN_AT_MOST = 100;

export function foodRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/foods', async (req, res) => {
    const form = readQuery(req, listForm);
    if (!form.ok) return refuse(req, res, 'foods/index', { ...(await listPage(req, '', 0)), ...form });
    const { q, after } = form.data;
    await page(req, res, 'foods/index', await listPage(req, q, after));
  });

  router.get('/foods/:id', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const food = found(await findFoodNow(db, member, id));
    if (food.id !== id) return goOnTo(req, res, `/foods/${food.id}`);
    await page(req, res, 'foods/show', await foodPage(deps, member, food));
  });

  router.post('/foods/:id', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const form = readForm(req, renameForm);
    if (!form.ok) return again(req, res, id, form);
    const { name, revision, once } = form.data;
    const before = await findFood(db, member, id);
    const sending = { revision, onceKey: onceKey(once, member.user.id, ['rename', id, name]) };
    const outcome = await renameFood(db, member, id, name, sending, clock.now());
    if (outcome === 'changed meanwhile') return changedMeanwhile(req, res, id, form.values);
    if (outcome !== 'same' && outcome !== 'gone' && 'taken' in outcome)
      return again(req, res, id, refused(form, { name: takenText(outcome.taken) }), outcome.taken);
    found(outcome === 'gone' ? undefined : outcome);
    const text =
      !before || before.name === name ? `It is called ${name}.` : `${before.name} is called ${name} now.`;
    const undo = typeof outcome === 'object' ? undoLink(outcome.actionId) : undefined;
    await goToWith(req, res, `/foods/${id}`, { type: 'success', text, undo });
  });

  router.post('/foods/:id/merge', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const form = readForm(req, mergeForm);
    if (!form.ok) return again(req, res, id, form);
    const { into: named, revision, once } = form.data;
    const into = await whichFood(db, member, named);
    if (!into)
      return again(req, res, id, refused(form, { into: `None of your foods is called “${named}”.` }));
    if (into.id === id)
      return again(req, res, id, refused(form, { into: 'That is this food. Name another.' }));
    const sending = { revision, onceKey: onceKey(once, member.user.id, ['merge', id, into.id]) };
    const outcome = await mergeFoods(db, member, id, into.id, sending, clock.now());
    if (outcome === 'changed meanwhile') return changedMeanwhile(req, res, id, form.values);
    const { actionId } = found(outcome === 'gone' ? undefined : outcome);
    const removal = await findRemoval(db, member, 'food', id);
    await goToWith(req, res, `/foods/${into.id}`, {
      type: 'success',
      text: `${removal?.name ?? 'It'} and ${into.name} are one food now.`,
      undo: undoLink(actionId),
    });
  });

  router.post('/foods/:id/delete', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const removed = await removeFood(db, member, id, clock.now());
    if (removed === 'in use')
      return again(req, res, id, refused({ values: {} }, { '': await inUse(req, id) }));
    if (removed === 'gone') return alreadyGone(req, res, id);
    await goToWith(req, res, '/foods', {
      type: 'success',
      text: `${removed.name} is removed from your foods.`,
      undo: undoLink(removed.actionId),
    });
  });

  return router;

  async function listPage(req: Request, q: string, after: number) {
    const member = requireMember(req);
    const all = await listFoods(db, member);
    const fitting = foodsLike(all, q);
    const shown = fitting.slice(after, after + SHOWN_AT_MOST);
    const counts = await countItemsOf(
      db,
      member,
      shown.map(({ id }) => id),
    );
    const isMore = fitting.length > after + SHOWN_AT_MOST;
    return {
      title: 'Foods',
      foods: shown.map((food) => ({ ...food, howMany: howMany(counts.get(food.id) ?? { all: 0, out: 0 }) })),
      count: all.length,
      fitting: fitting.length,
      values: { q },
      start: addressOf(q, 0),
      after,
      next: isMore ? addressOf(q, after + SHOWN_AT_MOST) : undefined,
    };
  }

  async function inUse(req: Request, id: number): Promise<string> {
    const member = requireMember(req);
    const { name } = found(await findFood(db, member, id));
    return inUseText(name, (await countItemsOf(db, member, [id])).get(id)?.all ?? 0);
  }

  /** The page of a food with a form's errors. @param taken the food that has the name */
  async function again(
    req: Request,
    res: Response,
    id: number,
    { errors, values }: Pick<Form<never> & { ok: false }, 'errors' | 'values'>,
    taken?: Food,
  ): Promise<void> {
    const member = requireMember(req);
    const food = found(await findFood(db, member, id));
    await refuse(req, res, 'foods/show', { ...(await foodPage(deps, member, food, values)), taken, errors });
  }

  async function changedMeanwhile(req: Request, res: Response, id: number, typed: Values): Promise<void> {
    const member = requireMember(req);
    const food = found(await findFood(db, member, id));
    const { revision: _drawnAt, ...values } = typed;
    const data = await foodPage(deps, member, food, values);
    await page(
      req,
      res,
      'foods/show',
      { ...data, title: `${food.name} was changed meanwhile`, isConflict: true },
      409,
    );
  }

  /** Somebody, or a tap, was first: the same Undo. */
  async function alreadyGone(req: Request, res: Response, id: number): Promise<void> {
    const member = requireMember(req);
    const removal = found(await findRemoval(db, member, 'food', id));
    const by = removedBy('food', removal, member, clock.now());
    await goToWith(req, res, '/foods', {
      type: 'info',
      text: `${removal.name} is gone already. ${by}.`,
      undo: undoLink(removal.actionId),
    });
  }
}

function addressOf(q: string, after: number): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(after > 0 && { after: String(after) }) });
  return query.size > 0 ? `/foods?${query}` : '/foods';
}

function takenText({ name }: Food): string {
  return `You have ${name} already. Merge the two below, or choose another name.`;
}
