import type { Page } from '../../support/page.js';
import { type Answer, locationOf, notFound, type Result, toLogin } from '../result.js';
import {
  belongs,
  type Draft,
  draftOf,
  type Id,
  type Member,
  memberOf,
  type State,
  withDraft,
  without,
} from '../state.js';
import { closed } from './put-away.js';
import { addressOf, nextStep, notYet, placeGone } from './steps.js';

/** Looking at a page of a draft: it shows what was saved. @param step a step, or `review` */
export function look(state: State, key: string, id: Id, step: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(member, id);
  if (!draft) return closed(state, member, id, 200);
  const early = placeGone(state, key, member, id, step) ?? notYet(state, id, draft, step);
  return (
    early ?? {
      status: 200,
      after: state,
      shows: (page) => wrongOn(page, step, draft, member),
      promise: 'shown',
    }
  );
}

function wrongOn(page: Page, step: string, draft: Draft, { household }: Member): string | undefined {
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1];
  if (revision !== String(draft.revision)) return `It shows revision ${revision}, not ${draft.revision}.`;
  if (step === 'review') return wrongReview(page, draft, household.places[draft.place ?? '']);
  if (step === 'place') {
    const chosen = /name="place_id" value="(\d+)" checked/.exec(page.html)?.[1];
    const expected = household.places[draft.place ?? ''] === undefined ? undefined : draft.place;
    return (chosen ?? null) === (expected ?? null) ? undefined : `It shows place ${chosen}, not ${expected}.`;
  }
  if (step === 'foods') {
    const typed = (page.form(/\/foods$/).value('names') ?? '').split(/\s*\n/).filter(Boolean);
    const expected = draft.foods.filter(({ food }) => food === '').map(({ name }) => name);
    return typed.join() === expected.join() ? undefined : `It shows the foods ${typed}, not ${expected}.`;
  }
  const asked = [...page.html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name);
  const lines = draft.foods.map(({ name }) => name);
  return asked.sort().join() === lines.sort().join() ? undefined : `It asks about ${asked}, not ${lines}.`;
}

function wrongReview(page: Page, draft: Draft, place: string | undefined): string | undefined {
  const [said, ...lines] = [
    ...page.html.matchAll(/<dt>(.*?)<\/dt><dd>(?:<span class="number">)?(.*?)<\/?(?:span|dd)>/g),
  ].map(([, name, what]) => `${name} ${what}`);
  const expected = draft.details.map(
    ({ name, quantity, unit }) => `${name} ${`${quantity / 1000} ${unit}`.trim()}`,
  );
  if (said !== `Place ${place}`) return `The review says “${said}”, not ${place}.`;
  return lines.sort().join() === expected.sort().join()
    ? undefined
    : `The review says ${lines}, not ${expected}.`;
}

/** The list of open entries. */
export function list(state: State, key: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const expected = Object.entries(member.session.drafts)
    .filter(([id]) => draftOf(member, id))
    .map(([id, draft]) => `${id}/${nextStep(draft)}`);
  const shows = (page: Page) => {
    const listed = [...page.html.matchAll(/class="item-name" href="\/put-away\/(.*?)"/g)].map(
      ([, address]) => address,
    );
    return listed.sort().join() === expected.sort().join()
      ? undefined
      : `It lists ${listed}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: 'drafts' };
}

export function discard(state: State, key: string, id: Id): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(member, id);
  const after = draft ? withDraft(state, key, id, { ...draft, discarded: true }) : state;
  return { status: 303, to: '/put-away', after, promise: 'drafts' };
}

export function restore(state: State, key: string, id: Id): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = member.session.drafts[id];
  if (!draft || !belongs(member, draft)) return notFound(state, 'drafts');
  const after = withDraft(state, key, id, { ...draft, discarded: false });
  return { status: 303, to: '/put-away', after, promise: 'drafts' };
}

/** Putting away once more what was changed after it was put away: under a new id. */
export function again(state: State, key: string, id: Id, answer: Answer): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(member, id);
  if (!draft) return closed(state, member, id, 409);
  const newId = (answer.page && locationOf(answer.page)?.split('/')[2]) || `new:${draft.once}`;
  const drafts = { ...without(member.session.drafts, id), [newId]: draft };
  const after = { ...state, sessions: { ...state.sessions, [key]: { ...member.session, drafts } } };
  return { status: 303, to: addressOf(newId, draft), after, promise: 'drafts' };
}
