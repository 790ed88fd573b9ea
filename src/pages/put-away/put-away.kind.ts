import { type DraftKind, draftStep } from '../../drafts/rows/draft-kind.js';
import { daysContext } from '../../entry-line/dates/day-field.js';
import { findFoods, listFoods } from '../../foods/food.repository.js';
import { addPutAway } from '../../items/item-entry.repository.js';
import { undoLink } from '../../journal/journal.repository.js';
import { todayOf } from '../../members/member.js';
import { hasPlaces, listPlaces, PLACE_GONE } from '../../places/place.repository.js';
import { findPutAway, takeBought } from '../../shopping/bought.repository.js';
import { inShort } from '../../text.js';
import { found } from '../../web/errors.js';
import { linesToPutAway } from './bought.js';
import { choosePlace, isNewPlace } from './choose-place.js';
import { hintedLines, withDates } from './put-away.dates.js';
import {
  type DetailsForm,
  detailsFrom,
  detailsStepForm,
  detailsValues,
  type FoodsForm,
  foodsStepForm,
  namingLines,
  type PlaceForm,
  placeStepForm,
} from './put-away.form.js';
import {
  contentsOf,
  detailsOf,
  linePlacesOf,
  linesOf,
  listIdsOf,
  type PutAwayContent,
  placeIdOf,
  placeOf,
  relisted,
} from './put-away.lines.js';
import {
  alreadyLocals,
  emptyErrors,
  goneErrors,
  placeNames,
  putAwayContent,
  putAwayText,
  saidOf,
  shownContents,
  toPutAwayText,
} from './put-away.view.js';
import { linesContext, readFoods, typedText } from './read-foods.js';

const placeStep = draftStep<PlaceForm>({
  name: 'place',
  dependsOn: [],
  label: 'Where',
  title: 'Where does it go?',
  view: 'put-away/place',
  form: () => placeStepForm,
  values: ({ draft }) => ({ place_id: String(placeIdOf(draft) ?? '') }),
  isNew: ({ deps, member }, form) => isNewPlace(deps.db, member, form),
  async answer({ deps, member }, form) {
    const placeId = await choosePlace(deps.db, member, form, deps.clock.now());
    if (placeId === undefined) return { errors: { place_id: PLACE_GONE } };
    return { fields: placeId, keys: { place_id: placeId } };
  },
  page: async ({ deps, member }) => ({ places: await listPlaces(deps.db, member) }),
  said: async (context) => [(await placeOf(context))?.name ?? 'A place that is gone'],
});

const foodsStep = draftStep<FoodsForm>({
  name: 'foods',
  dependsOn: [],
  label: 'What',
  title: 'What is there?',
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
    const { deps, member, draft } = context;
    const picked = await findFoods(deps.db, member, form.food_id);
    if (picked.length < form.food_id.length) {
      return { errors: { food_id: 'A food that you picked is gone. Pick again.' } };
    }
    const typed = readFoods(form.names, picked.length, await linesContext(context));
    if ('error' in typed) return { errors: { names: typed.error } };
    const wanted = [...picked.map(({ id, name }) => ({ foodId: id, name })), ...typed.lines];
    const before = await linesToPutAway(context);
    return {
      fields: relisted(before, wanted, draft.version, detailsOf(draft)),
      ...(typed.tell && { tell: typed.tell }),
    };
  },
  page: async (context) => ({
    place: await placeOf(context),
    foods: await listFoods(context.deps.db, context.member),
  }),
  async said(context) {
    const words = await linesContext(context);
    return linesOf(context.draft).map((line) => (line.foodId === null ? typedText(line, words) : line.name));
  },
});

const detailsStep = draftStep<DetailsForm>({
  name: 'details',
  // How long food keeps depends on both.
  dependsOn: ['place', 'foods'],
  label: 'How much',
  title: 'How much, and until when?',
  view: 'put-away/details',
  form: ({ deps, member, draft }) =>
    detailsStepForm(linesOf(draft), daysContext(member.household, deps.clock.now())),
  async values({ deps, member, draft }) {
    const places = await listPlaces(deps.db, member);
    return detailsValues(linesOf(draft), detailsOf(draft), placeIdOf(draft), places);
  },
  async answer(context, form) {
    const { deps, member, draft } = context;
    const lines = linesOf(draft);
    const details = detailsFrom(lines, form, placeIdOf(draft));
    const places = await listPlaces(deps.db, member);
    const errors = { ...goneErrors(details, places), ...emptyErrors(details) };
    if (Object.keys(errors).length > 0) return { errors: namingLines(lines, errors) };
    return { fields: withDates(context, places, details) };
  },
  async page(context) {
    const places = await listPlaces(context.deps.db, context.member);
    return { place: await placeOf(context), places, lines: await hintedLines(context, places) };
  },
  said: saidOf,
  worded: (draft, errors) => namingLines(linesOf(draft), errors),
});

/** Putting groceries away: where, what, how much and until when; then review. */
export const PUT_AWAY: DraftKind = {
  name: 'put_away',
  address: '/put-away',
  steps: [placeStep, foodsStep, detailsStep],
  pendingKeys: [
    {
      name: 'place_id',
      step: 'place',
      ids: (draft) => [placeIdOf(draft) ?? []].flat(),
      allThere: ({ deps, member }, ids) => hasPlaces(deps.db, member, ids),
      gone: 'The place that you chose is gone. Choose another.',
    },
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

  async summary(context) {
    const names = linesOf(context.draft).map(({ name }) => name);
    const place = await placeOf(context);
    return {
      name: inShort(names) || 'Nothing listed yet',
      detail: place ? `for ${place.name}` : 'no place chosen',
    };
  },

  review: {
    title: 'Is this right?',
    view: 'put-away/review',
    async page(context) {
      const today = todayOf(context.member, context.deps.clock);
      const content = await putAwayContent(context);
      return {
        place: placeNames(content),
        toPutAway: toPutAwayText(content),
        lines: shownContents(content, today),
      };
    },
  },

  content: putAwayContent,

  async commit({ deps, member, draft }, trx) {
    const placeId = found(placeIdOf(draft));
    const contents = contentsOf(draft);
    const actionId = await addPutAway(trx, member, placeId, contents, deps.clock.now());
    await takeBought(trx, member, listIdsOf(draft), actionId);
    const [only, ...others] = new Set(contents.map((content) => content.placeId ?? placeId));
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
