import { beforeEach, describe, expect, test } from 'vitest';
import { stockText } from '../../src/pages/shopping/hints.repository.js';
import { invite, joinBy } from '../support/households.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, keep, wantedOn } from './kitchen.js';

const larder = usingLocalApp();
let ada: Person;
beforeEach(async () => {
  larder.clock.set('2026-03-01T12:00:00Z');
  ada = await signUp(larder.visitor(), { timeZone: 'UTC' });
});

const list = async (person = ada) => wantedOn(await person.visitor.get('/shopping'));

async function throwAway(name: string) {
  const page = await (await ada.visitor.get('/')).click(name);
  return page.form(/\/eaten$/).submit('Threw away');
}

const some = (amount: number, unit = '', place = 'Fridge', level: 'have' | 'low' | 'out' | null = null) => ({
  quantityMilli: amount * 1000,
  unit,
  level,
  place,
});

describe('What there is of a thing', () => {
  test.each([
    ['nothing', [], ''],
    ['one', [some(2, 'l')], 'you have 2 l in Fridge'],
    ['some that add up', [some(1, 'l'), some(500, 'ml')], 'you have 1.5 l in Fridge'],
    ['in two places', [some(1), some(2, '', 'Cellar')], 'you have 3 in Fridge and Cellar'],
    ['in more', [some(1), some(1, '', 'Cellar'), some(1, '', 'Attic')], 'you have 3 in 3 places'],
    ['that does not add up', [some(3), some(500, 'g')], 'you have 3 and 500 g in Fridge'],
    ['running low', [some(1, '', 'Pantry', 'low')], 'running low in Pantry'],
    [
      'uncounted',
      [some(1, '', 'Pantry', 'have'), some(1, '', 'Cellar', 'have')],
      'some in Pantry and Cellar',
    ],
    [
      'counted here and not there',
      [some(1, '', 'Pantry', 'low'), some(1, '', 'Attic', 'have'), some(1, 'l')],
      'you have 1 l in Fridge, some in Attic, running low in Pantry',
    ],
    ['none left', [some(1, '', 'Pantry', 'out')], ''],
  ])('%s', (_what, kept, text) => {
    expect(stockText(kept)).toBe(text);
  });

  test('stands in the row, whatever the spelling; and what else there is does not', async () => {
    await keep(ada.visitor, 'Fridge', 'Tomatoes');
    await keep(ada.visitor, 'Fridge', 'Milk');
    await add(ada.visitor, '3 tomato', 'bread');
    expect(await list()).toEqual(['Tomato 3 you have 1 in Fridge', 'Bread']);
  });
});

describe('What was thrown away', () => {
  test('lately is told, with how long ago', async () => {
    await keep(ada.visitor, 'Fridge', 'Spinach');
    await throwAway('Spinach');
    await add(ada.visitor, 'spinach');
    const told: [string, string][] = [
      ['2026-03-01T13:00:00Z', 'today'],
      ['2026-03-02T13:00:00Z', 'yesterday'],
      ['2026-03-04T13:00:00Z', '3 days ago'],
      ['2026-03-08T13:00:00Z', 'last week'],
      ['2026-03-29T13:00:00Z', '4 weeks ago'],
    ];
    for (const [now, when] of told) {
      larder.clock.set(now);
      expect(await list()).toEqual([`Spinach thrown away ${when}`]);
    }
    larder.clock.set('2026-03-30T13:00:00Z');
    expect(await list()).toEqual(['Spinach']);
  });

  test('is not told once that was undone', async () => {
    await keep(ada.visitor, 'Fridge', 'Spinach');
    await (await throwAway('Spinach')).form(/\/undo$/).submit();
    await add(ada.visitor, 'spinach');
    expect(await list()).toEqual(['Spinach you have 1 in Fridge']);
  });
});

test('Who wrote a thing down is told to the others, as long as they are of the household', async () => {
  const olive = await signUp(larder.visitor(), { firstName: 'Olive' });
  await joinBy(olive, await invite(ada));
  await add(olive.visitor, 'milk');
  expect([await list(), await list(olive)]).toEqual([['Milk by Olive'], ['Milk']]);
  const household = await ada.visitor.get('/household');
  const leaving = await (await household.click(/^Olive/)).click(/Remove/);
  await leaving.form(/\/remove$|\/members$/).submit();
  expect(await list()).toEqual(['Milk']);
});
