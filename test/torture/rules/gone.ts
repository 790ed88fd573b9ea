import type { Page } from '../../support/page.js';
import { type Answer, notFound, type Result, toLogin } from '../result.js';
import { type Id, memberOf, type State, type Typed } from '../state.js';
import { isAnything, waiting, withParked } from './parking.js';

/** A row that is not there, and what was typed for it. */
export interface Missing {
  /** The path of its form's page. */
  page: string;
  /** As its deletion is remembered: the id of an item, or `place` and the id of a place. */
  row: Id;
  typed: Typed;
}

/**
 * A form, or a page that a form waits for, finds its row gone. Of a row that was deleted here what was typed is shown,
 * and waits to be sent once the row is back; of any other row nothing is said.
 */
export function gone(
  state: State,
  { page, row, typed }: Missing,
  answer: Pick<Answer, 'key' | 'page'>,
): Result {
  const member = memberOf(state, answer.key);
  if (!member) return toLogin(state);
  const household = member.person.current;
  const isKnown = state.actions[deletionOf(state, row) ?? '']?.household === household;
  if (!isKnown || !isAnything(typed)) return notFound(state, 'others');
  const form = { owner: member.username, page, household, typed, sure: true };
  const after = withParked(state, answer.page && restoring(answer.page)?.id, form);
  return { status: 409, after, shows: (shown) => wrongOn(shown, page, typed), promise: 'parked' };
}

/** Which action deleted a row that is gone: its Undo brings the row back. */
export function deletionOf(state: State, row: Id): string | undefined {
  return state.deletions[row];
}

/** Where a page that tells of a row that is gone leads once the row is back, and the key of what waits there. */
export function restoring(page: Page): { path: string; id: string } | undefined {
  const field = page.query('main form[action^="/journal/"] input[name="return_to"]');
  return waiting(field?.getAttribute('value'), page.url);
}

function wrongOn(shown: Page, page: string, typed: Typed): string | undefined {
  const path = restoring(shown)?.path;
  if (path !== page) return `What was typed on ${page} ${path ? `waits for ${path}` : 'is not kept'}.`;
  const text = shown.text;
  const lost = Object.keys(typed).find(
    (name) => name === 'name' && !text.includes(typed[name]?.trim() ?? ''),
  );
  return lost && `It does not show the ${lost} that was typed, ${typed[lost]}.`;
}
