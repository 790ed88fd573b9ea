import { describe, expect, it } from 'vitest';
import {
  detailsFrom,
  detailsStepForm,
  detailsValues,
  detailTyped,
  foodsStepForm,
  namingLines,
  newPlaceForm,
} from '../../src/pages/put-away/put-away.form.js';
import type { Line } from '../../src/pages/put-away/put-away.lines.js';

/** What is wrong with a form, by field; nothing when it is right. */
function errorsOf(
  form: { safeParse(fields: unknown): { error?: { issues: { path: PropertyKey[]; message: string }[] } } },
  fields: unknown,
) {
  const issues = form.safeParse(fields).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}

describe('a new place', () => {
  it('has a name and a kind, whatever the fields of the lines beside it', () => {
    const place = { new_name: ' Bread  bin ', new_kind: 'pantry' };
    expect(newPlaceForm.parse({ ...place, amount_1: 'lots' })).toEqual({
      new_name: 'Bread bin',
      new_kind: 'pantry',
    });
  });

  it.each([
    ['no name', { new_name: '  ' }, ['new_name']],
    ['a name that is too long', { new_name: 'x'.repeat(61) }, ['new_name']],
    ['a kind that is none', { new_name: 'Bin', new_kind: 'garage' }, ['new_kind']],
  ])('is refused with %s', (_what, fields, wrong) => {
    expect(Object.keys(errorsOf(newPlaceForm, fields))).toEqual(wrong);
  });
});

describe('what', () => {
  it('takes one food that was picked, or several, each once', () => {
    expect(foodsStepForm.parse({ food_id: '4' })).toEqual({ food_id: [4], names: '' });
    expect(foodsStepForm.parse({ food_id: ['4', '5', '4'] })).toMatchObject({ food_id: [4, 5] });
    expect(errorsOf(foodsStepForm, { food_id: 'milk' }).food_id).toBeDefined();
  });
});

