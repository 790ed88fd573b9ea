import type { Page } from '../support/page.js';
import type { Visitor } from '../support/visitor.js';

/** Types things into the list, one on each line. */
export async function add(visitor: Visitor, ...names: string[]): Promise<Page> {
  const form = (await visitor.get('/shopping')).form('form.add-lines');
  return form.fill({ names: names.join('\n') }).submit();
}

/** The names still to buy, as the page lists them. */
export function toBuy(page: Page): string[] {
  return page.texts('[data-live="open"] .tick-name');
}

export function bought(page: Page): string[] {
  return page.texts('[data-live="side"] .tick-name');
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
