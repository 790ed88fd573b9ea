import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import type { Visitor } from '../support/visitor.js';
import {
  commit,
  giveDetails,
  itemsIn,
  lineId,
  linesOn,
  listFoods,
  placeId,
  start,
  toLines,
} from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let ada: Visitor;
beforeEach(async () => {
  ada = (await signUp(server.visitor())).visitor;
});

async function deletePlace(name: string): Promise<void> {
  await ada.clone().post(`/places/${await placeId(ada, name)}/delete`);
}

/** Chooses a place for lines. */
function send(page: Page, place: string, ...names: string[]): Page {
  for (const name of names) page.form(/\/details$/).fill({ [`place_${lineId(page, name)}`]: place });
  return page;
}

describe('a place that is deleted while the entry waits', () => {
  it('is asked for again once it was chosen, and all that was saved is kept', async () => {
    const saved = await giveDetails(await toLines(ada, 'Fridge', 'Halva', 'Eggs'), {
      Halva: [2, 'kg', '2030-01-31'],
    });
    await deletePlace('Fridge');
    const asked = await ada.get(saved.path);
    expect(linesOn(asked)).toEqual([
      expect.stringMatching(/^Halva: 2 kg, 31 Jan 2030, in /),
      expect.stringMatching(/^Eggs: .*in /),
    ]);
    expect(linesOn(asked).join()).not.toContain('Fridge');
    await commit(send(asked, 'Freezer', 'Halva', 'Eggs'));
    expect(await itemsIn(ada, 'Freezer')).toEqual(['Eggs', 'Halva']);
  });

  it('keeps the list of foods that is sent just then', async () => {
    const details = await toLines(ada, 'Fridge', 'Milk', 'Eggs');
    const foods = await details.form(/\/details$/).submit('Add more');
    await deletePlace('Fridge');
    const again = await listFoods(foods, 'Milk', 'Eggs', 'Twenty more things');
    expect(again.texts('.put-name').sort()).toEqual(['Eggs', 'Milk', 'Twenty more things']);
  });

  it('is told beside the line when it goes before the last button, and nothing is stored or lost', async () => {
    const details = await toLines(ada, 'Fridge', 'Milk', 'Eggs');
    const milk = lineId(details, 'Milk');
    details.form(/\/details$/).fill({ [`amount_${milk}`]: '2 l', [`best_before_${milk}`]: '2030-01-31' });
    await deletePlace('Fridge');
    const before = new Stored(server.dataDir).counts();
    const asked = await commit(details);
    expect([asked.status, asked.errors()[`place_${milk}`]]).toEqual([422, expect.stringMatching(/gone/)]);
    expect(asked.query(`#line-${milk}`)?.hasAttribute('open')).toBe(true);
    expect(asked.form(/\/details$/).value(`amount_${milk}`)).toBe('2 l');
    expect(new Stored(server.dataDir).counts()).toEqual(before);
    await commit(send(asked, 'Pantry', 'Milk', 'Eggs'));
    expect(await itemsIn(ada, 'Pantry')).toEqual(['Eggs', 'Milk']);
  });
});

it('a box that was opened from the page of a place that is gone is one from no place', async () => {
  const box = await start(ada, 'Fridge');
  await deletePlace('Fridge');
  const lines = await listFoods(box, 'Halva');
  expect([lines.status, linesOn(lines)]).toEqual([200, [expect.stringMatching(/^Halva: in /)]]);
});

it('never takes a place of another household, nor tells whether there is one', async () => {
  const grace = (await signUp(server.visitor())).visitor;
  const hers = await placeId(grace, 'Fridge');
  const lines = await toLines(ada, 'Fridge', 'Milk');
  const answers = await Promise.all(
    [hers, '999999'].map((id) =>
      lines
        .form(/\/details$/)
        .tamper({ [`place_${lineId(lines, 'Milk')}`]: id })
        .submit(/^Put/),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([422, 422]);
  expect(answers[0]?.errors()).toEqual(answers[1]?.errors());
  const started = await ada.post('/put-away', { place_id: hers, names: 'Halva' });
  expect(linesOn(started).join()).not.toBe('');
  await commit(started);
  expect(await itemsIn(grace, 'Fridge')).toEqual([]);
});
