import type { Locator, Page } from 'playwright-core';

/** Clicks what leads to another page, and waits until that page is there and its scripts have run. */
export async function follow(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), target.click()]);
}

/** Presses the button with these words. */
export function press(page: Page, name: string | RegExp): Promise<void> {
  return follow(page, page.getByRole('button', { name, exact: true }));
}

/** Follows the link with these words. */
export function click(page: Page, name: string | RegExp): Promise<void> {
  return follow(page, page.getByRole('link', { name, exact: true }));
}

/** A button of what is open below a row. */
export function moreOf(page: Page, name: string, what: string): Locator {
  return page.getByRole('group', { name }).getByRole('button', { name: what, exact: true });
}

/** Opens what a place's page has closed at its end. */
export function openMore(page: Page): Promise<void> {
  return page.getByRole('heading', { name: 'More', exact: true }).click();
}

/** Adds one thing by the fields of a place's page. */
export async function addOne(page: Page, name: string): Promise<void> {
  await openMore(page);
  await page.getByLabel('Food', { exact: true }).fill(name);
  await follow(page, page.getByRole('main').getByRole('button', { name: 'Add', exact: true }));
}

/** Opens the form of what is written of an item. */
export function openToCorrect(page: Page): Promise<void> {
  return page.getByRole('heading', { name: 'Correct', exact: true }).click();
}

/** The messages that the page shows. */
export async function banners(page: Page): Promise<string[]> {
  const texts = await page.locator('[data-flash] p').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' '));
}

export async function heading(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).innerText()).trim();
}

export async function logIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
}

/** Types into the box of the tab, and goes on to the lines. */
export async function toLines(page: Page, names: string[]): Promise<void> {
  await page.goto('/put-away');
  await nameFoods(page, names);
}

/** The box of the tab, with the foods of before. */
export async function openBox(page: Page): Promise<void> {
  await page.goto('/put-away');
  await page.getByText('Foods you had before').first().click();
}

export async function nameFoods(page: Page, names: string[]): Promise<void> {
  await page.getByLabel('What did you bring?').fill(names.join('\n'));
  await press(page, 'Next');
}

/** Opens the line of a food, so that its fields can be reached. */
export async function openLine(page: Page, name: string): Promise<void> {
  await page.locator('.put-line > summary').filter({ hasText: name }).click();
}

/** The names of the items that the page lists, in order. */
export function itemNames(page: Page): Promise<string[]> {
  return page.getByRole('main').locator('.item-name').allTextContents();
}

/** The path of the page, without its query. */
export function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}
