import { beforeAll, expect, test } from 'vitest';
import type { SentHeaders } from '../support/http.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let ada: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
});

const FAULTS: [
  what: string,
  status: number,
  method: string,
  address: string,
  headers: SentHeaders,
  body?: string,
][] = [
  ['a body that is too large', 413, 'POST', '/places', FORM, `name=${'x'.repeat(110_000)}`],
  ['too many fields', 413, 'POST', '/places', FORM, 'a=1&'.repeat(1_001)],
  ['too large a shelf', 413, 'POST', '/stock-take/x/shelf', FORM, `there=${'x'.repeat(2_200_000)}`],
  ['a body that is not packed', 400, 'POST', '/places', { ...FORM, 'content-encoding': 'gzip' }, 'name=x'],
  ['a packing that nobody knows', 415, 'POST', '/places', { ...FORM, 'content-encoding': 'rot13' }, 'name=x'],
  [
    'letters that nobody knows',
    415,
    'POST',
    '/places',
    { 'content-type': `${FORM['content-type']}; charset=moon` },
    'name=x',
  ],
  ['another site', 403, 'POST', '/places', { ...FORM, 'sec-fetch-site': 'cross-site' }, 'name=x'],
  ['a form that is none', 404, 'POST', '/nowhere', FORM, 'name=x'],
  ['percent signs without sense', 400, 'GET', '/places/%E0%A4%A', {}],
  ['percent signs in a file’s name', 404, 'GET', '/css/%E0%A4%A.css', {}],
  ['percent signs in a version', 400, 'GET', '/assets/%E0%A4%A/css/base.css', {}],
  ['no such file', 404, 'GET', '/css/nothing.css', {}],
  ['no such page', 404, 'GET', '/places/0', {}],
];

test.each(FAULTS)(
  'The page of %s (%i) says who is signed in',
  async (_what, status, method, address, headers, body) => {
    const page = await ada.visitor.requestRaw(method, address, headers, body);
    expect([
      page.status,
      page.text.includes('Household: 14 Mill Lane'),
      page.text.includes('Sign in'),
    ]).toEqual([status, true, false]);
    const stranger = await server.visitor().requestRaw(method, address, headers, body);
    if (stranger.status >= 400) expect(stranger.text).not.toContain('14 Mill Lane');
    expect(stranger.headers.get('set-cookie')).toBeNull();
  },
);
