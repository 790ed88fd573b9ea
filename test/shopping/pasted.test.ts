import { beforeEach, expect, test } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, toBuy, wantedOn } from './kitchen.js';

const larder = usingLocalApp();
let ada: Person;
beforeEach(async () => {
  ada = await signUp(larder.visitor());
});

test('Several things on one line are several to buy', async () => {
  const page = await add(ada.visitor, 'milk, eggs, 2 kg flour and bread', 'tomatoes, tinned');
  expect(toBuy(page)).toEqual(['Milk', 'Eggs', 'Flour', 'Bread', 'Tomatoes, tinned']);
  expect(wantedOn(page)[2]).toBe('Flour 2 kg');
});

test('A pasted list is bought without its headings, pictures and marks; where things go is no part of it', async () => {
  const page = await add(
    ada.visitor,
    '🛒 Shopping list',
    'Fridge',
    '-milk 🥛',
    '*Fruit*',
    '•apples',
    'FREEZER:',
    '☐peas',
  );
  expect(toBuy(page)).toEqual(['Milk', 'Apples', 'Peas']);
  expect(page.flashes()).toEqual([
    'Added: Milk, Apples and Peas. Left out: “Fridge”, “FREEZER:”, “🛒 Shopping list”, “*Fruit*”.',
  ]);
});

test('Of a long list of what was left out the banner says how much, and has it all to be opened', async () => {
  const headings = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Aisle ${letter}:`);
  const page = await add(ada.visitor, ...headings.flatMap((heading) => [heading, '----']), 'milk');
  expect(page.flashes()).toEqual([
    'Added: Milk. Left out: “Aisle A:”, “Aisle B:”, “Aisle C:”, “Aisle D:” and 2 more.',
  ]);
  expect(page.texts('.flash details li')).toEqual(headings);
});
