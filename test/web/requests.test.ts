import { beforeAll, describe, expect, test } from 'vitest';
import type { SentHeaders } from '../support/http.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let ada: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
});

const placeNames = async () => (await ada.visitor.get('/')).texts('.place-name');
const post = (address: string, body: string, headers: SentHeaders = FORM) =>
  ada.visitor.requestRaw('POST', address, headers, body);

describe('A change that another site asks for is refused', () => {
  const there: [string, SentHeaders][] = [
    ['by its own word', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['by a neighbouring site', { 'sec-fetch-site': 'same-site', origin: `${'http://other.localhost'}` }],
    [
      'by its origin alone, as over plain http',
      { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    ],
    ['by an origin that it hides', { 'sec-fetch-site': undefined, origin: 'null' }],
    ['whatever the origin pretends', { 'sec-fetch-site': 'cross-site' }],
  ];

  test.each(there)('%s', async (_how, headers) => {
    const before = await placeNames();
    for (const [address, fields] of [
      ['/places', { name: 'Planted', kind: 'other' }],
      ['/household/edit', { name: 'Planted', time_zone: 'UTC' }],
      ['/logout', {}],
      ['/put-away', {}],
    ] as const) {
      const page = await ada.visitor.post(address, fields, headers);
      expect([page.status, page.h1], address).toEqual([403, 'That came from another site']);
    }
    expect(await placeNames()).toEqual(before);
    expect((await ada.visitor.get('/household')).h1).toBe('14 Mill Lane');
  });

  test('also when it would sign somebody in as somebody else', async () => {
    const visitor = server.visitor();
    const fields = { username: ada.username, password: ada.password };
    const page = await visitor.post('/login', fields, { 'sec-fetch-site': 'cross-site' });
    expect(page.status).toBe(403);
    expect((await visitor.get('/account')).h1).toBe('Sign in');
  });

  test('but its links are followed, and a client that is no browser is let through', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: undefined };
    expect((await ada.visitor.get('/household', headers)).h1).toBe('14 Mill Lane');
    const nothing = { 'sec-fetch-site': undefined, origin: undefined };
    const page = await ada.visitor.post('/places', { name: 'By script', kind: 'other' }, nothing);
    expect(page.h1).toBe('By script');
  });
});

describe('A body that can’t be taken gets a page, and changes nothing', () => {
  test.each<[string, string, SentHeaders, number, string]>([
    ['more than 100 kB', `name=${'x'.repeat(110_000)}`, FORM, 413, 'That was too much at once'],
    ['more than 1000 fields', 'a=1&'.repeat(1001), FORM, 413, 'That was too much at once'],
    [
      'an encoding that is not what it says',
      'name=x',
      { ...FORM, 'content-encoding': 'gzip' },
      400,
      'Larder could not read that',
    ],
    [
      'an encoding that nobody knows',
      'name=x',
      { ...FORM, 'content-encoding': 'rot13' },
      415,
      'Larder could not read that',
    ],
    [
      'a character set that nobody knows',
      'name=x',
      { 'content-type': `${FORM['content-type']}; charset=moon` },
      415,
      'Larder could not read that',
    ],
    ['JSON', '{"name":"Shed","kind":"other"}', { 'content-type': 'application/json' }, 422, 'New place'],
    ['files', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 422, 'New place'],
    ['nothing at all', '', {}, 422, 'New place'],
    ['percent signs without sense', 'name=%E0%A4%A&kind=%', FORM, 422, 'New place'],
    [
      'names that objects have of themselves',
      '__proto__=x&constructor=y&name=Shed&kind=other',
      FORM,
      422,
      'New place',
    ],
    ['brackets', 'name[a]=Shed&kind[]=other', FORM, 422, 'New place'],
    ['a field twice', 'name=Shed&name=Shed&kind=other', FORM, 422, 'New place'],
    ['a null byte', 'name=Sh%00ed&kind=other', FORM, 422, 'New place'],
  ])('%s', async (_what, body, headers, status, heading) => {
    const before = await placeNames();
    const page = await post('/places', body, headers);
    expect([page.status, page.h1]).toEqual([status, heading]);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.html).not.toMatch(/node_modules|\bat .*\.js/);
    expect(await placeNames()).toEqual(before);
  });
});

describe('An address that can’t be taken gets a page', () => {
  test.each([
    ['/places/%E0%A4%A', 400],
    ['/nowhere', 404],
    ['/places/1/nowhere', 404],
    ['/assets/../../package.json', 404],
    ['/assets/x/%2e%2e/%2e%2e/package.json', 404],
    ['/.env', 404],
    ['/views/layout.ejs', 404],
    [`/places/${'9'.repeat(3000)}`, 404],
    ['/?flash=__proto__', 200],
    ['/?flash=a&flash=b', 200],
    ['/?return_to[]=x', 200],
  ])('%s is %i', async (address, status) => {
    const page = await ada.visitor.requestRaw('GET', address);
    expect(page.status).toBe(status);
    expect(page.h1).not.toBe('');
    expect(page.html).not.toMatch(/node_modules|\bat .*\.js/);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('by %s is not found, signed in or not', async (method) => {
    expect((await ada.visitor.requestRaw(method, '/account')).status).toBe(404);
    expect((await server.visitor().requestRaw(method, '/account')).location).toMatch(/^\/login/);
  });
});

describe('Every page', () => {
  test('is kept by no cache, shown in no frame, and runs nothing but its own files', async () => {
    for (const address of ['/', '/account', '/nowhere', '/places/new']) {
      const { headers } = await ada.visitor.get(address);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
  });

  test('answers HEAD as it answers GET, without the page', async () => {
    const page = await ada.visitor.requestRaw('HEAD', '/account');
    expect([page.status, page.html]).toEqual([200, '']);
  });
});
