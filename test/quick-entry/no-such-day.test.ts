import { beforeEach, describe, expect, test } from 'vitest';
import { noSuchDayIn } from '../../src/entry-line/dates/no-such-day.js';
import { parseLine } from '../../src/entry-line/entry-line.js';
import { knownFoods } from '../../src/entry-line/words/known-foods.js';
import { kitchen } from '../entry-line/reading.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const inLine = (line: string, foods: string[] = []) => {
  const context = { ...kitchen, foods: knownFoods(foods) };
  return noSuchDayIn(parseLine(line, context).name, context);
};

describe('a day that there is not', () => {
  test.each([
    ...[
      '31 feb',
      '30 feb',
      '31 apr',
      '0 may',
      '32 jan',
      '2026-02-30',
      '2026-13-01',
      '30/2',
      '31/4',
      '31/02/27',
    ],
    ...[
      '31/02/2027',
      '32/13/2026',
      '31.02.2027',
      'feb 31',
      '31feb',
      '31-feb',
      '31 feb 2027',
      '31st june',
      '29 feb 2027',
    ],
    ...['31 février', '31. Juni'],
  ])('is found in a line: %s', (day) => {
    for (const line of [
      `milk ${day}`,
      `milk 2 l ${day}`,
      `2 l milk ${day}`,
      `zorbix 2 l ${day} fridge`,
      `milk ${day} 2 l`,
    ])
      expect([line, inLine(line)]).toEqual([line, day]);
  });

  test.each([
    ...[
      'milk 28 feb',
      'milk 2 l 31 jan',
      'milk 29 feb 2028',
      'milk 30/11',
      'milk 31/1',
      'milk 12/31',
      'milk 2026-12-24',
    ],
    ...[
      'beef 80/20',
      'milk 1/2',
      'milk 30.2',
      'omega 3',
      'may 2027 beer',
      'chips 33',
      'sauce 57 heinz',
      'oil 10w/40',
    ],
    ...[
      'soup 99 mar',
      'bread 7 seeds',
      'dec 32 wine',
      '7 up',
      'cheese 31 years',
      'ham 27 06 12',
      'mars 3',
      'pan 30 cm',
    ],
  ])('is not found in %s', (line) => {
    expect(inLine(line)).toBeUndefined();
  });

  test('is part of a name that the household has, or that is in quotes', () => {
    expect(inLine('batch 31 feb 2 l', ['Batch 31 feb'])).toBeUndefined();
    expect(noSuchDayIn('“batch 31 feb”', kitchen)).toBeUndefined();
  });
});

describe('the line of every page', () => {
  const larder = usingLocalApp({ start: '2026-11-24T12:00:00Z' });
  let ada: Person;
  beforeEach(async () => {
    ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
  });
  const add = async (line: string) =>
    (await ada.visitor.get('/quick-entry')).form('/quick-entry').fill({ line }).submit();

  test('says that there is no such day, and keeps what was typed', async () => {
    const page = await add('milk 2 l fridge 31 Feb');
    expect([page.status, page.errors()]).toEqual([
      422,
      { line: 'There is no day “31 Feb”. Correct it, or put the name in quotes.' },
    ]);
    expect(page.form('/quick-entry').value('line')).toBe('milk 2 l fridge 31 Feb');
    expect((await ada.visitor.get('/foods')).text).not.toContain('Milk 2 l');
  });

  test('takes a name in quotes as it is', async () => {
    expect((await add('“batch 31 feb”')).flashes().join()).toContain('Added Batch 31 feb');
  });
});
