import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { IsoDate } from '../../calendar/day.js';
import type { Deps } from '../../deps.js';
import { daysContext } from '../../entry-line/dates/day-field.js';
import { FIELDS_TOGETHER, itemForm, valuesOf } from '../../items/item.form.js';
import { findItem } from '../../items/item.repository.js';
import { type Edited, editItem } from '../../items/item-changes.repository.js';
import { PlaceGone } from '../../items/item-entry.repository.js';
import { undoLink } from '../../journal/journal.repository.js';
import { requireMember } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { asDrawn, drawnWith, mergedEdit } from '../../merged-edit.js';
import { findPlace, PLACE_GONE } from '../../places/place.repository.js';
import { type Item, shown, untilText } from '../../stock/stock.js';
import { found, idFrom } from '../../web/errors.js';
import { type Form, readFields, readForm, refused, type Values } from '../../web/form.js';
import { onceKey } from '../../web/idempotency-key.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { atItem, safeReturnTo } from '../../web/return-to.js';
import { editedFacts } from './edited-facts.js';
import { itemPage } from './item.view.js';

type ItemForm = z.output<ReturnType<typeof itemForm>>;

/** Others may change the same item again and again. */
const TRIES = 5;

/** Correcting what is written of an item. */
export function itemEditRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.post('/items/:id', async (req, res) => {
    const member = requireMember(req);
    const item = found(await findItem(db, member, idFrom(req.params.id)));
    const form = readForm(req, itemForm(daysContext(member.household, clock.now())));
    if (!form.ok) return again(req, res, item, form);
    try {
      const { outcome, isMerged } = await save(req, item, form);
      if (outcome === 'changed meanwhile') return await changedMeanwhile(req, res, item, form.values);
      const edited = typeof outcome === 'object' ? outcome : undefined;
      const now =
        edited?.became ?? found(outcome === 'gone' ? undefined : await findItem(db, member, item.id));
      const undo = edited && undoLink(edited.actionId);
      const too = isMerged ? ' What was changed meanwhile is kept too.' : '';
      const text = `${editedText(item, now, todayOf(member, clock))}${too}`;
      const back = safeReturnTo(form.data.return_to ?? `/places/${now.placeId}`);
      // A place that it has left has no row of it.
      const left = now.placeId !== item.placeId && new RegExp(`^/places/${item.placeId}(?!\\d)`).test(back);
      await goToWith(req, res, atItem(back, left ? undefined : item.id), {
        type: 'success',
        text,
        ...(undo && { undo }),
      });
    } catch (error) {
      if (!(error instanceof PlaceGone)) throw error;
      await again(req, res, item, refused(form, { place_id: PLACE_GONE }));
    }
  });

  return router;

  /** Saves the form; with what others changed meanwhile, unless they changed the same. */
  async function save(
    req: Request,
    item: Item,
    form: Form<ItemForm> & { ok: true },
  ): Promise<{ outcome: Edited; isMerged: boolean }> {
    const member = requireMember(req);
    const { once, was, revision: _, ...said } = form.data;
    const key = onceKey(once, member.user.id, ['edit', item.id, said]);
    const drawn = drawnWith(was);
    let wanted = form.data;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const current = found(await findItem(db, member, item.id));
      const outcome = await store(req, current, wanted, key);
      if (outcome !== 'changed meanwhile') return { outcome, isMerged: tries > 0 };
      const now = found(await findItem(db, member, item.id));
      const merged = drawn && mergedEdit(drawn, form.values, valuesOf(now), FIELDS_TOGETHER);
      const read =
        merged &&
        readFields(
          { ...merged, revision: String(now.revision) },
          itemForm(daysContext(member.household, clock.now())),
        );
      if (!read?.ok) break;
      wanted = read.data;
    }
    return { outcome: 'changed meanwhile', isMerged: false };
  }

  async function store(req: Request, item: Item, form: ItemForm, key: string | undefined): Promise<Edited> {
    const member = requireMember(req);
    const { place_id: placeId, revision, name, quantity: quantityMilli, unit } = form;
    const place = await findPlace(db, member, placeId);
    const becomes = editedFacts(item, place, form, todayOf(member, clock));
    const change = { name, quantityMilli, unit, placeId, becomes };
    return editItem(db, member, item.id, change, revision, clock.now(), key);
  }

  async function again(req: Request, res: Response, item: Item, form: ReturnType<typeof refused>) {
    await refuse(req, res, 'items/edit', {
      ...(await itemPage(deps, requireMember(req), item, form.values)),
      ...form,
    });
  }

  async function changedMeanwhile(req: Request, res: Response, item: Item, values: Values): Promise<void> {
    const member = requireMember(req);
    const current = found(await findItem(db, member, item.id));
    const typed = {
      ...values,
      revision: String(current.revision),
      was: asDrawn(valuesOf(current)),
    };
    const conflict = {
      ...(await itemPage(deps, member, current, typed)),
      current: shown(current, todayOf(member, clock)),
    };
    await page(req, res, 'items/edit', { ...conflict, title: `${item.name} was changed meanwhile` }, 409);
  }
}

function editedText(before: Item, now: Item, today: IsoDate): string {
  const until = before.bestBefore === now.bestBefore ? '' : `, ${untilText(now, today)}`;
  if (before.placeId === now.placeId) return `${now.name} is changed${until}.`;
  return `${now.name} is moved from ${before.placeName} to ${now.placeName}${until}.`;
}
