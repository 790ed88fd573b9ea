import type { IsoDate } from '../../calendar/day.js';
import { type DraftContext, type DraftKind, draftStep } from '../../drafts/rows/draft-kind.js';
import { daysContext } from '../../entry-line/dates/day-field.js';
import { listFoods } from '../../foods/food.repository.js';
import { addPutAway } from '../../items/item-entry.repository.js';
import { undoLink } from '../../journal/journal.repository.js';
import { todayOf } from '../../members/member.js';
import { hasPlaces, listPlaces } from '../../places/place.repository.js';
import { findPutAway, takeBought } from '../../shopping/bought.repository.js';
import { counted, inShort } from '../../text.js';
import { found } from '../../web/errors.js';
import { linesToPutAway } from './bought.js';
import { withDates } from './put-away.dates.js';
import {
  type DetailsForm,
  detailsFrom,
  detailsStepForm,
  detailsValues,
  detailTyped,
  type FoodsForm,
  foodsStepForm,
  namingLines,
} from './put-away.form.js';
import {
  contentsOf,
  detailsOf,
  type LineDetails,
  linePlacesOf,
  linesOf,
  listIdsOf,
  type PutAwayContent,
  relisted,
} from './put-away.lines.js';
import { placesOfLines } from './put-away.places.js';
import { rowsByPlace } from './put-away.rows.js';
import {
  alreadyLocals,
  emptyErrors,
  goneErrors,
  putAwayContent,
  putAwayText,
  saidOf,
} from './put-away.view.js';
import { linesContext, readPicked, typedText } from './read-foods.js';

const foodsStep = draftStep<FoodsForm>({
  name: 'foods',
  dependsOn: [],
  label: 'What',
  title: 'What did you bring?',
  view: 'put-away/foods',
  form: () => foodsStepForm,
  async values(context) {
    const lines = await linesToPutAway(context);
    const said = await linesContext(context);
    const typed = lines.filter(({ foodId }) => foodId === null).map((line) => typedText(line, said));
    const picked = lines.flatMap(({ foodId }) => foodId ?? []);
    return { names: typed.join('\n'), food_id: picked.join('\n') };
  },
  async answer(context, form) {
    const read = await readPicked(context, form);
    if ('errors' in read) return read;
    const before = await linesToPutAway(context);
    const { lines, tell } = read;
    return {
      fields: relisted(before, lines, context.draft.version, detailsSoFar(context)),
      ...(tell && { tell }),
    };
  },
  page: async ({ deps, member }) => ({ foods: await listFoods(deps.db, member) }),
  async said(context) {
    const words = await linesContext(context);
    return linesOf(context.draft).map((line) => (line.foodId === null ? typedText(line, words) : line.name));
  },
});

const detailsStep = draftStep<DetailsForm>({
  name: 'details',
  dependsOn: ['foods'],
  label: 'Where and how much',
  title: 'Put away',
  view: 'put-away/details',
  form: (context) => formOf(context),
  async values(context) {
    const { deps, member, draft } = context;
    const places = await listPlaces(deps.db, member);
    const values = detailsValues(linesOf(draft), detailsOf(draft), await placesOfLines(context, places));
    return { ...values, drawn_on: todayOf(member, deps.clock) };
  },
  async answer(context, form) {
    const lines = linesOf(context.draft);
    const details = detailsFrom(lines, form);
    const places = await listPlaces(context.deps.db, context.member);
    const errors = { ...goneErrors(details, places), ...emptyErrors(details) };
    if (Object.keys(errors).length > 0) return { errors: namingLines(lines, errors) };
    return { fields: withDates(context.draft, places, details, form.drawn_on as IsoDate) };
  },
  async page(context) {
    const places = await listPlaces(context.deps.db, context.member);
    return { places, count: linesOf(context.draft).length, groups: await rowsByPlace(context, places) };
  },
  said: saidOf,
  worded: (draft, errors) => namingLines(linesOf(draft), errors),
});

/** Putting groceries away: what there is; then a page of lines, looked through and committed at once. */
export const PUT_AWAY: DraftKind = {
  name: 'put_away',
  address: '/put-away',
  steps: [foodsStep, detailsStep],
  pendingKeys: [
    {
      name: 'line_places',
      step: 'details',
      ids: linePlacesOf,
      allThere: ({ deps, member }, ids) => hasPlaces(deps.db, member, ids),
      gone: 'A place that you chose for a line is gone. Choose another.',
    },
    {
      name: 'shopping_lines',
      step: 'foods',
      ids: listIdsOf,
      allThere: async ({ deps, member }, ids) => (await findPutAway(deps.db, member, ids)).length === 0,
      gone: 'Something here has been put away meanwhile, by somebody else or in another tab, and is left out now.',
    },
  ],

  async summary({ draft }) {
    const names = linesOf(draft).map(({ name }) => name);
    const typed = (draft.typed.foods?.names ?? '').split('\n').filter((line) => line.trim() !== '');
    const listed = names.length > 0 ? names : typed;
    return { name: inShort(listed) || 'Nothing listed yet', detail: counted(listed.length, 'line') };
  },

  content: putAwayContent,

  async commit({ deps, member, draft }, trx) {
    const contents = contentsOf(draft);
    const [only, ...others] = new Set(contents.map(({ placeId }) => placeId));
    const actionId = await addPutAway(trx, member, found(only), contents, deps.clock.now());
    await takeBought(trx, member, listIdsOf(draft), actionId);
    return { resultAddress: others.length > 0 ? '/' : `/places/${only}`, actionId };
  },

  committed({ content, actionId }) {
    return {
      type: 'success',
      text: putAwayText(content as PutAwayContent),
      undo: actionId === null ? undefined : undoLink(actionId),
    };
  },

  already: { title: 'Put away already', view: 'put-away/already', page: alreadyLocals },
};

function formOf({ deps, member, draft }: DraftContext) {
  return detailsStepForm(linesOf(draft), daysContext(member.household, deps.clock.now()));
}

/** The details that were saved, and over them what was typed and could not be saved. */
function detailsSoFar(context: DraftContext): Record<string, LineDetails> {
  const { draft } = context;
  const [saved, typed] = [detailsOf(draft), draft.typed.details ?? {}];
  const { shape } = formOf(context);
  const lines = linesOf(draft).map((line) => [
    line.id,
    { ...saved[line.id], ...detailTyped(line, typed, shape) },
  ]);
  return Object.fromEntries(lines);
}
