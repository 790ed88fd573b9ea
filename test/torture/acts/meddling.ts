import type { Choices } from '../../support/seeded.js';
import type { Act } from '../act.js';
import type { Family } from '../family.js';
import { notFound, toLogin } from '../result.js';
import { expired } from '../rules/accounts.js';
import { lookAt } from '../rules/pages.js';
import { park, sentTo } from '../rules/parking.js';
import { memberOf } from '../state.js';
import type { Tab } from '../tab.js';

/** Ends somebody's session behind the program's back. */
export function expire(family: Family, tab: Tab, choices: Choices): Act | undefined {
  const { key } = tab.browser;
  const way = choices.chance(0.5) ? 'expired' : 'deleted';
  if (key === undefined || !family.state.sessions[key]) return undefined;
  return {
    kind: `a session is ${way}`,
    tab,
    words: `the session is ${way}`,
    ends: true,
    meddles: true,
    async send() {
      family.files.endSession(key, way);
      return { page: undefined, key, newKey: undefined };
    },
    rule: (state) => ({ status: 0, after: expired(state, key) }),
  };
}

/** Comes again with the cookie of a session that ended. */
export function haunt(family: Family, tab: Tab, choices: Choices): Act | undefined {
  const gone = tab.browser.old.slice(-6).filter(({ key }) => !family.state.sessions[key]);
  const old = choices.pick(gone);
  if (!old) return undefined;
  const [server, posts] = [choices.below(2), choices.chance(0.3)];
  const path = choices.oneOf(['/', '/account', '/put-away', '/household']);
  const place = Object.keys(Object.values(family.state.households)[0]?.places ?? {})[0];
  const to = posts ? `/places/${place}/items` : path;
  const fields: [string, string][] = posts
    ? [
        ['name', 'Ghost'],
        ['quantity', '1'],
      ]
    : [];
  return {
    kind: 'come with an ended cookie',
    tab,
    words: `comes with the cookie of a session that ended: ${to} on process ${server + 1}`,
    way: 'later',
    send: () => tab.ask(server, posts ? 'POST' : 'GET', to, fields, { cookie: old.header }),
    rule: (state, answer) =>
      posts ? park(state, sentTo(to, fields), answer) : (lookAt(path)?.(state, answer.key) ?? toLogin(state)),
  };
}

/** Tries the addresses of another family's food. */
export function pry(family: Family, tab: Tab, others: Family[], choices: Choices): Act | undefined {
  const other = choices.pick(others.filter((one) => one !== family));
  const household = choices.pick(Object.values(other?.state.households ?? {}));
  const drafts = Object.keys(other?.state.drafts ?? {});
  const [place, item, draft] = [household?.places, household?.items, null].map((rows) =>
    choices.pick(Object.keys(rows ?? {})),
  );
  const theirs = choices.pick(drafts) ?? draft ?? 'no-such-draft';
  const [server, posts] = [choices.below(2), choices.chance(0.5)];
  const path = posts
    ? choices.oneOf([
        `/places/${place}/items`,
        `/items/${item}/delete`,
        `/places/${place}/delete`,
        `/put-away/${theirs}/commit`,
        `/put-away/${theirs}/foods`,
      ])
    : choices.oneOf([
        `/places/${place}`,
        `/places/${place}/edit`,
        `/items/${item}/edit`,
        `/put-away/${theirs}/review`,
        `/put-away/${theirs}/foods`,
      ]);
  const fields: [string, string][] = posts
    ? [
        ['name', 'Theft'],
        ['quantity', '1'],
      ]
    : [];
  const sent = sentTo(path, fields);
  return {
    kind: 'pry into another household',
    tab,
    words: `${posts ? 'posts to' : 'looks at'} another household’s ${path} on process ${server + 1}`,
    way: 'later',
    send: () => tab.ask(server, posts ? 'POST' : 'GET', path, fields),
    park: (state, answer) => park(state, sent, answer),
    rule(state, answer) {
      if (memberOf(state, answer.key)) return notFound(state, 'others');
      return posts ? park(state, sent, answer) : toLogin(state);
    },
  };
}
