import { afterAll, beforeAll, expect, test } from 'vitest';
import { add } from '../shopping/kitchen.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { hasHeard, type Listener, listen, shownBy } from './listener.js';

const HOUSEHOLDS = 20;
const OF_EACH = 10;

const larder = usingLocalApp();
const people: Person[] = [];
const listeners: Listener[][] = [];

beforeAll(async () => {
  for (let n = 0; n < HOUSEHOLDS; n += 1) {
    const person = await signUp(larder.visitor(), { firstName: `Nr ${n}` });
    people.push(person);
    const shown = await shownBy(person.visitor);
    listeners.push(await Promise.all(Array.from({ length: OF_EACH }, () => listen(person.visitor, shown))));
  }
});
afterAll(() => {
  for (const listener of listeners.flat()) listener.close();
});

test('Of two hundred pages that are open, those of the household are told, and no other', async () => {
  expect(listeners.flat().map(({ status }) => status)).toEqual(Array(HOUSEHOLDS * OF_EACH).fill(200));
  const [first, second] = people as [Person, Person];
  await add(first.visitor, 'Milk');
  await Promise.all((listeners[0] ?? []).map((listener) => hasHeard(listener, 1)));
  await add(second.visitor, 'Bread');
  await Promise.all((listeners[1] ?? []).map((listener) => hasHeard(listener, 1)));
  const others = listeners.slice(2).flat();
  expect(others.flatMap(({ told }) => told)).toEqual([]);
  expect(listeners.flat().filter(({ isEnded }) => isEnded)).toEqual([]);
});
