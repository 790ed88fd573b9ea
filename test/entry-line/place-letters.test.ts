import { expect, test } from 'vitest';
import { parseLine } from '../../src/entry-line/entry-line.js';
import { kitchen } from './reading.js';

const PLACE = 9;

test.each([
  ['Køleskab', 'milk køleskab'],
  ['Køleskab', 'milk koleskab'],
  ['Kühlschrank', 'milk kuhlschrank'],
  ['Lodówka', 'milk lodowka'],
  ['Şəkər dolabı', 'milk seker dolabi'],
  ['BUZDOLABI', 'milk buzdolabı'],
  ['Холодильник', 'milk ХОЛОДИЛЬНИК'],
  ['Йогуртный', 'milk йогуртный'],
  ['れいぞうこ', 'milk レイゾウコ'],
  ['レイゾウコ', 'milk ﾚｲｿﾞｳｺ'],
  ['냉장고', `milk ${'냉장고'.normalize('NFD')}`],
  ['दूध', 'milk दूध'],
  ['ثلاجة', 'milk ثلاجه'],
])('The place %s is in “%s”', (name, line) => {
  const places = [...kitchen.places, { id: PLACE, name, kind: 'other' as const }];
  expect(parseLine(line, { ...kitchen, places })).toMatchObject({ name: 'milk', placeId: PLACE });
});

test.each([
  ['दूध', 'milk दध'],
  ['Йод', 'milk Иод'],
])('The place %s is not in “%s”', (name, line) => {
  const places = [...kitchen.places, { id: PLACE, name, kind: 'other' as const }];
  expect(parseLine(line, { ...kitchen, places })).toMatchObject({ name: line, placeId: null });
});