describe('how much, and until when', () => {
  const lines: Line[] = [
    { id: '1', foodId: null, name: 'Milk' },
    { id: '11', foodId: 4, name: 'Eggs' },
  ];
  const form = detailsStepForm(lines, { today: '2026-11-22', dateOrder: 'day-month' });
  const places = new Map([
    ['1', 4],
    ['11', 4],
  ]);
  const fields = (change: Record<string, string> = {}) => ({
    amount_1: '1',
    best_before_1: '',
    place_1: '4',
    amount_11: '1',
    best_before_11: '',
    place_11: '4',
    ...change,
  });

  it.each([
    ['2', 2000],
    ['0.5', 500],
    ['0,5', 500],
    ['.25', 250],
    [' 1.125 ', 1125],
    ['1000000', 1_000_000_000],
    ['½', 500],
    ['1,5', 1500],
    ['two', 2000],
  ])('reads %s as so many thousandths: %i', (text, milli) => {
    expect(detailsFrom(lines, form.parse(fields({ amount_1: text })))['1']).toMatchObject({
      quantityMilli: milli,
    });
  });

  it.each(['', '0', '-1', '1.2345', 'some', '1e3', '1000001', '1,000,000', 'NaN', '0x10'])(
    'refuses the quantity “%s”',
    (text) => {
      expect(Object.keys(errorsOf(form, fields({ amount_11: text })))).toEqual(['amount_11']);
    },
  );

  it.each(['2026-02-30', '32 dec', 'soon', '1999-12-31', '2200-01-01'])('refuses the date “%s”', (text) => {
    expect(Object.keys(errorsOf(form, fields({ best_before_1: text })))).toEqual(['best_before_1']);
  });

  it('takes a date, or none', () => {
    const details = detailsFrom(lines, form.parse(fields({ best_before_1: '2028-02-29', amount_1: '1 l' })));
    expect(details).toEqual({
      1: { quantityMilli: 1000, unit: 'l', bestBefore: '2028-02-29', placeId: 4 },
      11: { quantityMilli: 1000, unit: '', bestBefore: null, placeId: 4 },
    });
  });

  it('takes the tick that a date is one to use it by; without a date there is nothing to use by', () => {
    const kindOf = (change: Record<string, string>) =>
      detailsFrom(lines, form.parse(fields(change)))['1']?.dateKind;
    expect(kindOf({ use_by_1: 'yes', best_before_1: '2028-02-29' })).toBe('use_by');
    expect(kindOf({ use_by_1: 'yes' })).toBeUndefined();
    expect(kindOf({ best_before_1: '2028-02-29' })).toBeUndefined();
  });

  it('takes the tick that leaves a line out', () => {
    const details = detailsFrom(lines, form.parse(fields({ leave_out_11: 'yes' })));
    expect([details['1']?.leftOut, details['11']?.leftOut]).toEqual([undefined, true]);
    expect(detailsValues(lines, details, places)).toMatchObject({ leave_out_11: 'yes' });
  });

  it('shows the tick of a line that said use by', () => {
    const [milk, eggs] = lines;
    const known = { bestBefore: '2028-02-29', dateKind: 'use_by' } as const;
    const said = [{ ...milk, known }, eggs] as Line[];
    expect(detailsValues(said, {}, places)).toMatchObject({ use_by_1: 'yes' });
    expect(detailsValues(said, {}, places)).not.toHaveProperty('use_by_11');
  });

  it('shows what was typed before, and 1 of what is new', () => {
    const milk = { quantityMilli: 1500, unit: 'l', bestBefore: '2028-02-29', placeId: 4 };
    const values = detailsValues(lines, { 1: milk }, places);
    expect(values).toEqual(fields({ amount_1: '1.5 l', best_before_1: '29 Feb 2028' }));
  });

  it('shows what is known of a line before it was asked about', () => {
    const [milk, eggs] = lines.map((line) => ({ ...line, known: { quantityMilli: 6000 } }));
    const known = [milk, { ...eggs, known: { unit: 'box' } }] as Line[];
    expect(detailsValues(known, {}, new Map([['1', 5]]))).toEqual(
      fields({ amount_1: '6', amount_11: '1 box', place_1: '5', place_11: '' }),
    );
  });

  it('sends each line to a place', () => {
    const placed = form.parse(fields({ place_1: '5' }));
    expect(detailsFrom(lines, placed)).toMatchObject({ 1: { placeId: 5 }, 11: { placeId: 4 } });
    for (const place_1 of ['x', '']) {
      expect(Object.keys(errorsOf(form, fields({ place_1 })))).toEqual(['place_1']);
    }
  });

  it('reads what can be read of a line whose other fields are wrong', () => {
    const [milk] = lines as [Line];
    const values = fields({ amount_1: 'lots', best_before_1: '5 dec', use_by_1: 'yes' });
    expect(detailTyped(milk, values, form.shape)).toEqual({
      bestBefore: '2026-12-05',
      dateKind: 'use_by',
      placeId: 4,
    });
  });

  it('refuses the name of a place that was not made yet, so that it is not lost', () => {
    expect(errorsOf(form, { ...fields(), new_name: 'Cellar', new_kind: 'other' })).toEqual({
      new_name: expect.stringMatching(/Add place/),
    });
  });

  it('refuses fields of lines that the list does not have, or no longer', () => {
    expect(Object.keys(errorsOf(form, fields({ amount_2: '1' })))).toEqual(['']);
    const { amount_11: _, ...without } = fields();
    expect(Object.keys(errorsOf(form, without))).toEqual(['amount_11']);
  });

  it('says in each message which line it is about', () => {
    const errors = namingLines(lines, {
      amount_1: 'Enter how much.',
      amount_11: 'Use 3 decimals at most.',
      '': 'Again.',
    });
    expect(errors).toEqual({
      amount_1: 'Milk: enter how much.',
      amount_11: 'Eggs: use 3 decimals at most.',
      '': 'Again.',
    });
  });
});
