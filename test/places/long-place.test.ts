import { expect, test } from 'vitest';
import { stockUp } from '../home/kitchen.js';
import { signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();

test('A place with more than a page of food goes on on the next page, and back to the start', async () => {
  const ada = await signUp(larder.visitor());
  const tins = Array.from({ length: 61 }, (_, n) => `Tin ${n + 1}`);
  await stockUp(
    larder,
    ada,
    tins.map((name, n) => [name, `2099-01-${n < 30 ? '01' : '02'}`]),
  );
  const first = await (await ada.visitor.get('/')).click(/^Fridge/);
  expect(first.texts('.item')).toHaveLength(60);
  const second = await first.click('The next ones');
  expect(second.texts('.item-name')).toEqual(['Tin 61']);
  expect((await second.click('From the start')).texts('.item')).toHaveLength(60);
});
