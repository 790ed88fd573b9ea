import { dayField } from '../../../src/entry-line/dates/day-field.js';
import type { Form } from '../../support/form.js';
import type { Choices } from '../../support/seeded.js';
import { visibleText } from '../../support/visible-text.js';
import type { Family } from '../family.js';
import type { Detail } from '../item.js';
import { amountIn, quantityIn, quantityTyped } from '../quantities.js';
import type { Fields } from '../rules/edit.js';
import { typedIn } from '../rules/parking.js';
import type { StepForm } from '../rules/put-away.js';
import type { Step } from '../rules/steps.js';
import type { Line, LineDetail } from '../state.js';

const FOODS =
  'Milk,Butter,Eggs,Rice,Beans,Peas,Oats,Flour,Sugar,Salt,Tea,Jam,Honey,Bread,Cheese,Apples,Pears,Plums,Leeks,Onions,Carrots,Soup,Pasta,Yoghurt,Mustard'.split(
    ',',
  );
const UNITS = ['', 'g', 'kg', 'l', 'tins'];
const PLACES = ['Cellar', 'Larder', 'Box', 'Shelf', 'Basket'];
const PLACES_AT_MOST = 8;

/** Fills in a form of a step, rightly or wrongly. */
export function fillStep(form: Form, step: Step, family: Family, choices: Choices): void {
  if (step === 'foods') fillFoods(form, choices);
  else fillDetails(form, family, choices);
}

/** Names a place to make beside the lines; sometimes none, where there are enough. */
export function fillPlace(form: Form, family: Family, choices: Choices): void {
  const places = Math.max(0, ...placesOn(form).map(({ length }) => length));
  const name = `${choices.oneOf(PLACES)} ${family.quantity()}`;
  form.fill({ new_name: places >= PLACES_AT_MOST || choices.chance(0.06) ? '' : name });
}

function placesOn(form: Form): string[][] {
  return rowsOf(form).map(({ id }) => optionsOf(form, `place_${id}`));
}

function fillFoods(form: Form, choices: Choices): void {
  const count = choices.chance(0.06) ? 0 : 1 + choices.below(3);
  const names = Array.from({ length: count }, () => choices.oneOf(FOODS));
  form.fill({ names: names.join('\n') });
  const known = choicesOf(form, 'food_id');
  if (known.length > 0)
    form.fill({ food_id: count > 0 && choices.chance(0.3) ? [choices.oneOf(known)] : [] });
}

function fillDetails(form: Form, family: Family, choices: Choices): void {
  for (const { id } of rowsOf(form)) {
    const amount = `${quantityTyped(family.quantity())} ${choices.oneOf(UNITS)}`.trim();
    form.fill({ [`amount_${id}`]: choices.chance(0.03) ? 'lots' : amount });
    form.fill({ [`best_before_${id}`]: dateOr(choices), new_name: '' });
    const place = choices.chance(0.15) ? choices.pick(optionsOf(form, `place_${id}`)) : undefined;
    if (place) form.fill({ [`place_${id}`]: place });
  }
}

/** Fills in one thing to add, or to change. */
export function fillItem(form: Form, family: Family, choices: Choices, mayFail: boolean): void {
  const name = mayFail && choices.chance(0.06) ? '' : choices.oneOf(FOODS);
  form.fill({
    name,
    quantity: quantityTyped(family.quantity()),
    unit: choices.oneOf(UNITS),
    best_before: dateOr(choices),
  });
}

/** What a form of a step says, as it is filled in. */
export function readStep(form: Form, id: string, step: Step): StepForm {
  const said = { id, step, revision: form.value('revision') ?? '', typed: typedIn(form.entries()) };
  if (step === 'foods') {
    const foods = linesOf(form);
    return { ...said, valid: foods.length > 0, foods };
  }
  const rows = rowsOf(form);
  const details = rows.map(({ id: row, name }) => lineOf(form, name, row));
  const valid = details.every(({ quantity }) => !Number.isNaN(quantity)) && !form.value('new_name');
  return { ...said, valid, details };
}

