import { type DraftKind, draftStep } from '../drafts/draft-kind.js';
import { dayIn } from '../stock/best-before.js';
import { findFoods, listFoods } from '../stock/food.repository.js';
import { addPutAway } from '../stock/item-entry.repository.js';
import { undoLink } from '../stock/journal.repository.js';
import { findPlace, listPlaces } from '../stock/place.repository.js';
import { found } from '../web/errors.js';
import { choosePlace } from './choose-place.js';
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
  linesOf,
  type PutAwayContent,
  placeIdOf,
  placeOf,
  relisted,
} from './put-away.lines.js';
import { alreadyLocals, inShort, saidOf, shownContents } from './put-away.view.js';

/** Where: a place of the household's, or a new one that is made right there. */
const placeStep = draftStep<PlaceForm>({
  name: 'place',
  dependsOn: [],
  label: 'Where',
  title: 'Where does it go?',
  view: 'put-away/place',
  form: () => placeStepForm,
  values: ({ draft }) => ({ place_id: String(placeIdOf(draft) ?? '') }),
  async answer({ deps, member }, form) {
    const placeId = await choosePlace(deps.db, member, form, deps.clock.now());
    if (placeId === undefined) return { errors: { place_id: 'That place is gone. Choose another.' } };
    return { fields: placeId, keys: { place_id: placeId } };
  },
  page: async ({ deps, member }) => ({ places: await listPlaces(deps.db, member) }),
  said: async (context) => [(await placeOf(context))?.name ?? 'A place that is gone'],
});

/** What: foods that the household knows, and names that were typed. */
const foodsStep = draftStep<FoodsForm>({
  name: 'foods',
  dependsOn: [],
  label: 'What',
  title: 'What is there?',
  view: 'put-away/foods',
  form: () => foodsStepForm,
  values({ draft }) {
    const lines = linesOf(draft);
    const typed = lines.filter(({ foodId }) => foodId === null).map(({ name }) => name);
    const picked = lines.flatMap(({ foodId }) => foodId ?? []);
    return { names: typed.join('\n'), food_id: picked.join('\n') };
  },
  async answer({ deps, member, draft }, form) {
    const picked = await findFoods(deps.db, member, form.food_id);
    if (picked.length < form.food_id.length) {
      return { errors: { food_id: 'A food that you picked is gone. Pick again.' } };
    }
    const wanted = [
      ...picked.map(({ id, name }) => ({ foodId: id, name })),
      ...form.names.map((name) => ({ foodId: null, name })),
    ];
    return { fields: relisted(linesOf(draft), wanted, draft.revision) };
  },
  page: async (context) => ({
    place: await placeOf(context),
    foods: await listFoods(context.deps.db, context.member),
  }),
  said: async ({ draft }) => linesOf(draft).map(({ name }) => name),
});

/** How much, and until when: one table for all lines. */
const detailsStep = draftStep<DetailsForm>({
  name: 'details',
  // How long food keeps depends on what it is and on where it lies.
  dependsOn: ['place', 'foods'],
  label: 'How much',
  title: 'How much, and until when?',
  view: 'put-away/details',
  form: (draft) => detailsStepForm(linesOf(draft)),
  values: ({ draft }) => detailsValues(linesOf(draft), detailsOf(draft)),
  answer: async ({ draft }, form) => ({ fields: detailsFrom(linesOf(draft), form) }),
  page: async (context) => ({ place: await placeOf(context), lines: linesOf(context.draft) }),
  said: async ({ draft }) => saidOf(draft),
  worded: (draft, errors) => namingLines(linesOf(draft), errors),
});

/** Putting groceries away: where, what, how much and until when; then review, and done. */
export const PUT_AWAY: DraftKind = {
  name: 'put_away',
  address: '/put-away',
  steps: [placeStep, foodsStep, detailsStep],
  pendingKeys: [
    {
      name: 'place_id',
      step: 'place',
      exists: async ({ deps, member }, id) => (await findPlace(deps.db, member, id)) !== undefined,
      gone: 'The place that you chose is gone. Choose another.',
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
      const { deps, member, draft } = context;
      const today = dayIn(member.household.timeZone, deps.clock.now());
      return { place: found(await placeOf(context)), lines: shownContents(contentsOf(draft), today) };
    },
  },

  async content(context): Promise<PutAwayContent> {
    const { id, name } = found(await placeOf(context));
    return { placeId: id, placeName: name, items: contentsOf(context.draft) };
  },

  async commit({ deps, member, draft }, trx) {
    const placeId = found(placeIdOf(draft));
    const actionId = await addPutAway(trx, member, placeId, contentsOf(draft), deps.clock.now());
    return { resultAddress: `/places/${placeId}`, actionId };
  },

  committed({ content, actionId }) {
    const { placeName, items } = content as PutAwayContent;
    const counted = items.length === 1 ? '1 item is' : `${items.length} items are`;
    return {
      type: 'success',
      text: `${counted} put away in ${placeName}.`,
      undo: actionId === null ? undefined : undoLink(actionId),
    };
  },

  already: { title: 'Put away already', view: 'put-away/already', page: alreadyLocals },
};
