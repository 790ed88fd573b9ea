import { expect, test } from 'vitest';
import { whereText } from '../../src/stock/where-text.js';

test.each([
  [[], ''],
  [['Fridge'], ' in Fridge'],
  [['Fridge', 'Fridge'], ' in Fridge'],
  [['Fridge', 'Pantry', 'Fridge'], ': 2 in Fridge and 1 in Pantry'],
  [['Fridge', 'Pantry', 'Cellar'], ': 1 in Fridge, 1 in Pantry and 1 in Cellar'],
])('Things in %j are said to be “%s”', (places, said) => {
  expect(whereText(places)).toBe(said);
});
