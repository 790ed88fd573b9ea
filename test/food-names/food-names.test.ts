import { describe, expect, test } from 'vitest';
import { formsOf, oneNamed } from '../../src/food-names/food-names.js';
import { nameKey } from '../../src/text.js';

const known = (...names: string[]) => names.map((name) => ({ name, name_key: nameKey(name) }));
const found = (typed: string, ...names: string[]) => oneNamed(typed, known(...names))?.name;

describe('The singular and the plural of a food are one food', () => {
  test.each(
    `Tomato Tomatoes; tomato TOMATOES; Tomato tomatos; Potato Potatoes; Pea Peas; Egg Eggs; Berry Berries; Strawberry Strawberries;
    Cherry Cherries; Peach Peaches; Radish Radishes; Glass Glasses; Box Boxes; Loaf Loaves; Bay leaf|Bay leaves; Olive Olives;
    Chive Chives; Clove Cloves; Cookie Cookies; Pie Pies; Cheese Cheeses; Sauce Sauces; Mango Mangoes; Mangos Mangoes;
    Avocado Avocados; Chilli Chillies; Chilli Chillis; Kiwi Kiwis; Turkey Turkeys; Anchovy Anchovies; Leek Leeks; Octopus Octopuses;
    Jalapeño Jalapeños; Crème brûlée|crème brûlées; Cherry tomato|Cherry tomatoes; Brussels sprout|Brussels sprouts;
    Brussel sprouts|Brussels sprouts; Tomatoes (tinned)|Tomato (tinned); Green bean|green  beans; Red pepper|Red peppers;
    Half-fat crème fraîche|Half-fat crème fraîches; Tin of chopped tomato in juice|Tins of chopped tomatoes in juice`
      .split(';')
      .map((pair) => pair.trim().split(pair.includes('|') ? '|' : ' ')),
  )('%s and %s', (one = '', other = '') => {
    expect([found(one, other), found(other, one)]).toEqual([other, one]);
  });
});

describe('Foods that only look alike are two', () => {
  test.each(
    `Pepper Peppers; Mint Mints; Bitter Bitters; Ice Ices; Chocolate Chocolates; Sole Sol; Paste Past; Pate Pat; Pâté Pate;
    Cans Canes; Rice Ric; Eis Ei; Glass Glas; Hummus Hummu; Couscous Couscou; Swiss Swis; Tart Tarte; Cream Creamy; Salt Salty;
    Milk Oat|milk; Tomato Tomato|soup; Bean Been; Ham Jam; Oat Oatmeal; 7up 7ups; Mincemeat Mince; Berry Beri`
      .split(';')
      .map((pair) => pair.trim().split(' '))
      .map((pair) => pair.map((name) => name.replace('|', ' '))),
  )('%s and %s', (one = '', other = '') => {
    expect([found(one, other), found(other, one)]).toEqual([undefined, undefined]);
  });
});

describe('A name stands for', () => {
  test('the food of just that name, whatever others there are', () => {
    expect(found('tomatoes', 'Tomato', 'Tomatoes')).toBe('Tomatoes');
    expect(found('TOMATO', 'Tomato', 'Tomatoes')).toBe('Tomato');
  });

  test('no food, when it may be one as well as another', () => {
    expect(found('tomatos', 'Tomato', 'Tomatoes')).toBeUndefined();
  });

  test('no food, when there is none', () => {
    expect(found('tomato')).toBeUndefined();
  });
});

describe('The forms of a name', () => {
  test('begin with its own key', () => {
    expect(formsOf('  PEAS ')[0]).toBe('peas');
    expect(formsOf('')).toEqual(['']);
  });

  test('are few, however many words it has', () => {
    const long = 'mangos berries chillies loaves radishes potatoes kiwis cherries and a few grapes';
    expect(formsOf(long).length).toBeLessThanOrEqual(64);
    expect(formsOf(long)[0]).toBe(long);
    expect(formsOf(long)).toContain(`${long.slice(0, -1)}`);
  });
});
