import type { Request, Response } from 'express';
import { describe, expect, test } from 'vitest';
import type { HttpError } from '../../src/web/errors.js';
import { refuseOtherSites } from '../../src/web/origin-check.js';

interface Sent {
  method?: string;
  site?: string;
  origin?: string;
  host?: string;
}

/** @returns true when a request like this one is let through */
function passes(
  { method = 'POST', site, origin, host = 'larder.example' }: Sent,
  publicOrigin?: string,
): boolean {
  const headers: Record<string, string | undefined> = { 'sec-fetch-site': site, origin };
  const req = { method, host, get: (name: string) => headers[name.toLowerCase()] } as unknown as Request;
  let refusal: unknown;
  refuseOtherSites(publicOrigin)(req, {} as Response, (error?: unknown) => {
    refusal = error;
  });
  if (refusal !== undefined) expect(refusal).toMatchObject({ status: 403 } satisfies Partial<HttpError>);
  return refusal === undefined;
}

describe('A change', () => {
  test('from a page of this site is let through', () => {
    expect(passes({ site: 'same-origin', origin: 'https://larder.example' })).toBe(true);
  });

  test('that a person began, by a reload for one, is let through', () => {
    expect(passes({ site: 'none' })).toBe(true);
  });

  test.each(['cross-site', 'same-site', '', 'SAME-ORIGIN', 'nonsense'])(
    'is refused when the browser says it is %j, whatever the origin says',
    (site) => {
      expect(passes({ site, origin: 'https://larder.example' })).toBe(false);
    },
  );

  test('over plain http, where browsers say only the origin, is let through from the same host and port', () => {
    expect(passes({ origin: 'http://nas.local:3000', host: 'nas.local:3000' })).toBe(true);
    expect(passes({ origin: 'http://nas.local:3001', host: 'nas.local:3000' })).toBe(false);
    expect(passes({ origin: 'http://nas.local', host: 'nas.local:3000' })).toBe(false);
  });

  test.each([
    'null',
    '',
    'https://evil.example',
    'https://larder.example.evil.example',
    'https://evil.example/larder.example',
    'https://larder.example@evil.example',
    'nonsense',
  ])('from the origin %j is refused', (origin) => {
    expect(passes({ origin })).toBe(false);
    expect(passes({ origin }, 'https://larder.example')).toBe(false);
  });

  test('behind a proxy that changes the host is let through from the public origin', () => {
    const inside = { host: '127.0.0.1:3000' };
    expect(passes({ ...inside, origin: 'https://larder.example' }, 'https://larder.example')).toBe(true);
    expect(passes({ ...inside, origin: 'https://other.example' }, 'https://larder.example')).toBe(false);
  });

  test('from no browser at all, which carries nobody’s cookies, is let through', () => {
    expect(passes({})).toBe(true);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'POST', 'TRACE', 'get'])('by %s is looked at', (method) => {
    expect(passes({ method, site: 'cross-site' })).toBe(false);
  });
});

describe('Reading', () => {
  test.each(['GET', 'HEAD', 'OPTIONS'])('by %s may come from anywhere: a link on another site', (method) => {
    expect(passes({ method, site: 'cross-site', origin: 'https://evil.example' })).toBe(true);
  });
});
