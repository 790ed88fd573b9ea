import { type Result, toLogin } from '../result.js';
import { type Id, memberOf, type State, withPerson } from '../state.js';
import { invitation } from './invitations.js';
import { forgottenIn, openDrafts, withDraft } from './own-drafts.js';

/** Making a link that others can join by. @param token what its address will be; undefined: nobody learned it */
export function invite(state: State, key: string, token: string | undefined, uses: number): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (member.household.owner !== member.username) return { status: 403, after: state, promise: 'others' };
  const links = token ? { ...state.links, [token]: { household: member.person.current, uses } } : state.links;
  return { status: 201, after: { ...state, links }, promise: 'answers' };
}

/** Joining by a link: membership once, and what is seen from then on. @param as whom the page was drawn for @param once its token */
export function join(state: State, key: string, token: string, as: string | undefined, once: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const link = state.links[token];
  const { households } = member.person;
  const isMember = link !== undefined && households.includes(link.household);
  if (!link || (link.uses === 0 && !isMember)) return { status: 404, after: state, promise: 'answers' };
  // The page was drawn for somebody else, or for nobody.
  if (as !== member.person.id) return { status: 409, after: state, promise: 'answers' };
  const links = isMember ? state.links : { ...state.links, [token]: { ...link, uses: link.uses - 1 } };
  const all = isMember ? households : [...households, link.household];
  const joined = withPerson({ ...state, links }, member.username, {
    households: all,
    current: link.household,
  });
  // One that waits is taken; where several do, it may be any.
  const own = openDrafts(state, member.person.id, member.session.drafts);
  const waiting = own.flatMap(([id, draft]) => (draft.link === token ? [id] : []));
  const ways = waiting.map((id) => withDraft(joined, id, undefined));
  const begun = withDraft(state, `new:${once}`, invitation(link.household, member.person.id, token, once));
  const [after = joined, ...also] = ways.map((way, n) => forgottenIn(way, key, waiting[n] ?? ''));
  return { status: 303, to: '/', after, also, halfway: [...ways, begun], promise: 'answers' };
}

/** Looking at another of one's households. */
export function change(state: State, key: string, household: Id, to: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (!member.person.households.includes(household)) return { status: 404, after: state, promise: 'others' };
  return {
    status: 303,
    to,
    after: withPerson(state, member.username, { current: household }),
    promise: 'answers',
  };
}

/** Leaving, by one who is a member of another household too. */
export function leave(state: State, key: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (member.household.owner === member.username) return { status: 422, after: state, promise: 'answers' };
  return {
    status: 303,
    to: '/',
    after: leaving(state, member.username, member.person.current),
    promise: 'answers',
  };
}

/** Removing another member of the household. */
export function removeMember(state: State, key: string, username: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (member.household.owner !== member.username) return { status: 403, after: state, promise: 'others' };
  const { current } = member.person;
  if (!state.people[username]?.households.includes(current))
    return { status: 404, after: state, promise: 'others' };
  return { status: 303, to: '/household', after: leaving(state, username, current), promise: 'answers' };
}

/** Someone who leaves sees the first of their other households, by name. */
function leaving(state: State, username: string, household: Id): State {
  const rest = (state.people[username]?.households ?? []).filter((id) => id !== household);
  const name = (id: Id) => state.households[id]?.name ?? '';
  const [first = household] = rest.toSorted((a, b) =>
    name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : Number(a) - Number(b),
  );
  const isSeen = state.people[username]?.current === household;
  // What they typed for it is forgotten soon after.
  const parked = Object.entries(state.parked).map(([id, form]) => {
    const isOfIt = form.owner === username && form.household === household;
    return [id, isOfIt ? { ...form, sure: false } : form] as const;
  });
  return withPerson({ ...state, parked: Object.fromEntries(parked) }, username, {
    households: rest,
    ...(isSeen ? { current: first } : {}),
  });
}
