import { expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp({ start: '2026-11-24T12:00:00Z' });
const step = (page: Page) => page.form(/\/(shelf|missing)$/);

test('Of a few things what is still to be said is told of each, of many once, and what was chosen is kept', async () => {
  const { visitor } = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
  const fridge = async () => (await visitor.get('/')).click(/^Fridge/);
  for (const name of ['Milk', 'Eggs', 'Ham', 'Jam', 'Butter', 'Cream', 'Leeks'])
    await (await fridge())
      .form(/\/items$/)
      .fill({ name })
      .submit();
  const page = await step(await (await fridge()).form('/stock-take').submit()).submit();
  const labels = page.queryAll('label[for^="item_"]');
  const field = (name: string) =>
    labels.find((one) => one.textContent?.startsWith(name))?.getAttribute('for') ?? '';
  const many = await step(page)
    .fill({ [field('Milk')]: 'eaten', [field('Eggs')]: 'there' })
    .submit();
  expect(many.errors()).toEqual({
    all: expect.stringMatching(/^Choose for the rest here, or below for .* and 2 more\.$/),
  });
  expect(step(many).values()).toMatchObject({ [field('Milk')]: 'eaten', [field('Eggs')]: 'there' });
  const few = await step(many)
    .fill({ [field('Ham')]: 'eaten', [field('Jam')]: 'eaten', [field('Leeks')]: 'eaten' })
    .submit();
  expect(few.errors()).toEqual({
    [field('Butter')]: 'Choose what became of Butter.',
    [field('Cream')]: 'Choose what became of Cream.',
  });
  expect(step(few).values()).toMatchObject({ [field('Milk')]: 'eaten', [field('Leeks')]: 'eaten' });
});
