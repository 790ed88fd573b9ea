import { describe, expect, test } from 'vitest';
import { safeReturnTo, signInAddress } from '../../src/web/return-to.js';

describe('The way back after signing in', () => {
  test.each([
    '/places/3',
    '/places/3?sort=name',
    '/household/edit',
    '/put-away/abc/foods?a=1&b=2',
    '/p?next=//b',
  ])('%s is followed as it is', (asked) => {
    expect(safeReturnTo(asked)).toBe(asked);
  });

  test('loses the part after #, which no server sees', () => {
    expect(safeReturnTo('/places/3#add')).toBe('/places/3');
  });

  test.each([
    'https://evil.example/',
    'http:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    ' /places',
    'places/3',
    '?next=1',
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/%2E%2e//evil.example',
    '/a/..//evil.example/x?y',
    '/a/../..//evil.example',
    '/.\\/evil.example',
    '/..\\\\evil.example',
    '/\u0000/evil.example',
    `/${'x'.repeat(2000)}`,
    undefined,
    null,
    7,
    ['/places/1', '/places/2'],
  ])('%j leads home instead', (asked) => {
    expect(safeReturnTo(asked)).toBe('/');
  });

  test('never leads a browser off the site, whatever is made of slashes and dots', () => {
    const parts = ['/', '\\', '.', '..', '%2e', '%2f', '%5c', '@', ':', 'evil.example', '\t', '?', '#', ';'];
    const here = 'https://larder.example';
    for (const a of parts)
      for (const b of parts)
        for (const c of parts)
          for (const d of parts) {
            const back = safeReturnTo(`/${a}${b}${c}${d}/evil.example`);
            if (new URL(back, here).origin !== here)
              expect.fail(`/${a}${b}${c}${d}/evil.example gave ${back}`);
          }
  });

  test.each(['/login', '/login?return_to=/login', '/login/', '/logout', '/signup', '/places/../login'])(
    '%s would lead round in circles, so it leads home',
    (asked) => {
      expect(safeReturnTo(asked)).toBe('/');
    },
  );

  test('a page whose name only begins like one of those is followed', () => {
    expect(safeReturnTo('/login-help')).toBe('/login-help');
  });
});

describe('The address of the sign-in page', () => {
  test('carries the way back, so that none has to be kept', () => {
    expect(signInAddress('/places/3?a=1&b=2')).toBe('/login?return_to=%2Fplaces%2F3%3Fa%3D1%26b%3D2');
  });

  test('carries nothing when the way back is home or off this site', () => {
    expect(signInAddress('/')).toBe('/login');
    expect(signInAddress('//evil.example')).toBe('/login');
  });
});
