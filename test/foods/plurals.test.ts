import { expect, test } from 'vitest';
import { usingFoods } from './kitchen.js';

const { get, list, add, open } = usingFoods();

test('A food that is typed in the singular and in the plural, in whatever form, is one', async () => {
  await add('Tomato', 'TOMATOES');
  const quick = (await get('/')).form('/quick-entry');
  await quick.fill({ line: '3 tomatoes pantry' }).submit();
  expect(await list()).toEqual(['Tomato 3 items']);
  await add('Rice');
  const rice = await (await open('Rice')).click('Rice');
  await rice
    .form(/^\/items\/\d+$/)
    .fill({ name: 'tomatoes' })
    .submit();
  expect(await list()).toEqual(['Rice none here now', 'Tomato 4 items']);
});

test('The plural, in the form of an item of the food, is how it is written from then on', async () => {
  await add('Tomato');
  const one = await (await get('/')).click('Tomato');
  await add('Tomato');
  await one
    .form(/^\/items\/\d+$/)
    .fill({ name: 'Tomatoes' })
    .submit();
  expect(await list()).toEqual(['Tomatoes 2 items']);
});

test('Pepper and peppers, and other pairs that are two foods, are two', async () => {
  await add('Pepper', 'Peppers', 'Mint', 'Mints');
  expect(await list()).toEqual(['Mint 1 item', 'Mints 1 item', 'Pepper 1 item', 'Peppers 1 item']);
});
