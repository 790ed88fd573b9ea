import { describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import { usingKitchen } from './kitchen.js';

const { get, itemPage, larder } = usingKitchen();

const throwAway = async (name: string): Promise<Page> => (await itemPage(name)).press('Threw away');
const why = (page: Page) => page.form(/\/reason$/);
const told = async () => (await get('/journal')).texts('.past-action')[0];

describe('Why food was thrown away', () => {
  test('is asked for afterwards, in the message, and may be left out', async () => {
    const page = await throwAway('Ham');
    expect(why(page).buttons()).toEqual([
      'Past its date',
      'Gone off',
      'Too much of it',
      'Nobody liked it',
      'Something else',
    ]);
    expect(await told()).not.toContain('Why');
  });

  test('is noted with one tap, told in the history, and can be changed', async () => {
    const page = await throwAway('Ham');
    const noted = await why(page).submit('Gone off');
    expect(noted.flashes()).toEqual(['Noted: gone off.']);
    expect(await told()).toContain('Why: gone off');
    await why(page).submit('Too much of it');
    expect(await told()).toContain('Why: too much of it');
  });

  test('has nothing to be noted of once it is brought back', async () => {
    const page = await throwAway('Ham');
    await page.form(/\/undo$/).submit();
    const noted = await why(page).submit('Gone off');
    expect(noted.flashes()[0]).toContain('undone meanwhile');
  });

  test('is nobody else’s to say, nor any other word', async () => {
    const page = await throwAway('Ham');
    const action = new URL(why(page).element.getAttribute('action') ?? '', page.url).href;
    const ben = await signUp(larder.visitor());
    const answer = await ben.visitor.post(action, [['reason', 'gone off']], { referer: ben.page.url });
    expect(answer.status).toBe(404);
    expect(await told()).not.toContain('Why');
    expect((await page.visitor.post(action, [['reason', 'x']], { referer: page.url })).status).toBe(400);
  });
});
