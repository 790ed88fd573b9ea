import { GROUPS } from '../../../src/eat-first/group.js';
import type { Choices } from '../../support/seeded.js';
import { type Act, chooseWay } from '../act.js';
import type { Family } from '../family.js';
import { draftOf } from '../rules/own-drafts.js';
import { lookAt } from '../rules/pages.js';
import { nextStep, STEPS } from '../rules/steps.js';
import { memberOf } from '../state.js';
import type { Tab } from '../tab.js';

/** Opens a page in a tab. */
export function visit(family: Family, tab: Tab, choices: Choices): Act {
  const act = open(tab, choices, 'look', addressFor(family, tab, choices)) as Act;
  const begun = family.state.sessions[tab.browser.key ?? '']?.drafts ?? [];
  const isElsewhere = act.about !== undefined && !begun.includes(act.about);
  return isElsewhere ? { ...act, kind: 'look at an entry begun in another browser' } : act;
}

/** Asks for the page in the tab once more. */
export function reload(tab: Tab, choices: Choices): Act | undefined {
  return tab.page && open(tab, choices, 'reload', tab.page.path);
}

/** Follows, late, a redirect that was left alone. */
export function followLate(family: Family, tab: Tab, choices: Choices): Act | undefined {
  const { waiting } = tab;
  if (!waiting) return undefined;
  const act = open(tab, choices, 'follow late', waiting.address);
  tab.waiting = undefined;
  return (
    act && {
      ...act,
      async send() {
        const answer = await act.send();
        const isThere = answer.page && answer.page.location === undefined;
        if (isThere && answer.key === waiting.key) family.followed(waiting.key, waiting.address);
        return answer;
      },
    }
  );
}

/** What a browser asks for on its own: a page that nobody may see yet. */
export function glance(family: Family, tab: Tab, choices: Choices): Act {
  const path = addressFor(family, tab, choices);
  const [server, prefetch] = [choices.below(2), choices.chance(0.5)];
  const rule = lookAt(path);
  return {
    kind: prefetch ? 'prefetch' : 'HEAD',
    tab,
    words: `${prefetch ? 'prefetches' : 'asks the head of'} ${path} on process ${server + 1}`,
    way: 'later',
    async send() {
      const answer = await tab.ask(
        server,
        prefetch ? 'GET' : 'HEAD',
        path,
        [],
        prefetch ? { 'sec-purpose': 'prefetch' } : {},
      );
      return answer;
    },
    rule(state, { key }) {
      const { shows, or, ...result } = rule?.(state, key) ?? { status: 404, after: state };
      // A head has nothing to look at.
      if (!prefetch) return or ? { ...result, or: { ...or, shows: () => undefined } } : result;
      return { ...result, ...(shows ? { shows } : {}), ...(or ? { or } : {}) };
    },
  };
}

/** Somebody without a cookie looks in. */
export function passBy(family: Family, tab: Tab, choices: Choices): Act {
  const path = addressFor(family, tab, choices);
  const server = choices.below(2);
  return {
    kind: 'look without a cookie',
    tab,
    words: `somebody without a cookie looks at ${path} on process ${server + 1}`,
    way: 'later',
    send: () => tab.ask(server, 'GET', path, [], { cookie: '' }),
    rule: (state) => lookAt(path)?.(state, undefined) ?? { status: 404, after: state },
  };
}

function open(tab: Tab, choices: Choices, kind: string, address: string): Act | undefined {
  const { pathname, search } = new URL(address, 'http://larder');
  const rule = lookAt(address);
  const server = choices.below(2);
  const [, draft] = /^\/put-away\/([^/]+)\//.exec(pathname) ?? [];
  if (!rule) return undefined;
  return {
    kind,
    tab,
    words: `${kind}s at ${pathname}${search} on process ${server + 1}`
      .replace('lates at', 'late to')
      .replace('reloads at', 'reloads'),
    ...(draft ? { about: draft } : {}),
    way: chooseWay(choices),
    send: () => tab.ask(server, 'GET', pathname + search),
    rule: (state, { key }) => rule(state, key),
    says: /is gone/,
  };
}

function addressFor(family: Family, tab: Tab, choices: Choices): string {
  const member = memberOf(family.state, tab.browser.key);
  const what = choices.weighted({
    home: 3,
    group: 1,
    history: 1,
    list: 3,
    draft: 5,
    place: 5,
    item: 3,
    edit: 0.5,
    sessions: 0.5,
    password: 0.3,
    household: 0.6,
    member: 0.8,
    leave: 0.2,
    invitations: 0.4,
    link: 0.5,
  });
  if (what === 'link')
    return `/join/${choices.pick(Object.keys(family.state.links).slice(-3)) ?? 'no-such-link'}`;
  if (!member) return choices.chance(0.5) ? '/login' : '/put-away';
  const { household } = member;
  const drafts = Object.entries(family.state.drafts).filter(([id]) => draftOf(family.state, member, id));
  const place = choices.pick(Object.keys(household.places));
  const item = choices.pick(Object.keys(household.items));
  if (what === 'draft') {
    const [id, draft] = choices.pick(drafts) ?? [];
    const step = choices.chance(0.6) && draft ? nextStep(draft) : choices.oneOf([...STEPS, 'review']);
    return id ? `/put-away/${id}/${step}` : '/put-away';
  }
  if (what === 'place' && place) return `/places/${place}`;
  if (what === 'edit' && place && Object.keys(household.places).length > 4) return `/places/${place}/edit`;
  if (what === 'item' && item) return `/items/${item}/edit`;
  const other = choices.pick(Object.values(family.state.people).filter(({ id }) => id !== member.person.id));
  if (what === 'member' && other)
    return `/household/members/${other.id}${choices.chance(0.7) ? '/remove' : ''}`;
  if (what === 'group') return `/?all=${encodeURIComponent(choices.oneOf(['later', 'later', ...GROUPS]))}`;
  const fixed = {
    history: '/journal',
    leave: '/household/leave',
    sessions: '/account/sessions',
    password: '/account/password',
    household: '/household',
    invitations: '/household/invitations',
  };
  return what in fixed ? fixed[what as keyof typeof fixed] : what === 'home' ? '/' : '/put-away';
}
