import { type Request, type Response, Router } from 'express';
import type { Deps } from '../deps.js';
import { type Draft, isStale, type StepChange } from '../drafts/draft.js';
import { DraftTooLarge, saveStep } from '../drafts/draft.store.js';
import { findFoods, listFoods } from '../stock/food.repository.js';
import { listPlaces } from '../stock/place.repository.js';
import { NotFound } from '../web/errors.js';
import { type Errors, readForm, type Values } from '../web/form.js';
import { goTo, page } from '../web/page.js';
import { choosePlace } from './choose-place.js';
import { type OpenDraft, openDraft, openDraftAt, stepAddress } from './open-draft.js';
import {
  detailsFrom,
  detailsStepForm,
  detailsValues,
  foodsStepForm,
  namingLines,
  placeStepForm,
} from './put-away.form.js';
import { detailsOf, linesOf, PUT_AWAY, placeIdOf, relisted } from './put-away.kind.js';
import { type Step, saidIn, stepsOf } from './put-away.view.js';

const TITLES = { place: 'Where does it go?', foods: 'What is there?', details: 'How much, and until when?' };
type AskedStep = keyof typeof TITLES & Step;

/** The steps that ask: where, what, how much and until when. */
export function stepRoutes({ db, clock }: Deps): Router {
  const router = Router();

  router.get('/put-away/:draft/place', async (req, res) => {
    const open = await openDraft(db, req);
    await show(req, res, open, 'place', { place_id: String(placeIdOf(open.draft) ?? '') });
  });

  router.post('/put-away/:draft/place', async (req, res) => {
    const open = await openDraft(db, req);
    const form = readForm(req, placeStepForm);
    if (!form.ok) return show(req, res, open, 'place', form.values, form.errors);
    const placeId = await choosePlace(db, open.member, form.data, clock.now());
    if (placeId === undefined) {
      return show(req, res, open, 'place', form.values, { place_id: 'That place is gone. Choose another.' });
    }
    const { revision } = form.data;
    const change = { step: 'place', revision, fields: placeId, keys: { place_id: placeId } };
    await save(req, res, open, change, { ...form.values, place_id: String(placeId), name: '' });
  });

  router.get('/put-away/:draft/foods', async (req, res) => {
    const open = await openDraftAt(db, req, 'foods');
    const lines = linesOf(open.draft);
    const typed = lines.filter(({ foodId }) => foodId === null).map(({ name }) => name);
    const picked = lines.flatMap(({ foodId }) => foodId ?? []);
    await show(req, res, open, 'foods', { names: typed.join('\n'), food_id: picked.join('\n') });
  });

  router.post('/put-away/:draft/foods', async (req, res) => {
    const open = await openDraftAt(db, req, 'foods');
    const form = readForm(req, foodsStepForm);
    if (!form.ok) return show(req, res, open, 'foods', form.values, form.errors);
    const picked = await findFoods(db, open.member, form.data.food_id);
    if (picked.length < form.data.food_id.length) {
      return show(req, res, open, 'foods', form.values, {
        food_id: 'A food that you picked is gone. Pick again.',
      });
    }
    const lines = relisted(linesOf(open.draft), [
      ...picked.map(({ id, name }) => ({ foodId: id, name })),
      ...form.data.names.map((name) => ({ foodId: null, name })),
    ]);
    await save(req, res, open, { step: 'foods', revision: form.data.revision, fields: lines }, form.values);
  });

  router.get('/put-away/:draft/details', async (req, res) => {
    const open = await openDraftAt(db, req, 'details');
    await show(req, res, open, 'details', {});
  });

  router.post('/put-away/:draft/details', async (req, res) => {
    const open = await openDraftAt(db, req, 'details');
    const lines = linesOf(open.draft);
    const form = readForm(req, detailsStepForm(lines));
    if (form.ok) {
      const change = { step: 'details', revision: form.data.revision, fields: detailsFrom(lines, form.data) };
      return save(req, res, open, change, form.values);
    }
    // A form that was drawn for another list asks for other lines: that is a conflict, not a mistake.
    const stale = isStale(PUT_AWAY, open.draft, 'details', Number(form.values.revision));
    if (stale) return conflict(req, res, open, 'details', form.values);
    await show(req, res, open, 'details', form.values, namingLines(lines, form.errors));
  });

  return router;

  async function save(
    req: Request,
    res: Response,
    open: OpenDraft,
    change: StepChange & { step: string },
    values: Values,
  ) {
    const step = change.step as AskedStep;
    try {
      const saved = await saveStep(req, open.scope, open.draft.id, change, clock);
      if (saved.outcome === 'gone') throw new NotFound();
      if (saved.outcome === 'saved') return goTo(res, stepAddress(saved.draft));
      await conflict(req, res, { ...open, draft: saved.draft }, step, values);
    } catch (error) {
      if (!(error instanceof DraftTooLarge)) throw error;
      const tooLarge = {
        '': 'That is more than one entry can hold. Put some of it away first, then the rest.',
      };
      await show(req, res, open, step, values, tooLarge);
    }
  }

  async function show(
    req: Request,
    res: Response,
    open: OpenDraft,
    step: AskedStep,
    values: Values,
    errors: Errors = {},
  ) {
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    await page(req, res, `put-away/${step}`, { ...(await stepPage(open, step, values)), errors }, status);
  }

  /** Another tab was first: shows what it saved beside what was typed here, which the next press of the button saves. */
  async function conflict(req: Request, res: Response, open: OpenDraft, step: AskedStep, values: Values) {
    const data = await stepPage(open, step, values);
    const saved = saidIn(open.draft, step, data.places);
    await page(req, res, `put-away/${step}`, { ...data, conflict: { saved } }, 409);
  }

  async function stepPage({ member, draft }: OpenDraft, step: AskedStep, values: Values) {
    const places = await listPlaces(db, member);
    return {
      title: TITLES[step],
      draft,
      steps: stepsOf(draft, step),
      places,
      place: places.find(({ id }) => id === placeIdOf(draft)),
      foods: step === 'foods' ? await listFoods(db, member) : [],
      lines: linesOf(draft),
      values: step === 'details' ? detailsShown(draft, values) : values,
    };
  }
}

function detailsShown(draft: Draft, typed: Values): Values {
  return { ...detailsValues(linesOf(draft), detailsOf(draft)), ...typed };
}
