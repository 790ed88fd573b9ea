import { commit, lineId } from '../put-away/steps.js';
import { goOverTo, inTwoHouseholds } from '../support/households.js';
import type { Page } from '../support/page.js';
import type { Visitor } from '../support/visitor.js';

/** Two phones of one household, Ada's and Olive's. */
export async function twoPhones(newVisitor: () => Visitor): Promise<{ ada: Visitor; olive: Visitor }> {
  const { ada, olive } = await inTwoHouseholds(newVisitor);
  await goOverTo(ada.visitor, 'Allotment');
  return { ada: ada.visitor, olive: olive.visitor };
}

/** Types things into the list, one on each line. */
export async function add(visitor: Visitor, ...names: string[]): Promise<Page> {
  const form = (await visitor.get('/shopping')).form('form.add-lines');
  return form.fill({ names: names.join('\n') }).submit();
}

/** The names still to buy, in the order in which they were written down. */
export function toBuy(page: Page): string[] {
  return written(page).map((line) => line.querySelector('.tick-name')?.textContent ?? '');
}

/** All that is said of what is to buy, in that order too. */
export function wantedOn(page: Page): string[] {
  return written(page).map((line) =>
    [...line.querySelectorAll('.tick-name, .tick-amount, .tick-note')]
      .map(({ textContent }) => textContent)
      .join(' '),
  );
}

function written(page: Page) {
  const lines = page.queryAll('.line').filter((line) => line.querySelector('.tick-tick'));
  return lines.sort((one, other) => Number(one.id.split('-')[1]) - Number(other.id.split('-')[1]));
}

/** The names still to buy, as the page lists them: by aisle. */
export function byAisle(page: Page): string[] {
  return page.texts('.aisle, .tick-tick .tick-name');
}

export function bought(page: Page): string[] {
  return page.texts('.tick-untick .tick-name');
}

/** The form that ticks, or unticks, the line of this name. */
export function tickForm(page: Page, name: string) {
  const line = page.queryAll('.line').find((one) => one.querySelector('.tick-name')?.textContent === name);
  if (!line) throw new Error(`${page} lists no ${name}`);
  return page.form(`#${line.id} form`);
}

/** Ticks what is to buy, or unticks what is bought. */
export async function tap(visitor: Visitor, name: string): Promise<Page> {
  return tickForm(await visitor.get('/shopping'), name).submit();
}

export async function edit(visitor: Visitor, name: string): Promise<Page> {
  return (await visitor.get('/shopping')).click(`Edit ${name}`);
}

/** Writes things down, and ticks them. */
export async function buy(visitor: Visitor, ...names: string[]): Promise<void> {
  await add(visitor, ...names);
  for (const name of names) await tap(visitor, name);
}

/** Presses “Put them away”. */
export async function putAway(visitor: Visitor): Promise<Page> {
  return (await visitor.get('/shopping')).form('main form[action="/put-away"]').submit();
}

/** One thing in a place, from the place’s own page. */
export async function keep(visitor: Visitor, place: string, name: string): Promise<void> {
  const page = await (await visitor.get('/')).click(new RegExp(`^${place}`));
  await page
    .form(/\/items$/)
    .fill({ name })
    .submit();
}

/** From the lines to what is stored. */
export function finish(details: Page): Promise<Page> {
  return commit(details);
}

/** What a household has, in the order of eating: `Milk in Fridge`. */
export const itemsOf = async (visitor: Visitor) =>
  (await visitor.get('/')).queryAll('.item').flatMap((item) => {
    const name = item.querySelector('.item-name')?.textContent;
    const parts = Array.from(item.querySelectorAll('.item-parts > li > a'));
    if (parts.length === 0) return [`${name} ${item.querySelector('.item-place')?.textContent}`];
    return parts.map((part) => `${name} in ${part.textContent?.split(', ')[1]}`);
  });

/** The place that the table has chosen for a food. */
export const placeChosen = (details: Page, name: string) => {
  const select = details.query(`select[name="place_${lineId(details, name)}"]`);
  return select?.querySelector('option[selected]')?.textContent;
};