function lineOf(form: Form, name: string, row: string): LineDetail {
  const value = (field: string) => form.value(`${field}_${row}`) ?? '';
  const { quantity = Number.NaN, unit = '' } = amountIn(value('amount')) ?? {};
  const bestBefore = DAY.parse(value('best_before'));
  return { name, quantity, unit, bestBefore, own: value('place') || null };
}

/** Dates are typed as 2026-12-03, and shown as 3 Dec 2026. */
const DAY = dayField({ today: '2026-01-01', dateOrder: 'day-month' });

export function detailOf(form: Form, name: string): Detail {
  return detailIn((field) => form.value(field) ?? '', name);
}

/** What an item's form was drawn with. */
export function drawnWith(form: Form): Fields {
  const was: Record<string, string> = JSON.parse(form.value('was') ?? '{}');
  return fieldsIn((field) => was[field]);
}

/** What an item's form says. */
export function fieldsOf(form: Form): Fields {
  return fieldsIn((field) => form.value(field));
}

function fieldsIn(value: (field: string) => string | undefined): Fields {
  const day = (field: string) => (value(field) === undefined ? undefined : DAY.parse(value(field)));
  return {
    ...detailIn((field) => value(field) ?? '', value('name') ?? ''),
    level: value('level') || null,
    noDate: value('no_date') === 'yes',
    place: value('place_id') ?? '',
    opened: day('opened_on') ?? null,
    frozen: day('frozen_on'),
    thawed: day('thawed_on'),
  };
}

function detailIn(value: (field: string) => string, name: string): Detail {
  const quantity = quantityIn(value('quantity')) ?? Number.NaN;
  return { name, quantity, unit: value('unit'), bestBefore: DAY.parse(value('best_before')) };
}

function linesOf(form: Form): Line[] {
  const typed = (form.value('names') ?? '').split(/\s*\n\s*/).filter(Boolean);
  const picked = [form.values().food_id ?? []].flat();
  return [
    ...picked.map((food) => ({ food, name: labelOf(form, food) })),
    ...typed.map((name) => ({ food: '', name })),
  ];
}

function labelOf(form: Form, food: string): string {
  const box = form.element.querySelector(`input[name="food_id"][value="${food}"]`);
  return visibleText(box?.closest('label')?.querySelector('.choice-label'));
}

function rowsOf(form: Form): { id: string; name: string }[] {
  return Array.from(form.element.querySelectorAll('.put-line')).map((row) => ({
    id: row.querySelector('input[name^="amount_"]')?.getAttribute('name')?.replace('amount_', '') ?? '',
    name: visibleText(row.querySelector('.put-name')),
  }));
}

function choicesOf(form: Form, name: string): string[] {
  return Array.from(form.element.querySelectorAll(`input[name="${name}"]`)).map(
    (box) => box.getAttribute('value') ?? '',
  );
}

/** The values that a list offers; none where the form has no such list. */
export function optionsOf(form: Form, name: string): string[] {
  return Array.from(form.element.querySelectorAll(`select[name="${name}"] option`)).map(
    (option) => option.getAttribute('value') ?? '',
  );
}

function dateOr(choices: Choices): string {
  return choices.chance(0.4) ? '' : `2030-0${1 + choices.below(9)}-${10 + choices.below(18)}`;
}

/** One thing to add, as one line. Three decimals are certain to be some only of what is measured in kg and l. */
export function writeLine(family: Family, choices: Choices): string {
  const unit = choices.oneOf(['kg', 'l']);
  const words = [quantityTyped(family.quantity()), unit, choices.oneOf(FOODS), dateOr(choices)];
  return choices.chance(0.06) ? '' : words.filter(Boolean).join(' ');
}

/** What such a line says; undefined when it says nothing. */
export function readLine(line: string): Detail | undefined {
  const [, quantity, unit, name, bestBefore = null] =
    /^([\d.]+) (kg|l) ([A-Z]\w+)(?: ([\d-]+))?$/.exec(line) ?? [];
  return quantity && unit && name
    ? { name, quantity: Math.round(Number(quantity) * 1000), unit, bestBefore }
    : undefined;
}
