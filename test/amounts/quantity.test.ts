import { describe, expect, test } from 'vitest';
import { quantityField, quantityText } from '../../src/amounts/quantity.js';
import { amountText } from '../../src/stock/stock.js';

const messageFor = (typed: unknown) => quantityField.safeParse(typed).error?.issues[0]?.message;

describe('A typed quantity', () => {
  test.each([
    ['1', 1000],
    ['0.001', 1],
    ['0.5', 500],
    ['.5', 500],
    ['2.', 2000],
    ['+3', 3000],
    [' 1.25 ', 1250],
    ['007', 7000],
    ['1,5', 1500],
    ['1000000', 1_000_000_000],
    ['1000000.000', 1_000_000_000],
    ['999999.999', 999_999_999],
    ['1.005', 1005],
    ['0.290', 290],
    ['4.35', 4350],
    ['½', 500],
    ['⅓', 333],
    ['1½', 1500],
    ['1 ½', 1500],
    ['1/2', 500],
    ['1⁄2', 500],
    ['1 1⁄2', 1500],
    ['1 / 3', 333],
    ['2/3', 667],
    ['1 1/2', 1500],
    ['10 2/3', 10_667],
    ['3/2', 1500],
    ['5/12', 417],
    ['1⅐', 1143],
    ['999999 1/2', 999_999_500],
    ['half', 500],
    ['a half', 500],
    ['Two', 2000],
    ['zwei', 2000],
    ['a dozen', 12_000],
    ['half a dozen', 6000],
    ['two and a half', 2500],
    ['1 and a half', 1500],
    ['a third', 333],
    ['two thirds', 667],
    ['three quarters', 750],
    ['a couple', 2000],
  ])('%s is %i thousandths', (typed, milli) => {
    expect(quantityField.parse(typed)).toBe(milli);
  });

  test.each([
    ['', 'Enter how much.'],
    ['   ', 'Enter how much.'],
    [undefined, 'Enter how much.'],
    [['1', '2'], 'Enter how much.'],
    ['0', 'Enter a number above 0.'],
    ['0.000', 'Enter a number above 0.'],
    ['1.0001', 'Use 3 decimals at most.'],
    ['0.0004', 'Use 3 decimals at most.'],
    ['1000000.001', 'Enter 1,000,000 at most.'],
    ['1000001', 'Enter 1,000,000 at most.'],
    ['9'.repeat(400), 'Enter 1,000,000 at most.'],
    ['0/2', 'Enter a number above 0.'],
    ['1000000 1/2', 'Enter 1,000,000 at most.'],
  ])('%j is refused: %s', (typed, message) => {
    expect(messageFor(typed)).toBe(message);
  });

  test.each([
    '-1',
    'seven up',
    'a few',
    'a',
    '1 and a',
    'half 2',
    'two x',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    '1 000',
    '1.2.3',
    '1,2,3',
    '.',
    '+',
    '２',
    '1kg',
    '1/0',
    '1//2',
    '1/2/3',
    '1 3/2',
    '1/2 1',
    '½1',
    '½½',
    '1.5 1/2',
    '-1/2',
    '1/',
    '/2',
  ])('%s is refused as no number', (typed) => {
    expect(messageFor(typed)).toBe('Enter how much as a number, such as 2 or 0.5.');
  });

  test.each(['1,000', '12,500', '1,000,000'])('%s, which may be two numbers, is asked for again', (typed) => {
    expect(messageFor(typed)).toBe('Write it without the comma: a comma can mean two numbers here.');
  });

  test('with a comma before the decimals is one number only', () => {
    expect(quantityField.parse('0,250')).toBe(250);
  });

  test('comes back from the form field that it is shown in, exactly', () => {
    for (let milli = 1; milli < 20_000; milli += 7)
      for (const unit of ['', 'kg', 'l']) expect(quantityField.parse(quantityText(milli, unit))).toBe(milli);
    for (const milli of [1, 999_999_999, 1_000_000_000, 123_456_789])
      for (const unit of ['', 'kg', 'l']) expect(quantityField.parse(quantityText(milli, unit))).toBe(milli);
  });
});

describe('A shown quantity', () => {
  test.each([
    [1000, '1'],
    [1500, '1.5'],
    [1, '0.001'],
    [1_000_000_000, '1000000'],
    [500, '0.5'],
    [333, '1/3'],
    [667, '2/3'],
    [1333, '1 1/3'],
    [334, '0.334'],
  ])('%i thousandths are %s, without zeros at the end', (milli, text) => {
    expect(quantityText(milli, '')).toBe(text);
  });

  test('stands with its unit, or alone when there is none', () => {
    expect(amountText({ quantityMilli: 2000, unit: 'kg' })).toBe('2 kg');
    expect(amountText({ quantityMilli: 6000, unit: '' })).toBe('6');
    expect(amountText({ quantityMilli: 333, unit: 'l' })).toBe('⅓ l');
    expect(amountText({ quantityMilli: 12_667, unit: '' })).toBe('12⅔');
  });

  test.each(['kg', 'hg', 'dag', 'g'])('in %s keeps the decimals that a scale shows', (unit) => {
    expect(amountText({ quantityMilli: 1667, unit })).toBe(`1.667 ${unit}`);
    expect(quantityText(1667, unit)).toBe('1.667');
  });
});
