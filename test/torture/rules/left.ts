import { type Result, toLogin } from '../result.js';
import { type Id, memberOf, type State, without } from '../state.js';
import { draftOf, withDraft } from './own-drafts.js';
import { closed, goesOn, type StepForm } from './put-away.js';
import { leftWith, type Step } from './steps.js';

/** The script of a page sends what was typed when the page is left. */
export function keep(state: State, key: string, { id, step, typed, revision }: StepForm): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(state, member, id);
  if (!draft) return closed(state, member, id, 409);
  return {
    status: 204,
    after: withDraft(state, id, leftWith(draft, step, typed, revision)),
    promise: 'drafts',
  };
}

/** Of two versions, keeping the saved one. */
export function keepSaved(state: State, key: string, id: Id, step: Step): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(state, member, id);
  if (!draft) return closed(state, member, id, 409);
  const now = { ...draft, typed: without(draft.typed, step) };
  return goesOn(withDraft(state, id, now), id, now);
}
