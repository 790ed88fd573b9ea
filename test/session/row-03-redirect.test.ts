import http from 'node:http';
import { expect, it } from 'vitest';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { encode, type Fields } from '../support/visitor.js';
import { placePage } from './messages.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/** Row 3: the redirect outruns the save. Browsers follow it as soon as they have read its headers. */
async function hundredRedirects(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const page = await placePage(visitor, 'Fridge');
  const cookie = visitor.cookies.header(new URL(server.url)) ?? '';
  const address = new URL(page.form(/\/items$/).element.getAttribute('action') ?? '', page.url);
  const shown: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    const once = page.form(/\/items$/).value('once');
    const html = await postHastily(address, cookie, { name: `Food ${n}`, quantity: 1, once });
    shown.push(/Food \d+ \(1\) is in/.exec(html)?.[0] ?? 'nothing');
  }
  expect(shown).toEqual(Array.from({ length: 100 }, (_, n) => `Food ${n} (1) is in`));
}

/** Posts a form and asks for the page that it leads to the moment the redirect's headers are there. */
function postHastily(url: URL, cookie: string, fields: Fields): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const post = http.request(url, { method: 'POST', headers, agent: false }, (redirect) => {
      const next = http.get(
        new URL(redirect.headers.location ?? '', url),
        { headers: { cookie } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
        },
      );
      next.on('error', reject);
      redirect.resume();
    });
    post.on('error', reject);
    post.end(encode(fields));
  });
}

it('shows what was saved on the page after each of 100 redirects', async () => {
  await withServers({}, hundredRedirects);
});

it('the naive way sends the redirect before the session is saved', async () => {
  await expectNaiveToFail(1, hundredRedirects);
});
