import type { Choices } from '../../support/seeded.js';
import { type Act, chooseWay } from '../act.js';
import type { Family } from '../family.js';
import { signIn, signOut } from '../rules/accounts.js';
import { discard, restore } from '../rules/drafts.js';
import { openDrafts, ownDraft } from '../rules/own-drafts.js';
import { park, sentTo } from '../rules/parking.js';
import { memberOf } from '../state.js';
import type { Tab } from '../tab.js';

/** Signs out while an entry is open, which waits for its owner wherever they sign in next. */
export function signOutWithEntry(family: Family, tab: Tab, choices: Choices): Act | undefined {
  const member = memberOf(family.state, tab.browser.key);
  if (!member || openDrafts(family.state, member.person.id).length === 0) return undefined;
  const server = choices.below(2);
  return {
    kind: 'sign out with an entry open',
    tab,
    words: `signs out with an entry open on process ${server + 1}`,
    way: chooseWay(choices),
    ends: true,
    says: /signed out/,
    send: () => tab.ask(server, 'POST', '/logout'),
    rule: (state, answer) => signOut(state, answer.key, answer),
  };
}

/** Somebody of the family signs in, be it that another is signed in there. */
export function signInHere(family: Family, tab: Tab, choices: Choices): Act {
  const { people } = family.state;
  const username = choices.oneOf(Object.keys(people));
  const password = people[username]?.password ?? '';
  const before = memberOf(family.state, tab.browser.key)?.username;
  const server = choices.below(2);
  const kind =
    before === undefined
      ? 'sign in elsewhere'
      : before === username
        ? 'sign in once more'
        : 'sign in where another is';
  return {
    kind,
    tab,
    words: `${username} signs in on process ${server + 1}`,
    way: chooseWay(choices),
    ends: true,
    send: () =>
      tab.ask(server, 'POST', '/login', [
        ['username', username],
        ['password', password],
      ]),
    rule: (state, answer) => signIn(state, answer.key, username, password, '/', answer),
  };
}

/** Discards, or restores, an entry from whichever browser of its owner. */
export function discardOrRestore(family: Family, tab: Tab, choices: Choices): Act | undefined {
  const { state } = family;
  const member = memberOf(state, tab.browser.key);
  if (!member) return undefined;
  const own = Object.entries(state.drafts).filter(([id]) => ownDraft(state, member, id));
  const [id, draft] = choices.pick(own) ?? [];
  if (id === undefined || !draft) return undefined;
  const [does, rule] = draft.discarded ? (['restore', restore] as const) : (['discard', discard] as const);
  const server = choices.below(2);
  const path = `/put-away/${id}/${does}`;
  const where = member.session.drafts.includes(id) ? 'in the same browser' : 'in another browser';
  return {
    kind: `${does} ${where}`,
    tab,
    about: id,
    words: `${does}s ${path} ${where} on process ${server + 1}`,
    way: chooseWay(choices),
    says: /is back|Ten others|is discarded|no longer open/,
    send: () => tab.ask(server, 'POST', path),
    park: (now, answer) => park(now, sentTo(path, []), answer),
    rule(now, answer) {
      const result = rule(now, answer.key ?? '', id, '/put-away');
      return result.signedOut ? park(now, sentTo(path, []), answer) : result;
    },
  };
}
