import { type Answer, notFound, type Result, toLogin } from '../result.js';
import { type Draft, type Id, memberOf, type State } from '../state.js';
import { begunIn, DRAFTS_AT_MOST, openDrafts, withDraft } from './own-drafts.js';

/** Someone signed out follows a link: it waits in a session until they are signed in. */
export function waitToJoin(
  state: State,
  key: string | undefined,
  token: string,
  once: string,
  answer: Answer,
): Result {
  const link = state.links[token];
  if (!link || link.uses === 0) return { status: 404, after: state, promise: 'answers' };
  const here = key !== undefined && state.sessions[key] ? key : answer.newKey;
  const own = openDrafts(state, null, state.sessions[here ?? '']?.drafts);
  const [before] = own.find(([, draft]) => draft.link === token) ?? [];
  const isFull = before === undefined && own.length >= DRAFTS_AT_MOST;
  const to = isFull ? '/joining' : '/login';
  if (here === undefined || isFull) return { status: 303, to, after: state, promise: 'answers' };
  // What waits already goes on waiting.
  // Of two taps each may have a session of its own, and begin a draft of its own there.
  const id = before ?? `new:${once} ${here}`;
  const waits = before ? state : withDraft(state, id, invitation(link.household, null, token, once));
  const after = begunIn(withNobody(waits, here), here, id);
  return { status: 303, to, after, halfway: [waits], promise: 'answers' };
}

/** A draft that waits for somebody to join. */
export function invitation(household: Id, owner: Id | null, link: string, once: string): Draft {
  const empty = { revision: '', steps: {}, place: null, foods: [], details: [], discarded: false, typed: {} };
  return { kind: 'join', link, owner, household, once, ...empty };
}

/** The page that asks whether to join. One whose link is good no longer is put aside. */
export function lookAtInvitation(state: State, key: string | undefined, id: Id): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = invitationOf(state, key, id);
  if (!draft) return { ...notFound(state), or: { status: 200, after: state } };
  const link = state.links[draft.link ?? ''];
  const isGood = (link?.uses ?? 0) > 0 || member.person.households.includes(draft.household);
  return isGood
    ? { status: 200, after: state, promise: 'shown' }
    : { status: 303, to: '/joining', after: aside(state, id, draft), promise: 'answers' };
}

/** Saying no to an invitation that waits, signed in or not. */
export function decline(state: State, id: Id, to: string, { key, newKey }: Answer): Result {
  const draft = invitationOf(state, key, id);
  const after = draft ? aside(state, id, draft) : state;
  return { status: 303, to, after: newKey ? withNobody(after, newKey) : after, promise: 'answers' };
}

/** An invitation that waits for whoever comes with a session. */
function invitationOf(state: State, key: string | undefined, id: Id): Draft | undefined {
  const owner = memberOf(state, key)?.person.id ?? null;
  const own = openDrafts(state, owner, state.sessions[key ?? '']?.drafts);
  const [, draft] = own.find(([one]) => one === id) ?? [];
  return draft?.kind === 'join' ? draft : undefined;
}

function aside(state: State, id: Id, draft: Draft): State {
  return withDraft(state, id, { ...draft, discarded: true, once: '' });
}

function withNobody(state: State, key: string): State {
  if (state.sessions[key]) return state;
  return { ...state, sessions: { ...state.sessions, [key]: { user: null, drafts: [] } } };
}
