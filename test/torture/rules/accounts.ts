import type { Page } from '../../support/page.js';
import { type Answer, type Result, toLogin } from '../result.js';
import { memberOf, type Session, type State, without, withPerson } from '../state.js';
import { adopted } from './own-drafts.js';

/** What a session is called whose cookie nobody got, since the process was killed. */
export const UNKNOWN = 'new:session';

/** Signing in: a new session, which remembers what was begun in the old one unless another was signed in there. */
export function signIn(
  state: State,
  key: string | undefined,
  username: string,
  password: string,
  to: string,
  answer: Answer,
): Result {
  const person = state.people[username];
  if (person?.password !== password) return { status: 422, after: state, promise: 'answers' };
  const old = key === undefined ? undefined : (state.sessions[key] ?? heirOf(state, key, username));
  const isTheirs = old && (old.user === null || old.user === username);
  const drafts = isTheirs ? old.drafts : [];
  const plain = withSession(state, key, answer.newKey ?? UNKNOWN, { user: username, drafts });
  const after = adopted(plain, drafts, person.id);
  const { pathname } = new URL(to, 'http://larder');
  return { status: 303, to: pathname, after, halfway: [plain], promise: 'answers' };
}

/** The session that another sign-in has put in the place of this one, for the same user. */
function heirOf({ sessions }: State, key: string, username: string): Session | undefined {
  return Object.values(sessions).findLast(({ from, user }) => from === key && user === username);
}

/** Signing out: a new session of nobody carries the farewell. */
export function signOut(state: State, key: string | undefined, answer: Answer): Result {
  const former = state.sessions[key ?? '']?.user;
  if (!former) {
    // Of two at once the second finds nobody any more, and leaves a farewell of its own.
    const was = state.owners[key ?? ''];
    const after =
      answer.newKey && was
        ? withSession(state, undefined, answer.newKey, { user: null, drafts: [], former: was })
        : state;
    return { status: 303, to: '/login', after, promise: 'signedOut' };
  }
  const after = withSession(state, key, answer.newKey, { user: null, drafts: [], former });
  return { status: 303, to: '/login', after, promise: 'signedOut' };
}

/** Ending sessions from their page. @param end the one to end, or all others */
export function endSessions(state: State, key: string, end: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const ended = (one: string, { user }: Session) =>
    user === member.username && (end === 'others' ? one !== key : one === end);
  const kept = Object.entries(state.sessions).filter(([one, session]) => !ended(one, session));
  return {
    status: 303,
    // A button that was drawn before another sign-in may end the session that it is pressed in.
    to: end === key ? '/login' : '/account/sessions',
    after: { ...state, sessions: Object.fromEntries(kept) },
    promise: 'signedOut',
  };
}

/** A new password ends every other session, and gives this one a new id. */
export function changePassword(state: State, key: string, from: string, to: string, answer: Answer): Result {
  const member = memberOf(state, key);
  // The second of two taps finds it changed, and may say so too.
  const owner = state.people[state.owners[key] ?? ''];
  const raced = owner?.password === to ? { raced: { status: 303, to: '/account' } } : {};
  if (!member) return { ...toLogin(state), ...raced, racing: endedByOwnPassword(state, key, to) };
  if (member.person.password !== from && member.person.password === to)
    return { status: 303, to: '/account', after: state, promise: 'answers' };
  if (member.person.password !== from) return { status: 422, after: state, promise: 'answers', ...raced };
  const changed = withPerson(state, member.username, { password: to });
  const { after: alone } = endSessions(changed, key, 'others');
  const after = withSession(alone, key, answer.newKey ?? UNKNOWN, member.session);
  return { status: 303, to: '/account', after, halfway: [changed, alone], promise: 'signedOut' };
}

/** Its own session may be ended between the new password and the end of the others, which it ends all the same. */
function endedByOwnPassword(state: State, key: string, password: string): State[] {
  const owner = state.owners[key] ?? '';
  const isRenewed = Object.values(state.sessions).some(({ from }) => from === key);
  if (isRenewed || state.people[owner]?.password !== password) return [];
  const kept = Object.entries(state.sessions).filter(([, { user }]) => user !== owner);
  return [{ ...state, sessions: Object.fromEntries(kept) }];
}

/** The page of sessions lists just the living ones. */
export function lookAtSessions(state: State, key: string): Result {
  const member = memberOf(state, key);
  if (!member) {
    // Its session may be renewed just while the page is made, which then lists the new one too.
    const isRenewed = Object.values(state.sessions).some(({ from }) => from === key);
    return { ...toLogin(state), ...(isRenewed ? { raced: { status: 200 } } : {}) };
  }
  const expected = Object.keys(state.sessions).filter(
    (one) => state.sessions[one]?.user === member.username && one !== key,
  );
  const shows = (page: Page) => {
    const listed = [...page.html.matchAll(/name="end" value="([^"]*)"/g)]
      .map(([, one]) => one)
      .filter((one) => one !== 'others');
    return listed.sort().join() === expected.sort().join()
      ? undefined
      : `It lists ${listed}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: 'sessions' };
}

/** A session in the place of another; without a name it is one of nobody whose cookie was lost. */
function withSession(
  state: State,
  old: string | undefined,
  key: string | undefined,
  session: Session,
): State {
  const others = old === undefined ? state.sessions : without(state.sessions, old);
  if (key === undefined) return { ...state, sessions: others };
  const owners = session.user === null ? state.owners : { ...state.owners, [key]: session.user };
  const from = old === undefined ? {} : { from: old };
  const { from: _, ...own } = session;
  return { ...state, owners, sessions: { ...others, [key]: { ...own, ...from } } };
}

/** A session that ran out, or whose row was deleted. */
export function expired(state: State, key: string): State {
  return { ...state, sessions: without(state.sessions, key) };
}
