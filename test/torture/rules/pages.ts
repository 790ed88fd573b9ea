import { type Result, toLogin } from '../result.js';
import { memberOf, type State, type Typed } from '../state.js';
import { lookAtSessions } from './accounts.js';
import { list, look } from './drafts.js';
import { gone } from './gone.js';
import { lookAtInvitation } from './invitations.js';
import { lookAtHome, lookAtItem, lookAtPlace } from './looks.js';
import { isElsewhere, waitingOn } from './parking.js';

/** @param typed what waits for the page's form, to be shown in it again */
type Rule = (
  state: State,
  key: string | undefined,
  ids: string[],
  search: URLSearchParams,
  typed?: Typed,
) => Result;

/** A page for members, whose content is not looked at. */
const forMembers: Rule = (state, key) =>
  memberOf(state, key) ? { status: 200, after: state, promise: 'shown' } : toLogin(state);

/** The page on which a row is changed. */
const editing =
  (rows: 'places' | 'items'): Rule =>
  (state, key, [id = ''], _search, typed = {}) => {
    const household = memberOf(state, key)?.household;
    const item = rows === 'items' && household?.items[id];
    if (household && item) return lookAtItem(state, household, item);
    if (household?.[rows][id] !== undefined) return forMembers(state, key, [], _search);
    const row = rows === 'places' ? `place ${id}` : id;
    return gone(state, { page: `/${rows}/${id}/edit`, row, typed }, { key, page: undefined });
  };

const RULES: [RegExp, Rule][] = [
  [/^\/$/, (state, key, _ids, search) => lookAtHome(state, key, search.get('all'))],
  [/^\/login$/, signInPage],
  [/^\/put-away$/, (state, key = '') => list(state, key)],
  [
    /^\/put-away\/([^/]+)\/(place|foods|details|review)$/,
    (state, key = '', [id = '', step = ''], _search, typed) => look(state, key, id, step, typed),
  ],
  [
    /^\/places\/(\d+)$/,
    (state, key = '', [id = ''], _search, typed = {}) => {
      const missing = { page: `/places/${id}`, row: `place ${id}`, typed };
      return lookAtPlace(state, key, id, gone(state, missing, { key, page: undefined }));
    },
  ],
  [/^\/places\/(\d+)\/edit$/, editing('places')],
  [/^\/items\/(\d+)\/edit$/, editing('items')],
  [/^\/account\/sessions$/, (state, key = '') => lookAtSessions(state, key)],
  [
    /^\/journal$|^\/account$|^\/account\/password$|^\/household$|^\/household\/leave$|^\/quick-entry$/,
    forMembers,
  ],
  [/^\/household\/members\/(\d+)(?:\/remove)?$/, (state, key, [id = '']) => otherMember(state, key, id)],
  [/^\/household\/invitations$/, invitations],
  [/^\/joining\/([^/]+)\/review$/, (state, key, [id = '']) => lookAtInvitation(state, key, id)],
  [
    /^\/join\/([\w-]+)$/,
    (state, key, [token = '']) => {
      const link = state.links[token];
      const isMember = link && memberOf(state, key)?.person.households.includes(link.household);
      return { status: link?.uses || isMember ? 200 : 404, after: state };
    },
  ],
];

/** Asking for a page. @returns nothing for a page that has no rule */
export function lookAt(address: string): ((state: State, key: string | undefined) => Result) | undefined {
  const url = new URL(address, 'http://larder');
  const [pattern, rule] = RULES.find(([one]) => one.test(url.pathname)) ?? [];
  if (!pattern || !rule) return undefined;
  const [, ...ids] = pattern.exec(url.pathname) ?? [];
  return (state, key) => {
    const [form, usual] = [waitingOn(state, key, url), rule(state, key, ids, url.searchParams)];
    if (!form) return usual;
    const expected: Result = isElsewhere(state, form)
      ? { status: 409, after: state, promise: 'elsewhere' }
      : rule(state, key, ids, url.searchParams, form.typed);
    return form.sure ? expected : { ...expected, or: usual };
  };
}

/** Those who are signed in go on. */
function signInPage(state: State, key: string | undefined, _ids: string[], search: URLSearchParams): Result {
  const to = new URL(search.get('return_to') || '/', 'http://larder').pathname;
  return memberOf(state, key) ? { status: 303, to, after: state } : { status: 200, after: state };
}

/** A page about another member, for the owner alone. */
function otherMember(state: State, key: string | undefined, id: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const refused = (status: number): Result => ({ status, after: state, promise: 'others' });
  if (id === member.person.id) return refused(404);
  if (member.household.owner !== member.username) return refused(403);
  const other = Object.values(state.people).find((person) => person.id === id);
  return other?.households.includes(member.person.current)
    ? { status: 200, after: state, promise: 'shown' }
    : refused(404);
}

function invitations(state: State, key: string | undefined): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  return { status: member.household.owner === member.username ? 200 : 403, after: state, promise: 'others' };
}
