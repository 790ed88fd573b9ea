import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { GROUPS, inOrder } from '../../eat-first/group.js';
import { rowsOf } from '../../eat-first/rows.js';
import { judged } from '../../eat-first/urgency.js';
import { daysContext } from '../../entry-line/dates/day-field.js';
import { itemContent, newItemForm } from '../../items/item.form.js';
import { listItemsIn } from '../../items/item.repository.js';
import { datedAs } from '../../items/item-date.js';
import { addItem, PlaceGone } from '../../items/item-entry.repository.js';
import { findDeletion, undoLink } from '../../journal/journal.repository.js';
import { requireMember } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { asDrawn, ChangedMeanwhile, drawnWith } from '../../merged-edit.js';
import {
  addPlace,
  deletePlace,
  editPlace,
  findPlace,
  listPlaces,
  PlaceNameTaken,
} from '../../places/place.repository.js';
import { amountText, type Place, untilText } from '../../stock/stock.js';
import { counted } from '../../text.js';
import { found, idFrom, NotFound } from '../../web/errors.js';
import { type Form, readForm, refused, type Values } from '../../web/form.js';
import { onceKey, onceToken } from '../../web/idempotency-key.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { editPlaceForm, placeForm } from './place.form.js';

/** A page. */
const SHOWN_AT_MOST = 60;

export function placeRoutes({ db, clock, keptPages }: Deps): Router {
  const router = Router();

  router.get('/places/new', async (req, res) => {
    await page(req, res, 'places/new', newPage());
  });

  router.post('/places', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, placeForm);
    if (!form.ok) return refuse(req, res, 'places/new', { ...newPage(), ...form });
    const { once, ...content } = form.data;
    try {
      const id = await addPlace(db, member, content, clock.now(), onceKey(once, member.user.id, content));
      await goToWith(req, res, `/places/${id}`, { type: 'success', text: `${content.name} is ready.` });
    } catch (error) {
      await refuse(req, res, 'places/new', { ...newPage(), ...nameTaken(error, form) });
    }
  });

  router.get('/places/:id', async (req, res) => {
    const today = todayOf(requireMember(req), clock);
    const after = countFrom(req.query.after);
    await keptPages.show(req, res, 'places/show', [today, after], async (once) =>
      showPage(req, await placeAsked(req), once),
    );
  });

  router.get('/places/:id/edit', async (req, res) => {
    const place = await placeAsked(req);
    await page(req, res, 'places/edit', await editPage(req, place, drawn(place)));
  });

  router.post('/places/:id', async (req, res) => {
    const member = requireMember(req);
    const place = await placeAsked(req);
    const form = readForm(req, editPlaceForm);
    if (!form.ok) return refuseEdit(req, res, place, form);
    try {
      const { was, ...typed } = form.data;
      const { name } = found(await editPlace(db, member, place.id, typed, clock.now(), drawnWith(was)));
      await goToWith(req, res, `/places/${place.id}`, { type: 'success', text: `${name} is changed.` });
    } catch (error) {
      if (error instanceof ChangedMeanwhile) await changedMeanwhile(req, res, form.values);
      else await refuseEdit(req, res, place, nameTaken(error, form));
    }
  });

  router.post('/places/:id/items', async (req, res) => {
    const member = requireMember(req);
    const place = await placeAsked(req);
    const form = readForm(req, newItemForm(daysContext(member.household, clock.now())));
    if (!form.ok) return refuse(req, res, 'places/show', { ...(await showPage(req, place)), ...form });
    const { once, ...fields } = form.data;
    const content = itemContent(fields);
    const key = onceKey(once, member.user.id, [place.id, content]);
    const today = todayOf(member, clock);
    const date = datedAs(content, place.kind, today);
    const until = date.estimateId ? `, ${untilText(date, today)}` : '';
    const { actionId } = await addItem(db, member, place.id, content, clock.now(), key).catch(orNotFound);
    await goToWith(req, res, `/places/${place.id}`, {
      type: 'success',
      text: `${content.name} (${amountText(content)}) is in ${place.name}${until}.`,
      undo: undoLink(actionId),
      focus: 'name',
    });
  });

  router.post('/places/:id/delete', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const deleted = await deletePlace(db, member, id, clock.now());
    // A second tap finds the place gone, and gets the same Undo.
    const { actionId } = deleted ?? found(await findDeletion(db, member, 'place', id));
    const text = deleted
      ? `${deleted.place.name}${withItems(deleted.itemCount)} is deleted.`
      : 'The place is deleted.';
    await goToWith(req, res, '/', {
      type: 'success',
      text,
      undo: undoLink(actionId),
    });
  });

  return router;

  async function placeAsked(req: Request): Promise<Place> {
    return found(await findPlace(db, requireMember(req), idFrom(req.params.id as string)));
  }

  async function showPage(req: Request, place: Place, once = onceToken()) {
    const member = requireMember(req);
    const today = todayOf(member, clock);
    const after = countFrom(req.query.after);
    const places = await listPlaces(db, member);
    const items = inOrder(await listItemsIn(db, member, place.id), today);
    const shownOnes = items.slice(after, after + SHOWN_AT_MOST).map((item) => judged(item, today, places));
    return {
      title: place.name,
      place,
      groups: GROUPS.map((group) => ({
        group,
        rows: rowsOf(shownOnes.filter((item) => item.group === group)),
      })),
      itemCount: items.length,
      next: items.length > after + SHOWN_AT_MOST ? after + SHOWN_AT_MOST : undefined,
      after,
      today,
      values: { quantity: '1', once },
    };
  }

  async function editPage(req: Request, place: Place, values: Values) {
    const places = await listPlaces(db, requireMember(req));
    const itemCount = places.find(({ id }) => id === place.id)?.itemCount ?? 0;
    return { title: `Edit ${place.name}`, place, itemCount, values };
  }

  async function changedMeanwhile(req: Request, res: Response, typed: Values) {
    const now = await placeAsked(req);
    const data = await editPage(req, now, { ...typed, was: drawn(now).was });
    const title = `${now.name} was changed meanwhile`;
    await page(req, res, 'places/edit', { ...data, title, isConflict: true }, 409);
  }

  async function refuseEdit(req: Request, res: Response, place: Place, form: ReturnType<typeof refused>) {
    await refuse(req, res, 'places/edit', {
      ...(await editPage(req, place, form.values)),
      errors: form.errors,
    });
  }
}

/** A place as its form is drawn. */
function drawn({ name, kind }: Place) {
  return { name, kind, was: asDrawn({ name, kind }) };
}

/** Items shown on the pages before. */
function countFrom(asked: unknown): number {
  return typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
}

function orNotFound(error: unknown): never {
  throw error instanceof PlaceGone ? new NotFound() : error;
}

function newPage() {
  return { title: 'New place', values: { once: onceToken() } };
}

/** The form with a message beside the name, for that error. @throws any other */
function nameTaken(error: unknown, form: Form<unknown>) {
  if (!(error instanceof PlaceNameTaken)) throw error;
  return refused(form, { name: 'You already have a place of that name. Choose another name.' });
}

function withItems(count: number): string {
  return count === 0 ? '' : ` with its ${counted(count, 'item')}`;
}
