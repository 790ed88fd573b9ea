import { describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import type { Act } from './act.js';
import { newItem } from './item.js';
import { explain } from './orders.js';
import { tap } from './rules/taps.js';
import type { Files, Seen } from './seen.js';
import type { Journal } from './seen-journal.js';
import { NOTHING, type State } from './state.js';
import type { Tab } from './tab.js';

const pears = newItem({ name: 'Pears', quantity: 2064, unit: 'l', bestBefore: null }, '3');
const { name: _name, ...whole } = pears;
const half = { ...whole, quantity: 1032, revision: 2 };

const state: State = {
  ...NOTHING,
  households: {
    h: { name: 'House of Ada', owner: 'ada', places: { '3': 'Pantry' }, items: { '23': pears } },
  },
  people: { ada: { id: '1', password: '', households: ['h'], current: 'h' } },
  sessions: { s: { user: 'ada', drafts: [] } },
  owners: { s: 'ada' },
};

/** Ada eats some of the pears in one tab and all of them in another, and both are answered in the same moment. */
const answer = {
  page: { status: 303, location: '/', url: 'http://larder/items/23/eaten' } as Page,
  key: 's',
  newKey: undefined,
};
const taps = [1032, undefined].map((some, n) => ({
  act: {
    kind: 'eat',
    tab: {} as Tab,
    words: 'eat',
    send: async () => answer,
    rule: (now) =>
      tap(now, 's', '23', {
        what: 'eaten',
        some: some ? { quantity: some, unit: '' } : undefined,
        back: '/',
        once: `${n}`,
        action: some ? 'half' : 'all',
        today: '2026-11-29',
      }),
  } satisfies Act,
  answer,
}));

/** @param journal of the item, as it is found in the file */
function explained(journal: Journal['23']) {
  const seen: Seen = {
    households: { h: { places: { '3': 'Pantry' }, items: {}, journal: { '23': journal ?? [] } } },
    people: { ada: { current: 'h', households: ['h'], password: 'as before' } },
    sessions: { s: { user: '1', former: null, drafts: [] } },
    drafts: {},
    commits: {},
  };
  return explain(state, taps, { look: () => seen, isNewPassword: () => false } as unknown as Files, []);
}

describe('Of two taps at once the journal says which was first:', () => {
  it('some of it, and then the rest', () => {
    const { state: end } = explained([
      { before: whole, after: half },
      { before: half, after: null },
    ]) as { state: State };
    expect(Object.keys(end.actions)).toEqual(['half', 'all']);
  });

  it('all of it: the other found it gone', () => {
    const { state: end } = explained([{ before: whole, after: null }]) as { state: State };
    expect(Object.keys(end.actions)).toEqual(['all']);
  });

  it.each([
    ['nothing is told', []],
    ['only the last is told', [{ before: half, after: null }]],
    [
      'it is told as done twice',
      [
        { before: whole, after: null },
        { before: whole, after: null },
      ],
    ],
  ])('a promise is broken when %s', (_how, journal) => {
    expect(explained(journal)).toMatchObject({
      broken: { promise: 'tables', words: expect.stringMatching('journal of item 23') },
    });
  });
});
