import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/food-names/food-words.js';
import { nearness } from '../../src/pages/search/nearness.js';
import { isOneSlip, wantedIn } from '../../src/pages/search/spelling.js';

describe('The words of a name', () => {
  test.each<[string, string[]]>([
    ['Crème brûlée', ['creme', 'brulee']],
    ['JALAPEÑO', ['jalapeno']],
    ['Ben & Jerry’s', ['ben', 'jerrys']],
    ['Semi-skimmed (3.5%)', ['semi', 'skimmed', '3', '5']],
    ['Smørrebrød', ['smorrebrod']],
    ['Weißwurst', ['weisswurst']],
    ['İçli köfte', ['icli', 'kofte']],
    ['Phở', ['pho']],
    ['牛乳', ['牛乳']],
    ['हल्दी', ['हल्दी']],
    ['🍎 apples', ['🍎', 'apples']],
    ['  "*- ! ', ['"*-', '!']],
    ['7-up!', ['7', 'up']],
    ['   ', []],
  ])('%j have no case, accents and punctuation', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe('One slip', () => {
  test.each([
    ['milk', 'milk'],
    ['milk', 'mulk'],
    ['milk', 'mil'],
    ['milk', 'ilk'],
    ['milk', 'millk'],
    ['milk', 'amilk'],
    ['milk', 'mlik'],
    ['milk', 'imlk'],
    ['milk', 'mikl'],
    ['yoghurt', 'yogurt'],
    ['yoghurt', 'yohgurt'],
  ])('is between %s and %s, either way round', (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['milk', 'mk'],
    ['milk', 'klim'],
    ['milk', 'mulc'],
    ['milk', 'milked'],
    ['milk', 'kmil'],
    ['milk', 'mkil'],
    ['', 'ab'],
  ])('is not between %s and %s', (one, other) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([false, false]);
  });
});

describe('A name is near to what is looked for', () => {
  test.each([
    ['milk', 'Milk', 'the same'],
    ['MILK', '“Milk”', 'the same'],
    ['cream cheese', 'Cream-cheese', 'the same'],
    ['mil', 'Milk', 'begins so'],
    ['whole mil', 'Whole milk', 'begins so'],
    ['mil', 'Whole milk', 'words begin so'],
    ['milk whole', 'Whole milk', 'words begin so'],
    ['icecream', 'Ice cream', 'words begin so'],
    ['milch', 'Vollmilch', 'within words'],
    ['butter milk', 'Buttermilk', 'within words'],
    ['strawberry', 'Strawberries', 'begins so'],
    ['tomatoes', 'Tomato', 'begins so'],
    ['loaf', 'Loaves', 'begins so'],
    ['peaches', 'Tinned peach', 'words begin so'],
    ['berry', 'Strawberries', 'within words'],
    ['mac and cheese', 'Mac & cheese', 'the same'],
    ['mac & cheese', 'Mac and cheese', 'the same'],
    ['ben and jerry', 'Ben & Jerry’s', 'begins so'],
    ['and', 'And', 'the same'],
    ['and', 'Stegt and', 'words begin so'],
    ['mlik', 'Whole milk', 'spelled nearly so'],
    ['wohle mlik', 'Whole milk', 'spelled nearly so'],
    ['egs', 'Eggs', 'spelled nearly so'],
    ['chickn', 'Chicken stock', 'spelled nearly so'],
    ['chickn', 'Chickpeas', 'spelled roughly so'],
    ['nilk', 'Milk', 'spelled roughly so'],
    ['bred', 'Bread', 'spelled nearly so'],
    ['bred', 'Red onions', 'spelled roughly so'],
    ['yogurt', 'Yoghurts', 'spelled roughly so'],
    ['creme brule', 'Crème brûlée', 'begins so'],
  ])('%s: %s', (wanted, name, near) => {
    expect(nearness(wantedIn(wanted), name)).toBe(near);
  });

  test.each([
    ['ham', 'Jam'],
    ['te', 'Bitter'],
    ['milk bread', 'Whole milk'],
    ['mlki', 'Kilm'],
    ['yohgrut', 'Yoghurt'],
    ['rice', 'Turmeric'],
    ['ben or jerry', 'Ben & Jerry’s'],
  ])('%s: not %s', (wanted, name) => {
    expect(nearness(wantedIn(wanted), name)).toBeUndefined();
  });
});
