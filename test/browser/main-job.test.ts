import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWindows, newPage, sharedBrowser } from '../support/browser.js';
import { PASSWORD, uniqueName } from '../support/people.js';
import { usingProcess } from '../support/using-server.js';
import { day, type Groceries, NOON_ZONE, tabIn } from './kitchen.js';
import {
  banners,
  click,
  follow,
  heading,
  itemNames,
  logIn,
  moreOf,
  nameFoods,
  openLine,
  openToCorrect,
  pathOf,
  press,
} from './walk.js';

const server = usingProcess();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

const COLD: Groceries[] = [
  { name: 'Butter', quantity: '2', unit: 'pack', best_before: day(20) },
  { name: 'Whole milk', quantity: '1,5', unit: 'l', best_before: day(2) },
  { name: 'Yoghurt', best_before: day(-1) },
  { name: 'Lettuce', best_before: day(1) },
];
const DRY: Groceries[] = [
  { name: 'Rice', quantity: '500', unit: 'g' },
  { name: 'Tinned peas', quantity: '3', unit: 'tin', best_before: day(400) },
  { name: 'Bread', unit: 'loaf', best_before: day(0) },
];
const EAT_FIRST = [
  ['Bread', '1 loaf', 'Pantry', 'today', day(0)],
  ['Lettuce', '1', 'Fridge', 'tomorrow', day(1)],
  // It may be eaten for a week after its date.
  ['Yoghurt', '1', 'Fridge', 'yesterday', day(-1)],
  ['Whole milk', '1.5 l', 'Fridge', inAList(2), day(2)],
  ['Butter', '2 packs', 'Fridge', inAList(20), day(20)],
  ['Tinned peas', '3 tins', 'Pantry', inAList(400), day(400)],
  // Without a date of its own: two years, as estimated.
  ['Rice', '500 g', 'Pantry', inAList(730), day(730)],
];

it.each([
  { width: 390, javaScript: true },
  { width: 390, javaScript: false },
  { width: 1280, javaScript: true },
  { width: 1280, javaScript: false },
])('a new household keeps its groceries, $width wide, with script: $javaScript', async (window) => {
  const page = await newPage(browser, { baseUrl: server.url, ...window });
  const username = uniqueName('ada');
  await signUp(page, username);
  await putAwayInTwoTabs(page, await tabIn(page.context(), server));
  await click(page, 'Home');
  expect(await rows(page)).toEqual(EAT_FIRST);
  await throwAwayAndTakeBack(page);
  await editAndMove(page);
  await signOutAndIn(page, username);
});

async function signUp(page: Page, username: string): Promise<void> {
  await page.goto('/');
  await click(page, 'Start a household');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('First name').fill('Ada');
  await page.getByText('More, which can wait').click();
  await page.getByLabel('Household (optional)').fill('14 Mill Lane');
  await page.getByLabel('Time zone').selectOption(NOON_ZONE);
  await press(page, 'Sign up');
  expect(await heading(page)).toBe('Your household');
  expect(await banners(page)).toEqual(['Done: Welcome, Ada.']);
  await click(page, 'Home');
}

async function putAwayInTwoTabs(page: Page, tab: Page): Promise<void> {
  await click(page, 'Put away');
  await tab.goto('/');
  expect(await banners(tab)).toEqual([]);
  await click(tab, 'Put away');
  await nameFoods(tab, namesOf(DRY));
  await nameFoods(page, namesOf(COLD));
  await fillDetails(page, 'Fridge', COLD);
  await fillDetails(tab, 'Pantry', DRY);
  await press(page, 'Put 4 away');
  expect(await banners(page)).toEqual(['Done: 4 items are put away in Fridge.']);
  await press(tab, 'Put 3 away');
  expect(await banners(tab)).toEqual(['Done: 3 items are put away in Pantry.']);
  expect(await itemNames(page)).toEqual(['Lettuce', 'Yoghurt', 'Whole milk', 'Butter']);
  expect(await itemNames(tab)).toEqual(['Bread', 'Tinned peas', 'Rice']);
  await page.reload();
  expect(await banners(page)).toEqual([]);
}

async function fillDetails(page: Page, place: string, groceries: Groceries[]): Promise<void> {
  for (const { name, quantity = '1', unit = '', best_before } of groceries) {
    await openLine(page, name);
    await page.getByLabel(`Amount of ${name}`).fill(`${quantity} ${unit}`.trim());
    await page.getByLabel(`Place of ${name}`).selectOption(place);
    if (best_before) await page.getByLabel(`Date of ${name}`).fill(best_before);
  }
}

async function throwAwayAndTakeBack(page: Page): Promise<void> {
  await page.getByText('More for Whole milk').first().click();
  await follow(page, moreOf(page, 'Whole milk', 'Threw away'));
  expect(await banners(page)).toEqual(['Done: Whole milk: all thrown away.']);
  expect(await itemNames(page)).not.toContain('Whole milk');
  await press(page, 'Undo');
  expect(await banners(page)).toEqual(['Done: Whole milk is back in Fridge.']);
  expect(await rows(page)).toEqual(EAT_FIRST);
}

async function editAndMove(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^Later/ }).click();
  await click(page, 'Butter');
  await openToCorrect(page);
  await page.getByLabel('Amount').fill('3');
  await page.getByLabel('Place', { exact: true }).selectOption('Pantry');
  await press(page, 'Save');
  expect(await banners(page)).toEqual(['Done: Butter is moved from Fridge to Pantry.']);
  expect(await heading(page)).toBe('Eat first');
  await click(page, /^Pantry/);
  expect(await page.getByRole('listitem').filter({ hasText: 'Butter' }).innerText()).toContain('3 packs');
}

async function signOutAndIn(page: Page, username: string): Promise<void> {
  const pantry = pathOf(page);
  const out = page.getByRole('button', { name: 'Sign out' });
  if (!(await out.isVisible())) await click(page, 'More');
  await press(page, 'Sign out');
  expect(await banners(page)).toEqual(['Done: You are signed out.']);
  await page.goto(pantry);
  expect(await heading(page)).toBe('Sign in');
  await logIn(page, username, PASSWORD);
  expect(pathOf(page)).toBe(pantry);
  expect(await itemNames(page)).toEqual(['Bread', 'Butter', 'Tinned peas', 'Rice']);
}

/** Name, amount, place, the date in words and as a day. */
function rows(page: Page): Promise<(string | undefined)[][]> {
  const items = page.getByRole('main').locator('.item');
  return items.evaluateAll((elements) =>
    elements.map((element) => {
      const words = (css: string) => element.querySelector(css)?.textContent?.trim();
      const date = element.querySelector('time')?.getAttribute('datetime') ?? undefined;
      const place = words('.item-place')?.replace(/^in\s/, '');
      return [words('.item-name'), words('.number'), place, words('.item-date time'), date];
    }),
  );
}

/** A day from the day after tomorrow on, as a row says it. */
function inAList(days: number): string {
  const date = new Date(day(days));
  const sameYear = day(days).slice(0, 4) === day(0).slice(0, 4);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(days <= 7 && { weekday: 'short' }),
    ...(!sameYear && { year: 'numeric' }),
  })
    .format(date)
    .replace(',', '');
}

function namesOf(groceries: Groceries[]): string[] {
  return groceries.map(({ name }) => name);
}
