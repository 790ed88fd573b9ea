import { type Request, Router } from 'express';
import type { z } from 'zod';
import type { IsoDate } from '../../calendar/day.js';
import type { Deps } from '../../deps.js';
import { daysContext } from '../../entry-line/dates/day-field.js';
import { dateKindOf, itemForm, otherColumns } from '../../items/item.form.js';
import { findItem } from '../../items/item.repository.js';
import { deleteItem, editItem } from '../../items/item-changes.repository.js';
import type { NewState } from '../../items/item-date.js';
import { factColumns, redated } from '../../items/item-date.js';
import { PlaceGone } from '../../items/item-entry.repository.js';
import { findDeletion, undoLink } from '../../journal/journal.repository.js';
import { isForFreezer, movedTo } from '../../keeping/fact-changes.js';
import { requireMember } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { findPlace, PLACE_GONE } from '../../places/place.repository.js';
import { type Item, shown, untilText } from '../../stock/stock.js';
import { found, idFrom } from '../../web/errors.js';
import { readForm, refused, type Values } from '../../web/form.js';
import { onceKey } from '../../web/idempotency-key.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { itemPage } from './item.view.js';
import { itemEventRoutes } from './item-events.routes.js';

export function itemRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();
  router.use(itemEventRoutes(deps));

  router.get('/items/:id/edit', async (req, res) => {
    const item = found(await findItem(db, requireMember(req), idFrom(req.params.id)));
    await page(req, res, 'items/edit', await itemPage(deps, requireMember(req), item));
  });

  router.post('/items/:id', async (req, res) => {
    const member = requireMember(req);
    const item = found(await findItem(db, member, idFrom(req.params.id)));
    const form = readForm(req, itemForm(daysContext(member.household, clock.now())));
    if (!form.ok)
      return refuse(req, res, 'items/edit', {
        ...(await itemPage(deps, requireMember(req), item, form.values)),
        ...form,
      });
    const { place_id: placeId, revision, once, name, quantity: quantityMilli, unit } = form.data;
    try {
      const becomes = { ...(await factsIn(req, item, form.data)), ...otherColumns(form.data) };
      const change = { name, quantityMilli, unit, placeId, becomes };
      const key = onceKey(once, member.user.id, ['edit', item.id, form.data]);
      const outcome = await editItem(db, member, item.id, change, revision, clock.now(), key);
      if (outcome === 'changed meanwhile') return changedMeanwhile(req, item.id, form.values);
      const edited = typeof outcome === 'object' ? outcome : undefined;
      const now =
        edited?.became ?? found(outcome === 'gone' ? undefined : await findItem(db, member, item.id));
      const undo = edited && undoLink(edited.actionId);
      const text = editedText(item, now, todayOf(requireMember(req), clock));
      await goToWith(req, res, `/places/${placeId}`, { type: 'success', text, ...(undo && { undo }) });
    } catch (error) {
      if (!(error instanceof PlaceGone)) throw error;
      const gone = refused(form, { place_id: PLACE_GONE });
      await refuse(req, res, 'items/edit', {
        ...(await itemPage(deps, requireMember(req), item, form.values)),
        ...gone,
      });
    }

    async function changedMeanwhile(request: Request, id: number, values: Values): Promise<void> {
      const current = found(await findItem(db, member, id));
      const typed = { ...values, revision: String(current.revision) };
      const conflict = {
        ...(await itemPage(deps, requireMember(request), current, typed)),
        current: shownNow(request, current),
      };
      await page(
        request,
        res,
        'items/edit',
        { ...conflict, title: `${item.name} was changed meanwhile` },
        409,
      );
    }
  });

  router.post('/items/:id/delete', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const item = await findItem(db, member, id);
    const deleted = await deleteItem(db, member, id, clock.now());
    // A second tap finds the item gone, and gets the same Undo.
    const { actionId } = deleted ?? found(await findDeletion(db, member, 'item', id));
    const back = safeReturnTo(req.body?.return_to ?? (item && `/places/${item.placeId}`));
    await goToWith(req, res, back, {
      type: 'success',
      text: item ? `${item.name} is deleted from ${item.placeName}.` : 'The item is deleted.',
      undo: undoLink(actionId),
    });
  });

  return router;

  /** The facts from the form; storing tells when the place is gone. */
  async function factsIn(
    req: Request,
    item: Item,
    form: z.output<ReturnType<typeof itemForm>>,
  ): Promise<NewState> {
    const place = await findPlace(db, requireMember(req), form.place_id);
    const moved = factColumns(place ? movedTo(item, place.kind, todayOf(requireMember(req), clock)) : {});
    const typed = {
      bestBefore: form.best_before,
      noDate: form.no_date,
      dateKind: dateKindOf(form.best_before, form.use_by),
    };
    const date = redated(item, typed);
    const days = daysIn(item, form);
    // A far date on frozen food says how long it stays there.
    const frozenOn = moved.frozen_on ?? (place?.kind === 'freezer' ? item.frozenOn : null);
    if (frozenOn && date.printed_on && isForFreezer(date.printed_on, frozenOn))
      return { ...moved, ...days, own_date: date.printed_on };
    return { ...moved, ...date, ...days };
  }

  function shownNow(req: Request, item: Item) {
    return shown(item, todayOf(requireMember(req), clock));
  }
}

/** The days that the form changes; the day it was bought is never empty. */
function daysIn(item: Item, form: z.output<ReturnType<typeof itemForm>>): NewState {
  const was = factColumns(item);
  const days = {
    bought_on: form.bought_on ?? undefined,
    opened_on: form.opened_on,
    frozen_on: form.frozen_on,
    thawed_on: form.thawed_on,
  };
  const others = Object.entries(days).filter(
    ([column, day]) => day !== undefined && day !== was[column as keyof typeof days],
  );
  return Object.fromEntries(others);
}

function editedText(before: Item, now: Item, today: IsoDate): string {
  const until = before.bestBefore === now.bestBefore ? '' : `, ${untilText(now, today)}`;
  if (before.placeId === now.placeId) return `${now.name} is changed${until}.`;
  return `${now.name} is moved from ${before.placeName} to ${now.placeName}${until}.`;
}
