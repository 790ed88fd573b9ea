import { type Request, type Response, Router } from 'express';
import { THOUSANDTHS } from '../../amounts/quantity.js';
import type { Deps } from '../../deps.js';
import { noSuchDayIn } from '../../entry-line/dates/no-such-day.js';
import { parseAlone } from '../../entry-line/lists/pasted-lines.js';
import type { Entry, LineContext } from '../../entry-line/words/entry.js';
import { OPENING_QUOTE } from '../../entry-line/words/words.js';
import { itemFields } from '../../items/item.form.js';
import { findItem } from '../../items/item.repository.js';
import { addItem, PlaceGone } from '../../items/item-entry.repository.js';
import { lineContext } from '../../items/line-context.js';
import { undoLink } from '../../journal/journal.repository.js';
import { requireMember } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { listPlaces, PLACE_GONE } from '../../places/place.repository.js';
import { likelyPlaces } from '../../shopping/likely-places.js';
import type { ItemContent, Place } from '../../stock/stock.js';
import { begunWithCapital } from '../../text.js';
import { type Errors, readForm, refused, type Values } from '../../web/form.js';
import { onceKey, onceToken } from '../../web/idempotency-key.js';
import { goToWith, page, refuse } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { makeFirstPlace } from './first-place.js';
import { FIRST_PLACES, type QuickEntry, quickEntryForm } from './quick-entry.form.js';
import { addedText, examples } from './quick-entry.view.js';

/** The line on every page, and its help page. */
export function quickEntryRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/quick-entry', async (req, res) => {
    await page(req, res, 'quick-entry/show', await showPage(req, { once: onceToken() }));
  });

  router.post('/quick-entry', async (req, res) => {
    const form = readForm(req, quickEntryForm);
    if (!form.ok) return refuseLine(req, res, form);
    const member = requireMember(req);
    const places = await listPlaces(db, member);
    const context = await lineContext(deps, member, places);
    const entry = parseAlone(form.data.line, context);
    const problem = nameProblem(form.data.line, entry, context);
    if (problem) return refuseLine(req, res, refused(form, { line: problem }));
    const place = await placeFor(req, form.data, entry, places);
    if (!place) {
      const errors: Errors =
        places.length > 0 ? { place_id: PLACE_GONE } : { new_place: 'Choose where you keep it.' };
      return refuseLine(req, res, refused(form, errors));
    }
    try {
      await add(req, res, form.data, entry, place);
    } catch (error) {
      if (!(error instanceof PlaceGone)) throw error;
      await refuseLine(req, res, refused(form, { place_id: PLACE_GONE }));
    }
  });

  return router;

  /** From the line, else from the page, else a guess. */
  async function placeFor(req: Request, form: QuickEntry, entry: Entry, places: Place[]) {
    const member = requireMember(req);
    const said = entry.placeId ?? form.place_id;
    if (said !== undefined) return places.find(({ id }) => id === said);
    if (places.length > 0) return (await likelyPlaces(db, member, [entry], places))[0];
    return form.new_place && makeFirstPlace(db, member, form.new_place, clock.now());
  }

  async function add(req: Request, res: Response, form: QuickEntry, entry: Entry, place: Place) {
    const member = requireMember(req);
    const key = onceKey(form.once, member.user.id, ['quick entry', form.line, form.place_id]);
    const content = entryContent(entry);
    const { id, actionId } = await addItem(db, member, place.id, content, clock.now(), key);
    const item = await findItem(db, member, id);
    await goToWith(req, res, safeReturnTo(form.return_to), {
      type: 'success',
      text: item
        ? addedText(item, todayOf(requireMember(req), clock), entry.leftOver)
        : `${entry.name} was added, and is gone again.`,
      undo: undoLink(actionId),
      link: item && { href: `/items/${id}/edit`, label: 'Edit', context: item.name },
      focus: 'line',
    });
  }

  async function refuseLine(req: Request, res: Response, form: { errors: Errors; values: Values }) {
    await refuse(req, res, 'quick-entry/show', { ...(await showPage(req, form.values)), ...form });
  }

  async function showPage(req: Request, values: Values) {
    const member = requireMember(req);
    return {
      title: 'Add with one line',
      places: await listPlaces(db, member),
      firstPlaces: FIRST_PLACES,
      examples: examples(member.household.dateOrder),
      values,
    };
  }
}

/** Why a line can't be taken. */
function nameProblem(line: string, { name }: Entry, context: LineContext): string | undefined {
  const noDay = OPENING_QUOTE.test(line) ? undefined : noSuchDayIn(name, context);
  if (noDay) return `There is no day “${noDay}”. Correct it, or put the name in quotes.`;
  return itemFields.name.safeParse(name).error?.issues[0]?.message;
}

function entryContent({ name, quantityMilli, placeId: _place, ...said }: Entry): ItemContent {
  return { ...said, name: begunWithCapital(name), quantityMilli: quantityMilli ?? THOUSANDTHS };
}
