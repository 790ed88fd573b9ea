import { describe, expect, it } from 'vitest';
import {
  detailsFrom,
  detailsStepForm,
  detailsValues,
  foodsStepForm,
  namingLines,
  placeStepForm,
} from '../../src/pages/put-away/put-away.form.js';
import type { Line } from '../../src/pages/put-away/put-away.lines.js';
import type { Place } from '../../src/stock/stock.js';

/** What is wrong with a form, by field; nothing when it is right. */
function errorsOf(
  form: { safeParse(fields: unknown): { error?: { issues: { path: PropertyKey[]; message: string }[] } } },
  fields: unknown,
) {
  const issues = form.safeParse(fields).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}

describe('where', () => {
  it('takes a place, or the name of a new one', () => {
    expect(placeStepForm.parse({ place_id: '3' })).toEqual({ place_id: '3', name: '', kind: 'other' });
    expect(placeStepForm.parse({ place_id: 'new', name: ' Bread  bin ', kind: 'pantry' })).toEqual({
      place_id: 'new',
      name: 'Bread bin',
      kind: 'pantry',
    });
    expect(placeStepForm.parse({ name: 'Bread bin' })).toMatchObject({ place_id: '', name: 'Bread bin' });
  });

  it.each([
    ['nothing', {}, ['place_id']],
    ['a new place without a name', { place_id: 'new', name: '  ' }, ['name']],
    ['a name that is too long', { place_id: 'new', name: 'x'.repeat(61) }, ['name']],
    ['an id that is none', { place_id: '-1' }, ['place_id']],
    ['two places', { place_id: ['1', '2'] }, ['place_id']],
    ['a kind that is none', { place_id: 'new', name: 'Bin', kind: 'garage' }, ['kind']],
    ['a field of another form', { place_id: '1', household_id: '2' }, ['']],
  ])('refuses %s', (_what, fields, wrong) => {
    expect(Object.keys(errorsOf(placeStepForm, fields))).toEqual(wrong);
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
  const places: Place[] = [
    { id: 4, name: 'Fridge', kind: 'fridge' },
    { id: 5, name: 'Pantry', kind: 'pantry' },
  ];
  const fields = (change: Record<string, string> = {}) => ({
    quantity_1: '1',
    unit_1: '',
    best_before_1: '',
    quantity_11: '1',
    unit_11: '',
    best_before_11: '',
    ...change,
  });

  it.each([
    ['2', 2000],
    ['0.5', 500],
    ['0,5', 500],
    ['.25', 250],
    [' 1.125 ', 1125],
    ['1000000', 1_000_000_000],
  ])('reads %s as so many thousandths: %i', (text, milli) => {
    expect(detailsFrom(lines, form.parse(fields({ quantity_1: text })), 4)['1']).toMatchObject({
      quantityMilli: milli,
    });
  });

  it.each(['', '0', '-1', '1.2345', 'some', '1e3', '1000001', '1,000,000', 'NaN', '0x10'])(
    'refuses the quantity “%s”',
    (text) => {
      expect(Object.keys(errorsOf(form, fields({ quantity_11: text })))).toEqual(['quantity_11']);
    },
  );

  it.each(['2026-02-30', '32 dec', 'soon', '1999-12-31', '2200-01-01'])('refuses the date “%s”', (text) => {
    expect(Object.keys(errorsOf(form, fields({ best_before_1: text })))).toEqual(['best_before_1']);
  });

  it('takes a date, or none', () => {
    const details = detailsFrom(lines, form.parse(fields({ best_before_1: '2028-02-29', unit_1: 'l' })), 4);
    expect(details).toEqual({
      1: { quantityMilli: 1000, unit: 'l', bestBefore: '2028-02-29', placeId: null },
      11: { quantityMilli: 1000, unit: '', bestBefore: null, placeId: null },
    });
  });

  it('takes the tick that a date is one to use it by; without a date there is nothing to use by', () => {
    const kindOf = (change: Record<string, string>) =>
      detailsFrom(lines, form.parse(fields(change)), 4)['1']?.dateKind;
    expect(kindOf({ use_by_1: 'yes', best_before_1: '2028-02-29' })).toBe('use_by');
    expect(kindOf({ use_by_1: 'yes' })).toBeUndefined();
    expect(kindOf({ best_before_1: '2028-02-29' })).toBeUndefined();
  });

  it('takes the tick that leaves a line out', () => {
    const details = detailsFrom(lines, form.parse(fields({ leave_out_11: 'yes' })), 4);
    expect([details['1']?.leftOut, details['11']?.leftOut]).toEqual([undefined, true]);
    expect(detailsValues(lines, details, 4, places)).toMatchObject({ leave_out_11: 'yes' });
  });

  it('shows the tick of a line that said use by', () => {
    const [milk, eggs] = lines;
    const known = { bestBefore: '2028-02-29', dateKind: 'use_by' } as const;
    const said = [{ ...milk, known }, eggs] as Line[];
    expect(detailsValues(said, {}, 4, places)).toMatchObject({ use_by_1: 'yes' });
    expect(detailsValues(said, {}, 4, places)).not.toHaveProperty('use_by_11');
  });

  it('shows what was typed before, and 1 of what is new', () => {
    const milk = { quantityMilli: 1500, unit: 'l', bestBefore: '2028-02-29', placeId: null };
    const values = detailsValues(lines, { 1: milk }, 4, places);
    expect(values).toEqual({
      ...fields({ quantity_1: '1.5', unit_1: 'l', best_before_1: '29 Feb 2028' }),
      place_1: '4',
      place_11: '4',
    });
  });

  it('shows what is known of a line before it was asked about, unless its place is gone', () => {
    const [milk, eggs] = lines.map((line) => ({ ...line, known: { quantityMilli: 6000, placeId: 5 } }));
    const known = [milk, { ...eggs, known: { unit: 'box', placeId: 99 } }] as Line[];
    expect(detailsValues(known, {}, 4, places)).toEqual({
      ...fields({ quantity_1: '6', unit_11: 'box' }),
      place_1: '5',
      place_11: '4',
    });
  });

  it('lets a line go to a place of its own; one that goes where the entry goes follows it', () => {
    const placed = form.parse(fields({ place_1: '5', place_11: '4' }));
    expect(detailsFrom(lines, placed, 4)).toMatchObject({ 1: { placeId: 5 }, 11: { placeId: null } });
    expect(Object.keys(errorsOf(form, fields({ place_1: 'x' })))).toEqual(['place_1']);
  });

  it('refuses fields of lines that the list does not have, or no longer', () => {
    expect(Object.keys(errorsOf(form, fields({ quantity_2: '1' })))).toEqual(['']);
    const { quantity_11: _, ...without } = fields();
    expect(Object.keys(errorsOf(form, without))).toEqual(['quantity_11']);
  });

  it('says in each message which line it is about', () => {
    const errors = namingLines(lines, {
      quantity_1: 'Enter how much.',
      quantity_11: 'Use 3 decimals at most.',
      '': 'Again.',
    });
    expect(errors).toEqual({
      quantity_1: 'Milk: enter how much.',
      quantity_11: 'Eggs: use 3 decimals at most.',
      '': 'Again.',
    });
  });
});
