import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
let ada: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada' });
});

/** Sends one request as it stands. @returns what came back until the server closed the connection */
function send(lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1').on('data', (part) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
    socket.write(
      `${[...lines, `Host: ${hostname}:${port}`, 'Connection: close'].join('\r\n')}\r\n\r\n`,
      'latin1',
    );
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const cookie = () => `Cookie: ${ada.visitor.cookies.header(new URL(server.url))}`;
const FORM = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 0'];

const GETS = [
  '*',
  '///?flash=1',
  '//[?flash=x',
  '//[::1?flash=x',
  '//?flash=x',
  '/\\?flash=x',
  '/\\\\evil.example/?flash=x',
  '//evil.example/account',
  '//evil.example:99999999/account?flash=1',
  '///account',
  '//',
  '/account//?flash=a&flash=b',
  '/account?flash=%',
  '/account?flash=%E0%A4%A',
  '/account?flash[]=x&flash[__proto__]=y',
  '/?flash=__proto__',
  '/?flash=constructor',
  '/?=&&&==&flash',
  '/?%',
  '/?place=%00',
  '/%00',
  '/%',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc/passwd',
  '/../../etc/passwd',
  '/./././account',
  '/places/0x10',
  '/places/1e3',
  '/places/-1',
  '/places/99999999999999999999',
  '/places/%F0%9F%8D%8E',
  '/places/1/on/9999-99-99',
  '/places/1/on/0000-00-00',
  '/items/NaN/edit',
  '/journal?before=-1',
  '/journal?before=99999999999999999999',
  '/journal?before=1&before=2',
  '/search?q=%00',
  '/search?q="',
  `/search?q=${'a%20'.repeat(1_500)}`,
  '/search?q=*&q=(',
  '/shelf-life/%2F%2F',
  '/shelf-life/__proto__',
  '/join/%00',
  '/join/..',
  '/joining/__proto__',
  '/put-away/constructor/review',
  '/put-away/x/__proto__',
  '/login?return_to=//[',
  '/login?return_to=http://[',
  '/login?return_to=%5C%5Cevil.example',
  '/assets/',
  '/assets/x',
  '/assets/%00/css/base.css',
  '/assets/%E0%A4%A/x.css',
  '/css/%00.css',
  '/css/../css/base.css',
  '/;x=y',
  '/#x?flash=1',
  'http://evil.example/',
  'http://evil.example',
  'http://evil.example/account?flash=1',
  'http://[/?flash=1',
  'http:///?flash=1',
  'https://evil.example:0/',
  '?flash=1',
  'account',
  '/account?x=\xe4\xf6',
  '/\xe4\xf6',
  `/${'a'.repeat(8_000)}`,
  `/${'/'.repeat(5_000)}?flash=1`,
  `/${'a/'.repeat(3_000)}?flash=1`,
];

describe('However odd what a request asks for, Larder answers and has no fault', () => {
  test.each(GETS)('GET %s', async (target) => {
    for (const who of [[], [cookie()]]) {
      const status = statusOf(await send([`GET ${target} HTTP/1.1`, ...who]));
      expect([target, who.length, status < 500 ? 'answered' : status]).toEqual([
        target,
        who.length,
        'answered',
      ]);
    }
  });

  test.each(GETS)('POST and others %s', async (target) => {
    for (const method of ['POST', 'HEAD', 'OPTIONS', 'PUT', 'TRACE'])
      for (const who of [[], [cookie()]]) {
        const body = method === 'POST' || method === 'PUT' ? FORM : [];
        const status = statusOf(await send([`${method} ${target} HTTP/1.1`, ...body, ...who]));
        expect([method, target, status < 500 ? 'answered' : status]).toEqual([method, target, 'answered']);
      }
  });

  test.each([
    ['a Referer that is no address', 'Referer: //['],
    ['a Referer of another kind', 'Referer: data:,x'],
    ['an Origin that is no address', 'Origin: http://['],
    ['a cookie without sense', 'Cookie: larder=s%3A%00; larder; =; larder=s%3Ax.y'],
    ['a forwarded host', 'X-Forwarded-Host: ['],
    ['a forwarded address', 'X-Forwarded-For: ::ffff:[%'],
    ['a language', `Accept-Language: ${'x,'.repeat(2_000)}`],
    ['a range', 'Range: bytes=9-1'],
    ['a moment', 'If-Modified-Since: never'],
    ['a kind that nobody makes', 'Accept: image/*;q=x'],
    ['something expected', 'Expect: a miracle'],
  ])('with %s', async (_what, header) => {
    for (const line of [
      'GET /account',
      'POST /login',
      'POST /places',
      'GET /css/base.css',
      'GET //?flash=1',
    ]) {
      const status = statusOf(
        await send([`${line} HTTP/1.1`, header, ...(line.startsWith('POST') ? FORM : [])]),
      );
      expect([line, status < 500 ? 'answered' : status]).toEqual([line, 'answered']);
    }
  });

  test.each([
    ['no host', ['GET / HTTP/1.1']],
    ['an old protocol', ['GET /account HTTP/1.0']],
    ['a host without sense', ['POST /login HTTP/1.1', 'Origin: http://x', ...FORM]],
    ['a method that nobody knows', ['FLY /account HTTP/1.1']],
    ['no method', ['/account HTTP/1.1']],
    ['a tunnel', ['CONNECT evil.example:443 HTTP/1.1']],
  ])('with %s', async (_what, lines) => {
    const status = statusOf(await send(lines));
    expect(status >= 500).toBe(false);
  });
});
