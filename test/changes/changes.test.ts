import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { add, keep } from '../shopping/kitchen.js';
import { change, goOverTo, inTwoHouseholds, invite, joinBy } from '../support/households.js';
import { LocalServer } from '../support/local-server.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { hasHeard, type Listener, listen, shownBy } from './listener.js';

const larder = usingServer();
let ada: Person;
let maya: Person;
const opened: Listener[] = [];

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada' });
  maya = await signUp(larder.visitor(), { firstName: 'Maya' });
  await joinBy(maya, await invite(ada));
});
afterEach(() => {
  for (const listener of opened.splice(0)) listener.close();
});

async function open(person: Person, from?: { household: string; revision: number }): Promise<Listener> {
  const listener = await listen(person.visitor, from ?? (await shownBy(person.visitor)));
  opened.push(listener);
  return listener;
}

describe('A page that is open', () => {
  test('is told of what another member did, with the revision that a new page shows', async () => {
    const listener = await open(ada);
    await add(maya.visitor, 'Milk');
    await hasHeard(listener, 1);
    const { revision } = await shownBy(ada.visitor);
    expect(listener.told.at(-1)).toBe(revision);
  });

  test('is told at once of what happened before it listened', async () => {
    const before = await shownBy(ada.visitor);
    await keep(maya.visitor, 'Fridge', 'Leeks');
    await hasHeard(await open(ada, before), 1);
  });

  test('is told nothing while nothing changes, however much is looked at', async () => {
    const listener = await open(ada);
    for (const path of ['/', '/shopping', '/journal', '/household']) await maya.visitor.get(path);
    await setTimeout(1500);
    expect([listener.told, listener.isEnded]).toEqual([[], false]);
  });

  test('hears nothing of another household', async () => {
    const olive = await signUp(larder.visitor(), { firstName: 'Olive' });
    const listener = await open(ada);
    const own = await open(olive);
    await add(olive.visitor, 'Olives');
    await hasHeard(own, 1);
    expect(listener.told).toEqual([]);
  });

  test('gets no answer, and is asked not to try again, once another household is the current one', async () => {
    const both = await inTwoHouseholds(() => larder.visitor());
    const mill = await shownBy(both.ada.visitor);
    await goOverTo(both.ada.visitor, 'Allotment');
    expect((await open(both.ada, mill)).status).toBe(204);
  });

  test('gets no answer, and is asked not to try again, once its reader has signed out', async () => {
    const shown = await shownBy(maya.visitor);
    expect((await open({ ...maya, visitor: larder.visitor() }, shown)).status).toBe(204);
  });

  test('is one of twelve at most of one person', async () => {
    const shown = await shownBy(maya.visitor);
    for (let n = 0; n < 12; n += 1) expect((await open(maya, shown)).status).toBe(200);
    expect((await open(maya, shown)).status).toBe(204);
    expect((await open(ada)).status).toBe(200);
    opened[0]?.close();
    await setTimeout(100);
    expect((await open(maya, shown)).status).toBe(200);
  });

  test('is no page: without asking for events there is nothing there', async () => {
    const { household, revision } = await shownBy(ada.visitor);
    const address = `/changes?household=${household}&from=${revision}`;
    expect((await ada.visitor.get(address)).status).toBe(404);
    const head = await ada.visitor.requestRaw('HEAD', address, { accept: 'text/event-stream' });
    expect(head.status).toBe(404);
    for (const from of ['', 'x', '1e400'])
      expect(
        (
          await ada.visitor.get(`/changes?household=${household}&from=${from}`, {
            accept: 'text/event-stream',
          })
        ).status,
        from,
      ).toBe(404);
  });

  test('lets the server stop', async () => {
    const other = new LocalServer();
    await other.start();
    const person = await signUp(other.visitor());
    const listener = await open(person);
    await other.stop();
    expect(listener.isEnded).toBe(true);
  });
});

describe('What a page fetches then', () => {
  const part = (person: Person, path: string, household: string) =>
    person.visitor.getRaw(path, { 'larder-part': household });

  test('is its own body, without the frame, as the page has it', async () => {
    const { household } = await shownBy(ada.visitor);
    const whole = await ada.visitor.get('/shopping');
    const body = await part(ada, '/shopping', household);
    expect(body.html).not.toMatch(/<html|site-header/);
    expect(whole.html).toContain(body.html.trim().split('\n')[0]);
    expect(body.texts('.tick-name')).toEqual(whole.texts('.tick-name'));
  });

  test('takes no message, which waits for the page that comes', async () => {
    const { household } = await shownBy(ada.visitor);
    const form = (await ada.visitor.get('/shopping')).form('form.add-lines').fill({ names: 'Salt' });
    const sent = await ada.visitor.postRaw('/shopping', form.values());
    const address = sent.location ?? '';
    await part(ada, address, household);
    expect((await ada.visitor.get(address)).flashes().join(' ')).toMatch(/Salt/);
  });

  test('is nothing for a page of another household', async () => {
    const both = await inTwoHouseholds(() => larder.visitor());
    const mill = await shownBy(both.ada.visitor);
    await goOverTo(both.ada.visitor, 'Allotment');
    const answer = await part(both.ada, '/', mill.household);
    expect([answer.status, answer.html]).toEqual([204, '']);
  });

  test('is nothing for who was removed, nor for who has signed out', async () => {
    const { household } = await shownBy(ada.visitor);
    const nora = await signUp(larder.visitor(), { firstName: 'Nora' });
    await joinBy(nora, await invite(ada));
    await change(ada, 'Remove', 'Nora');
    expect((await part(nora, '/', household)).status).toBe(204);
    expect((await part({ ...nora, visitor: larder.visitor() }, '/', household)).html).toBe('');
  });
});
