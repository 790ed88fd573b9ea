import type { Draft } from '../../drafts/rows/draft.js';
import { type DraftContext, type DraftKind, draftStep } from '../../drafts/rows/draft-kind.js';
import { takeStock } from '../../items/stock-take.repository.js';
import { undoLink } from '../../journal/journal.repository.js';
import { findPlace, hasPlaces, listPlaces, PLACE_GONE } from '../../places/place.repository.js';
import { counted, inShort } from '../../text.js';
import { found } from '../../web/errors.js';
import type { Errors } from '../../web/form.js';
import {
  foundInOf,
  itemsOf,
  type Listed,
  listed,
  missingOf,
  placeIdOf,
  placeOf,
  type Shelf,
  type StockTakeContent,
  saidOf,
  saidOn,
  shelfOf,
  shownContent,
  stockTakeContent,
} from './counted.js';
import { readFoundToo } from './found-too.js';
import { idsFromShort, idsInShort } from './ids-in-short.js';
import {
  type Became,
  type MissingForm,
  missingStepForm,
  type PlaceForm,
  placeIn,
  placeStepForm,
  type ShelfForm,
  shelfStepForm,
} from './stock-take.form.js';

const placeStep = draftStep<PlaceForm>({
  name: 'place',
  dependsOn: [],
  label: 'Where',
  title: 'Which place are you looking through?',
  view: 'stock-take/place',
  form: () => placeStepForm,
  values: ({ draft }) => ({ place_id: String(placeIdOf(draft) ?? '') }),
  async answer({ deps, member }, { place_id: id }) {
    const place = await findPlace(deps.db, member, id);
    if (!place) return { errors: { place_id: PLACE_GONE } };
    return { fields: id, keys: { place_id: id } };
  },
  page: async ({ deps, member }) => ({ places: await listPlaces(deps.db, member) }),
  said: async (context) => [(await placeOf(context))?.name ?? 'A place that is gone'],
});

const shelfStep = draftStep<ShelfForm>({
  name: 'shelf',
  dependsOn: ['place'],
  label: 'What is there',
  title: 'What is there?',
  view: 'stock-take/shelf',
  form: () => shelfStepForm,
  values({ draft }) {
    const { there, also } = shelfOf(draft);
    return { there: idsFromShort(there).join('\n'), also };
  },
  async answer(context, { there, listed: drawn, also }) {
    const read = await readFoundToo(context, also);
    if ('error' in read) return { errors: { also: read.error } };
    const [ticked, wasDrawn] = [new Set(there), new Set(drawn)];
    const items = (await itemsOf(context)).filter(({ id }) => wasDrawn.has(id));
    const seen = items.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
    const unticked = items.filter(({ id }) => !ticked.has(id)).map(listed);
    return { fields: { there: idsInShort(seen), unticked, also, found: read.found } satisfies Shelf };
  },
  page: async (context) => ({
    place: await placeOf(context),
    items: (await itemsOf(context)).map(listed),
  }),
  async said(context) {
    const { there, found: too } = shelfOf(context.draft);
    const ticked = new Set(idsFromShort(there));
    const seen = (await itemsOf(context)).filter(({ id }) => ticked.has(id));
    return [...seen, ...too].map(({ name }) => name);
  },
});

const missingStep = draftStep<Partial<MissingForm>>({
  name: 'missing',
  dependsOn: ['place', 'shelf'],
  label: 'The rest',
  title: 'And the rest?',
  view: 'stock-take/missing',
  form: ({ draft }) => missingStepForm(askedOf(draft).map(({ id }) => id)),
  values({ draft }) {
    const each = askedOf(draft).map((item) => [`item_${item.id}`, saidOn(saidOf(draft), item) ?? '']);
    return { all: saidOf(draft).all ?? '', ...Object.fromEntries(each) };
  },
  async answer({ deps, member, draft }, { all, ...form }) {
    const places = await listPlaces(deps.db, member);
    const isGone = (said: Became) => {
      const to = placeIn(said);
      return to !== undefined && !places.some((place) => place.id === to);
    };
    const errors: Errors = {};
    const fields: MissingForm = {};
    const unsaid: Listed[] = [];
    if (all && isGone(all)) errors.all = PLACE_GONE;
    else if (all && hasOthers(draft)) fields.all = all;
    for (const item of askedOf(draft)) {
      const name = `item_${item.id}`;
      const own = form[name];
      const said = own ?? all;
      if (own && isGone(own)) errors[name] = PLACE_GONE;
      else if (said) fields[name] = said;
      else unsaid.push(item);
    }
    Object.assign(errors, unsaidErrors(draft, unsaid, all));
    return Object.keys(errors).length > 0 ? { errors } : { fields };
  },
  page: missingPage,
  async said({ draft }) {
    const { unticked } = shelfOf(draft);
    if (unticked.length === 0) return ['Nothing is missing.'];
    return unticked.map((item) => `${item.name}: ${inWords(saidOn(saidOf(draft), item))}`);
  },
});

