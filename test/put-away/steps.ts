import type { Page } from '../support/page.js';
import { visibleText } from '../support/visible-text.js';
import type { Visitor } from '../support/visitor.js';

/** Opens the box of the tab, or as the page of a place leads to it. */
export async function start(visitor: Visitor, place?: string): Promise<Page> {
  if (place === undefined) return visitor.get('/put-away');
  return visitor.get(`/put-away?place_id=${await placeId(visitor, place)}`);
}

/** The id of a place, by its name. */
export async function placeId(visitor: Visitor, name: string): Promise<string> {
  return (await placeAddress(visitor, name)).replace('/places/', '');
}

/** The value of the food with this label. */
export function choice(page: Page, label: string): string {
  const found = page
    .queryAll('.choice:has([name="food_id"])')
    .find((one) => visibleText(one.querySelector('.choice-label')) === label);
  const value = found?.querySelector('input')?.getAttribute('value');
  if (!value) throw new Error(`${page} has no choice ${label}: ${page.texts('.choice-label').join(', ')}`);
  return value;
}

/** Types into the box, and goes on to the lines. @param names a line each */
export async function listFoods(page: Page, ...names: string[]): Promise<Page> {
  return page
    .form(/\/(put-away|foods)$/)
    .fill({ names: names.join('\n') })
    .submit('Next');
}

/** Begins an entry, up to its lines. @param place where they all go */
export async function toLines(visitor: Visitor, place: string, ...foods: string[]): Promise<Page> {
  return listFoods(await start(visitor), ...foods.map((food) => `${food} in ${place}`));
}

/** Fills in some of the lines, by the food’s name; a list gives amount, unit and date. */
export function fillDetails(page: Page, details: Record<string, (string | number)[]>) {
  const form = page.form(/\/details$/);
  for (const [name, [quantity = '1', unit = '', date = '']] of Object.entries(details)) {
    const id = lineId(page, name);
    form.fill({ [`amount_${id}`]: `${quantity} ${unit}`.trim(), [`best_before_${id}`]: date });
  }
  return form;
}

/** Saves the lines without putting them away. */
export async function giveDetails(
  page: Page,
  details: Record<string, (string | number)[]> = {},
): Promise<Page> {
  return fillDetails(page, details).submit();
}

/** The id that a line’s fields carry, by the food’s name. */
export function lineId(page: Page, name: string): string {
  const row = page.queryAll('.put-line').find((one) => visibleText(one.querySelector('.put-name')) === name);
  const field = row?.querySelector('input[name^="amount_"]')?.getAttribute('name');
  if (!field) throw new Error(`${page} has no line ${name}`);
  return field.replace('amount_', '');
}

/** Presses “Put 2 away”. */
export async function commit(page: Page): Promise<Page> {
  return page.form(/\/details$/).submit(/^Put \d+ away$/);
}

/** The names of the lines, in order. */
export function lineNames(page: Page): string[] {
  return page.texts('.put-name');
}

/** What the lines say, place by place: `Milk: 2 l, 3 Dec, in Fridge`. */
export function linesOn(page: Page): string[] {
  return page.queryAll('.put-group').flatMap((group) => {
    const place = visibleText(group.querySelector('h2')).replace(/ ?\d+$/, '');
    return Array.from(group.querySelectorAll('.put-line')).map((line) => {
      const said = Array.from(line.querySelectorAll('.put-said > span')).map(visibleText).filter(Boolean);
      return `${visibleText(line.querySelector('.put-name'))}: ${[...said, `in ${place}`].join(', ')}`;
    });
  });
}

/** The names of the items in a place, by the place’s own page. */
export async function itemsIn(visitor: Visitor, place: string): Promise<string[]> {
  const page = await visitor.get(await placeAddress(visitor, place));
  return namesOf(page).sort();
}

/** The names of the items that a page lists; of several in one row each. */
export function namesOf(page: Page): string[] {
  return page.queryAll('.items .item').flatMap((row) => {
    const name = visibleText(row.querySelector('.item-name'));
    return Array(Math.max(1, row.querySelectorAll('.item-parts > li').length)).fill(name);
  });
}

async function placeAddress(visitor: Visitor, name: string): Promise<string> {
  const home = await visitor.get('/');
  const card = home
    .queryAll('a.place-link')
    .find((one) => visibleText(one.querySelector('.place-name')) === name);
  return card?.getAttribute('href') ?? '/no-such-place';
}
