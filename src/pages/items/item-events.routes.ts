import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { inUnit } from '../../amounts/sums.js';
import type { ItemRow } from '../../database/tables.js';
import type { Deps } from '../../deps.js';
import { daysContext } from '../../entry-line/dates/day-field.js';
import { findRemoval } from '../../history/removal.repository.js';
import { removedBy } from '../../history/removal.words.js';
import { findItem } from '../../items/item.repository.js';
import { factColumns } from '../../items/item-date.js';
import { PlaceGone } from '../../items/item-entry.repository.js';
import {
  type Acted,
  actOnItem,
  ChangedMeanwhile,
  type ItemAction,
  throwAway,
} from '../../items/item-events.repository.js';
import { askWhy, undoLink } from '../../journal/journal.repository.js';
import { movedTo, opened } from '../../keeping/fact-changes.js';
import { requireMember } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { findPlace, PLACE_GONE } from '../../places/place.repository.js';
import { listLink } from '../../shopping/shopping.js';
import { ITEM_COLUMNS, type Item, type Place } from '../../stock/stock.js';
import { counted } from '../../text.js';
import { found, HttpError, idFrom } from '../../web/errors.js';
import { type Errors, readForm, refused, type Values } from '../../web/form.js';
import { onceKey } from '../../web/idempotency-key.js';
import { ROW_ID } from '../../web/ids.js';
import { goToWith, refuse } from '../../web/page.js';
import { atItem, safeReturnTo } from '../../web/return-to.js';
import { itemPage } from './item.view.js';
import { dateForm, happenedForm, levelForm, throwAwayForm } from './item-events.form.js';
import { happenedText } from './item-events.words.js';

const DATE_ON_PACK = 'Somebody typed the date on the pack meanwhile. Change it here if it is wrong.';