/** Walking a shelf: tick what is there, say what became of the rest. */
export const STOCK_TAKE: DraftKind = {
  name: 'stock_take',
  address: '/stock-take',
  leftFor: '/',
  steps: [placeStep, shelfStep, missingStep],
  pendingKeys: [
    {
      name: 'place_id',
      step: 'place',
      ids: (draft) => [placeIdOf(draft) ?? []].flat(),
      allThere: ({ deps, member }, ids) => hasPlaces(deps.db, member, ids),
      gone: 'The place that you looked through is gone. Choose another.',
    },
    {
      name: 'found_in',
      step: 'missing',
      ids: foundInOf,
      allThere: ({ deps, member }, ids) => hasPlaces(deps.db, member, ids),
      gone: 'A place that you named is gone. Choose another.',
    },
  ],
  async summary(context) {
    const place = await placeOf(context);
    return { name: place ? `Stock-take of ${place.name}` : 'Stock-take', detail: 'to be finished' };
  },
  review: {
    title: 'Is this right?',
    view: 'stock-take/review',
    page: async (context) => ({ content: await shownContent(context, stockTakeContent(context.draft)) }),
  },
  content: async ({ draft }) => stockTakeContent(draft),
  async commit(context, trx) {
    const { deps, member, draft } = context;
    const placeId = found(placeIdOf(draft));
    const missing = await missingOf(context);
    const { found: too = [] } = stockTakeContent(draft);
    const actionId = await takeStock(trx, member, placeId, { missing, found: too }, deps.clock.now());
    return { resultAddress: `/places/${placeId}`, actionId };
  },
  committed({ content, actionId }) {
    const { missing, found: too = [] } = content as StockTakeContent;
    const count = missing.length + too.length;
    return {
      type: 'success',
      text: count === 0 ? 'Everything is there.' : `${counted(count, 'item is', 'items are')} put right.`,
      undo: actionId === null ? undefined : undoLink(actionId),
    };
  },
  already: {
    title: 'That stock-take is done already',
    view: 'stock-take/already',
    page: async ({ context, commit }) => ({
      stored: await shownContent(context, commit.content as StockTakeContent),
      undone: commit.undone,
    }),
  },
};

/** Items that the page asks for; one choice serves the rest. */
const ASKED_AT_MOST = 300;

function askedOf(draft: Draft): Listed[] {
  return shelfOf(draft).unticked.slice(0, ASKED_AT_MOST);
}

function hasOthers(draft: Draft): boolean {
  return shelfOf(draft).unticked.length > ASKED_AT_MOST;
}

/** Items that are named one by one when nothing is said of them; more are told in one sentence. */
const NAMED_AT_MOST = 3;

function unsaidErrors(draft: Draft, unsaid: Listed[], all: Became | undefined): Errors {
  if (hasOthers(draft) && !all) return { all: 'Choose for all of them: some are not listed here.' };
  const count = askedOf(draft).length;
  if (count > 1 && unsaid.length === count) return { all: 'Choose for all of them here, or for each below.' };
  if (unsaid.length > NAMED_AT_MOST) {
    const names = inShort(
      unsaid.map(({ name }) => name),
      NAMED_AT_MOST,
    );
    return { all: `Choose for the rest here, or below for ${names}.` };
  }
  return Object.fromEntries(unsaid.map(({ id, name }) => [`item_${id}`, `Choose what became of ${name}.`]));
}

async function missingPage(context: DraftContext) {
  const places = await listPlaces(context.deps.db, context.member);
  return {
    place: await placeOf(context),
    items: askedOf(context.draft),
    count: shelfOf(context.draft).unticked.length,
    elsewhere: places.filter(({ id }) => id !== placeIdOf(context.draft)),
  };
}

function inWords(said: Became | undefined): string {
  if (said === undefined) return 'not said yet';
  if (said === 'thrown_away') return 'thrown away';
  return placeIn(said) === undefined ? said : 'in another place';
}
