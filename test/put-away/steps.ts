import type { Page } from '../support/page.js';
import { visibleText } from '../support/visible-text.js';
import type { Visitor } from '../support/visitor.js';

/** Presses “Put groceries away”. */
export async function start(visitor: Visitor): Promise<Page> {
  return (await visitor.get('/put-away')).form('main .page-header form').submit();
}

/** The value of the choice with this label, as a place or a food has its id. */
export function choice(page: Page, label: string): string {
  const found = page
    .queryAll('.choice:has([name="place_id"], [name="food_id"])')
    .find((one) => visibleText(one.querySelector('.choice-label')) === label);
  const value = found?.querySelector('input')?.getAttribute('value');
  if (!value) throw new Error(`${page} has no choice ${label}: ${page.texts('.choice-label').join(', ')}`);
  return value;
}

export async function choosePlace(page: Page, name: string): Promise<Page> {
  return page
    .form(/\/place$/)
    .fill({ place_id: choice(page, name) })
    .submit();
}

/** @param names a food each */
export async function listFoods(page: Page, ...names: string[]): Promise<Page> {
  return page
    .form(/\/foods$/)
    .fill({ names: names.join('\n') })
    .submit();
}

/** Fills in some of the details, by the food’s name; a list gives quantity, unit and date. */
export function fillDetails(page: Page, details: Record<string, (string | number)[]>) {
  const form = page.form(/\/details$/);
  for (const [name, [quantity = '1', unit = '', date = '']] of Object.entries(details)) {
    const id = lineId(page, name);
    form.fill({ [`quantity_${id}`]: quantity, [`unit_${id}`]: unit, [`best_before_${id}`]: date });
  }
  return form;
}

export async function giveDetails(
  page: Page,
  details: Record<string, (string | number)[]> = {},
): Promise<Page> {
  return fillDetails(page, details).submit();
}

/** The id that a food’s fields carry in the details form. */
export function lineId(page: Page, name: string): string {
  const row = page.queryAll('tbody tr').find((one) => visibleText(one.querySelector('th')) === name);
  const field = row?.querySelector('input[name^="quantity_"]')?.getAttribute('name');
  if (!field) throw new Error(`${page} asks nothing about ${name}`);
  return field.replace('quantity_', '');
}

export async function commit(page: Page): Promise<Page> {
  return page.form(/\/commit$/).submit();
}

/** Goes through all steps up to the review. */
export async function toReview(visitor: Visitor, place: string, ...foods: string[]): Promise<Page> {
  const details = await listFoods(await choosePlace(await start(visitor), place), ...foods);
  return giveDetails(details);
}

/** What a review says, a line each: `Milk: 2 l, no date`. */
export function reviewLines(page: Page): string[] {
  return page.queryAll('.summary-list > div').map((row) => {
    const [said] = Array.from(row.querySelectorAll('dd'));
    return `${visibleText(row.querySelector('dt'))}: ${visibleText(said)}`;
  });
}

/** The names of the items in a place, by the place’s own page. */
export async function itemsIn(visitor: Visitor, place: string): Promise<string[]> {
  const home = await visitor.get('/');
  const card = home
    .queryAll('a.place-card')
    .find((one) => visibleText(one.querySelector('.place-name')) === place);
  const page = await visitor.get(card?.getAttribute('href') ?? '/no-such-place');
  return page.texts('.items .item-name').sort();
}