/** What happens to an item: eaten, thrown away, opened, moved (and so frozen or thawed), running low. */
export function itemEventRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.post('/items/:id/eaten', (req, res) =>
    happened(req, res, ({ amount }) => ({ kind: 'eaten', quantityMilli: amount, becomes: null })),
  );

  router.post('/items/thrown-away', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, throwAwayForm);
    if (!form.ok) throw new HttpError(400, 'No such items');
    const { ids, once, return_to } = form.data;
    const key = onceKey(once, member.user.id, ['thrown away', ids]);
    const done = found(await throwAway(db, member, ids, clock.now(), key));
    await goToWith(req, res, safeReturnTo(return_to), {
      type: 'success',
      text: `${counted(done.count, 'item is', 'items are')} thrown away.`,
      undo: undoLink(done.actionId),
      ask: askWhy(done.actionId),
    });
  });

  router.post('/items/:id/thrown-away', (req, res) =>
    happened(req, res, ({ amount, reason }) => ({
      kind: 'thrown_away',
      quantityMilli: amount,
      becomes: null,
      reason,
    })),
  );

  router.post('/items/:id/opened', (req, res) =>
    happened(req, res, ({ amount, on }, item) => ({
      kind: 'opened',
      quantityMilli: amount,
      becomes: factColumns(opened(item, on ?? todayOf(requireMember(req), clock))),
    })),
  );

  router.post('/items/:id/moved', (req, res) =>
    happened(req, res, ({ amount, on }, item, place) => {
      if (!place) return { place_to: 'Choose where it went.' };
      // A second tap: all of it is there already.
      if (place.id === item.placeId) return { kind: 'item_moved', becomes: { place_id: place.id } };
      const change = movedTo(item, place.kind, on ?? todayOf(requireMember(req), clock));
      const kind = change.frozenOn ? 'frozen' : change.thawedOn ? 'thawed' : 'item_moved';
      return { kind, quantityMilli: amount, becomes: { place_id: place.id, ...factColumns(change) } };
    }),
  );

  router.post('/items/:id/level', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, levelForm);
    if (!form.ok) throw new HttpError(400, 'No such level');
    const id = idFrom(req.params.id);
    const item = await findItem(db, member, id);
    if (!item) return alreadyGone(req, res, id);
    const { level, return_to } = form.data;
    // Without a key: set to None in between, the same tap must work again.
    await act(req, res, item, { kind: 'level_set', becomes: { level } }, { return_to });
  });

  router.post('/items/:id/date', redate);

  return router;

  async function redate(req: Request, res: Response): Promise<void> {
    const read = await readFor(req, res, dateForm(daysOf(req)));
    if (!read) return;
    const { item, form } = read;
    if (item.printedOn) return again(req, res, item, refused(form, { best_before: DATE_ON_PACK }));
    const becomes = { own_date: form.data.best_before ?? 'none' };
    const action = { kind: 'item_edited', becomes, revision: item.revision } as const;
    if (!(await act(req, res, item, action, form.data))) await redate(req, res);
  }

  type Typed = Omit<z.output<ReturnType<typeof happenedForm>>, 'amount'> & { amount: number | undefined };

  /** Does what the form says happened; gives messages when something is missing. */
  async function happened(
    req: Request,
    res: Response,
    actionOf: (form: Typed, item: Item, place: Place | undefined) => ItemAction | Record<string, string>,
  ): Promise<void> {
    const read = await readFor(req, res, happenedForm(daysOf(req)));
    if (!read) return;
    const { item, form } = read;
    const to = form.data.to ?? form.data.place_to;
    const place = to === undefined ? undefined : await findPlace(db, requireMember(req), to);
    const { some, amount: typed } = form.data;
    const amount = some ?? (typed && inUnit(typed, item.unit));
    if (typed && amount === undefined) {
      const message = `This is counted ${item.unit === '' ? 'without a unit' : `in ${item.unit}`}. Say how much in that.`;
      return again(req, res, item, refused(form, { amount: message }));
    }
    const data = { ...form.data, amount };
    const action = to !== undefined && !place ? { place_to: PLACE_GONE } : actionOf(data, item, place);
    const happenedOn =
      data.on !== null && data.on !== todayOf(requireMember(req), clock) ? data.on : undefined;
    if (!isAction(action)) return again(req, res, item, refused(form, action));
    const { revision } = item;
    if (await act(req, res, item, { ...action, happenedOn, revision }, data)) return;
    await happened(req, res, actionOf);
  }

  /** The item and its checked form; undefined when that was answered already. */
  async function readFor<Output>(req: Request, res: Response, schema: z.ZodType<Output>) {
    const id = idFrom(req.params.id);
    const item = await findItem(db, requireMember(req), id);
    if (!item) {
      await alreadyGone(req, res, id);
      return undefined;
    }
    const form = readForm(req, schema);
    if (form.ok) return { item, form };
    await again(req, res, item, form);
    return undefined;
  }

  async function again(
    req: Request,
    res: Response,
    item: Item,
    { errors, values }: { errors: Errors; values: Values },
  ): Promise<void> {
    await refuse(req, res, 'items/edit', {
      ...(await itemPage(deps, requireMember(req), item, values)),
      errors,
    });
  }

  /** @returns false when the item was changed in the moment since it was read: nothing is done or answered */
  async function act(
    req: Request,
    res: Response,
    item: Item,
    action: ItemAction,
    { once, return_to }: { once?: string | undefined; return_to?: string | undefined },
  ): Promise<boolean> {
    const member = requireMember(req);
    const { revision: _, ...said } = action;
    const key = onceKey(once, member.user.id, [item.id, said]);
    try {
      const done = await actOnItem(db, member, item.id, action, clock.now(), key);
      if (!done) {
        await alreadyGone(req, res, item.id);
        return true;
      }
      const now = await findItem(db, member, item.id);
      const place = action.becomes?.place_id && (await findPlace(db, member, action.becomes.place_id));
      const [before, after] = done.change ? toldOf(item, done.change) : [item, now];
      const text = happenedText(before, after, action, {
        place: place || undefined,
        today: todayOf(requireMember(req), clock),
      });
      const back = safeReturnTo(return_to ?? `/places/${item.placeId}`);
      const also = isToBuy(now) ? listLink(item.name) : undefined;
      const undo = done.actionId === null ? undefined : undoLink(done.actionId);
      const isWaste = action.kind === 'thrown_away' && action.reason === undefined;
      const ask = isWaste && done.actionId !== null ? askWhy(done.actionId) : undefined;
      const message = { type: 'success' as const, text, undo, also, ask };
      await goToWith(req, res, atItem(back, now ? item.id : besideOf(req)), message);
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return false;
      if (!(error instanceof PlaceGone)) throw error;
      await again(req, res, item, { values: {}, errors: { place_to: PLACE_GONE } });
    }
    return true;
  }

  /** Somebody, or a tap, was first: the same Undo. */
  async function alreadyGone(req: Request, res: Response, id: number): Promise<void> {
    const member = requireMember(req);
    const removal = found(await findRemoval(db, member, 'item', id));
    const back = safeReturnTo(req.body?.return_to);
    const by = removedBy('item', removal, member, clock.now());
    const text = `${removal.name} is gone already, so nothing was changed. ${by}.`;
    const message = { type: 'info' as const, text, undo: undoLink(removal.actionId) };
    await goToWith(req, res, atItem(back, besideOf(req)), message);
  }

  function daysOf(req: Request) {
    return daysContext(requireMember(req).household, clock.now());
  }
}

/** What the message tells: what the tap made of the item, whatever others made of it in the same moment. */
function toldOf(item: Item, { before, after }: NonNullable<Acted['change']>): [Item, Item | undefined] {
  const as = (row: ItemRow): Item => {
    const parts = Object.entries(ITEM_COLUMNS).map(([part, column]) => [part, row[column]]);
    return { ...item, ...Object.fromEntries(parts) };
  };
  return [before ? as(before) : item, after ? as(after) : undefined];
}

function isToBuy(now: Item | undefined): boolean {
  return !now || now.level === 'low' || now.level === 'out';
}

function isAction(action: ItemAction | Record<string, string>): action is ItemAction {
  return 'kind' in action;
}

/** The id of the row beside the one that is gone. */
function besideOf({ query }: Request): number | undefined {
  return ROW_ID.test(String(query.beside)) ? Number(query.beside) : undefined;
}
