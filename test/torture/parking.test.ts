import { expect, it } from 'vitest';
import { forgotten, sentTo, waitedOn, withParked } from './rules/parking.js';
import { NOTHING, type State } from './state.js';

const PAGE = '/put-away/abc/details';
const address = new URL(`http://larder${PAGE}?kept=key`);

/** Ada’s form waits; she sent it while another tab of hers signed in and renewed the session. */
const state: State = withParked(
  {
    ...NOTHING,
    owners: { before: 'ada', after: 'ada', other: 'bob' },
    sessions: { after: { user: 'ada', drafts: [], from: 'before' } },
  },
  'key',
  { owner: 'ada', page: sentTo(`${PAGE}?to=foods`, []).page, typed: { amount_1: '2' }, sure: true },
);

it('a form may be forgotten once its writer sent it, though the session was renewed meanwhile', () => {
  expect(waitedOn(state, 'before', address)).toEqual(state.parked.key);
  expect(forgotten(state, 'before', address).parked.key?.sure).toBe(false);
});

it('a form waits on when another sent something from an address with its key, or its writer from another page', () => {
  expect(forgotten(state, 'other', address)).toEqual(state);
  expect(forgotten(state, 'before', new URL('http://larder/put-away/abc/foods?kept=key'))).toEqual(state);
});
