import { z } from 'zod';
import { timeZoneChoices } from '../../calendar/time-zones.js';
import { type DraftContext, type DraftKind, draftStep } from '../../drafts/rows/draft-kind.js';
import { undoLink } from '../../journal/journal.repository.js';
import { householdFields } from '../../members/household.form.js';
import { updateHousehold } from '../../members/household.repository.js';
import { arrangePlaces, isSamePlace, USUAL_PLACES, unwanted } from '../../places/first-places.repository.js';
import { listPlaces } from '../../places/place.repository.js';

const householdStepForm = z.strictObject(householdFields);
type HouseholdForm = z.output<typeof householdStepForm>;

const placeName = z.enum(USUAL_PLACES.map(({ name }) => name));
const placesStepForm = z.strictObject({
  place: z
    .union([placeName, z.array(placeName)], { error: 'Choose from the list.' })
    .optional()
    .transform((chosen) => [chosen ?? []].flat())
    .refine((chosen) => chosen.length > 0, { error: 'Choose one place at least.' }),
});
type PlacesForm = z.output<typeof placesStepForm>;

interface Content {
  household: HouseholdForm;
  places: string[];
}

const householdStep = draftStep<HouseholdForm>({
  name: 'household',
  dependsOn: [],
  label: 'Household',
  title: 'What is your household called?',
  view: 'welcome/household',
  form: () => householdStepForm,
  values: ({ draft, member }) => {
    const said = draft.fields.household as HouseholdForm | undefined;
    return said ? { ...said } : { name: member.household.name, time_zone: member.household.timeZone };
  },
  answer: async (_context, form) => ({ fields: form }),
  page: async ({ member }) => ({ timeZones: timeZoneChoices(member.household.timeZone) }),
  said: async ({ draft, member }) => {
    const said = draft.fields.household as HouseholdForm | undefined;
    return [said?.name ?? member.household.name];
  },
});

const placesStep = draftStep<PlacesForm>({
  name: 'places',
  dependsOn: [],
  label: 'Places',
  title: 'Where do you keep food?',
  view: 'welcome/places',
  form: () => placesStepForm,
  values: async (context) => ({
    place: (placesIn(context.draft.fields) ?? (await usualPlacesThere(context))).join('\n'),
  }),
  answer: async (_context, form) => ({ fields: form.place }),
  page: async () => ({ usual: USUAL_PLACES }),
  said: async ({ draft }) => placesIn(draft.fields) ?? [],
});

/** The first-run welcome: name the household, choose its places. */
export const WELCOME: DraftKind = {
  name: 'welcome',
  address: '/welcome',
  steps: [householdStep, placesStep],
  pendingKeys: [],
  summary: async ({ draft, member }) => ({
    name: (draft.fields.household as HouseholdForm | undefined)?.name ?? member.household.name,
    detail: 'to be set up',
  }),
  review: {
    title: 'Is this right?',
    view: 'welcome/review',
    async page(context) {
      const content = welcomeContent(context);
      const there = await listPlaces(context.deps.db, context.member);
      return { content, going: unwanted(there, content.places).map(({ name }) => name) };
    },
  },
  content: async (context) => welcomeContent(context),
  async commit(context, trx) {
    const { deps, member } = context;
    const { household, places } = welcomeContent(context);
    await updateHousehold(trx, member, { name: household.name, timeZone: household.time_zone });
    return { resultAddress: '/', actionId: await arrangePlaces(trx, member, places, deps.clock.now()) };
  },
  committed({ content, actionId }) {
    const { household } = content as Content;
    return {
      type: 'success',
      text: `${household.name} is ready. Put your first groceries away.`,
      // The name is changed on the household's page.
      undo: actionId === null ? undefined : { ...undoLink(actionId), label: 'Undo the places' },
    };
  },
  already: {
    title: 'That is set up already',
    view: 'welcome/already',
    page: async ({ commit }) => ({ stored: commit.content }),
  },
};

function welcomeContent({ draft }: DraftContext): Content {
  return { household: draft.fields.household as HouseholdForm, places: placesIn(draft.fields) ?? [] };
}

function placesIn(fields: Record<string, unknown>): string[] | undefined {
  return fields.places as string[] | undefined;
}

async function usualPlacesThere({ deps, member }: DraftContext): Promise<string[]> {
  const there = await listPlaces(deps.db, member);
  return USUAL_PLACES.filter((usual) => there.some((place) => isSamePlace(place, usual))).map(
    ({ name }) => name,
  );
}
