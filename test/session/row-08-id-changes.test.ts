import { expect, it } from 'vitest';
import { itemsIn } from '../put-away/steps.js';
import { type Person, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { placePage } from './messages.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/**
 * Row 8: the session id changes while other requests run. Their answers, which may come after the sign-in’s, must
 * not put the old id, or a new one of nobody, over the signed-in one.
 */
async function pagesDuringSignIn(server: LarderServer): Promise<void> {
  const { visitor, username, password } = await signUp(server.visitor());
  const url = new URL(server.url);
  for (let round = 0; round < 4; round += 1) {
    const old = visitor.cookies.header(url) ?? '';
    const pages = ['/', '/account', '/login'];
    const withOldId = (path: string) => visitor.clone().getRaw(path, { cookie: old });
    const signIn = visitor.postRaw('/login', { username, password });
    const during = pages.map(withOldId);
    await Promise.all([signIn, ...during]);
    // Requests that left the browser before the sign-in was answered, and arrive late.
    await Promise.all(pages.map(withOldId));
    expect((await visitor.getRaw('/account')).status).toBe(200);
    expect(visitor.cookies.header(url)).not.toBe(old);
  }
}

/** What stands in the forms of two tabs is sent with the old id, after the sign-in: kept, and shown to be sent again. */
async function formsAfterSignIn(server: LarderServer): Promise<void> {
  const ada = await signUp(server.visitor());
  const tabs = [ada.visitor.clone(), ada.visitor.clone()];
  const pages = await Promise.all(tabs.map((tab) => placePage(tab, 'Fridge')));
  const old = await signInAgain(ada);
  const parked: string[] = [];
  for (const [n, page] of pages.entries()) {
    const form = page.form(/\/items$/).fill({ name: `Food ${n}` });
    const action = form.element.getAttribute('action') ?? '';
    const late = await ada.visitor.clone().postRaw(action, form.entries(), { cookie: old });
    expect((await ada.visitor.getRaw('/account')).status).toBe(200);
    parked.push(late.location ?? '');
  }
  for (const [n, address] of parked.entries()) {
    const form = (await tabs[n]?.get(address))?.form(/\/items$/);
    expect(form?.value('name')).toBe(`Food ${n}`);
    await form?.submit();
  }
  expect(await itemsIn(ada.visitor, 'Fridge')).toEqual(['Food 0', 'Food 1']);
}

/** Signs in where somebody is signed in already, as a form in an old tab does. @returns the cookie from before */
async function signInAgain({ visitor, username, password }: Person): Promise<string> {
  const old = visitor.cookies.header(new URL(visitor.origin)) ?? '';
  await visitor.postRaw('/login', { username, password });
  return old;
}

it('stays signed in when three pages are under way with the old id during each sign-in', async () => {
  await withServers({}, pagesDuringSignIn);
});

it('stays signed in, and loses nothing typed, when two forms come with the old id after the sign-in', async () => {
  await withServers({}, formsAfterSignIn);
});

it('the naive way is signed out by the pages that were under way', async () => {
  await expectNaiveToFail(1, pagesDuringSignIn);
});

it('the naive way is signed out by the forms that were under way', async () => {
  await expectNaiveToFail(1, formsAfterSignIn);
});
