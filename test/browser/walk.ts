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

/** From the list of open entries to the question what there is. */
export async function startPutAway(page: Page, place: string): Promise<void> {
  await page.goto('/put-away');
  await press(page, 'Put groceries away');
  await choosePlace(page, place);
}

export async function choosePlace(page: Page, place: string): Promise<void> {
  const places = page.getByRole('radiogroup', { name: 'Place', exact: true });
  await places.getByRole('radio', { name: place }).check();
  await press(page, 'Continue');
}

export async function nameFoods(page: Page, names: string[]): Promise<void> {
  await page.getByLabel('What did you bring?').fill(names.join('\n'));
  await press(page, 'Continue');
}

/** The names of the items that the page lists, in order. */
export function itemNames(page: Page): Promise<string[]> {
  return page.getByRole('main').locator('.item-name').allTextContents();
}

/** The path of the page, without its query. */
export function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}
