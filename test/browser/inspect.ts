import type { Page } from 'playwright-core';
import { axe } from '../support/browser.js';
import type { Asked } from '../support/chromium.js';
import { bareBones, markNewLooks, misplaced, tooSmall } from './measure.js';

/** Where axe looks too. */
const [NARROW, WIDE] = [390, 1280];
/** Where it does not. */
const WIDTHS = [360, 768, 1440];
/** These take most of axe's time. */
const SLOW = ['color-contrast', 'target-size'];
const NEW_LOOK = 'data-new-look';

/** The looks in which axe found the colours right, on any page. */
const looks: string[] = [];

/**
 * What is wrong with the page as it stands, in its markup, at all widths and in both colour schemes.
 * The window must prefer reduced motion: a colour half-way through its transition has no contrast to speak of.
 *
 * Axe looks at everything where there is least room. Where there is more, targets are measured here, and of the same
 * text in the same colours on the same ground at the same size, axe judges one.
 */
export async function problemsOf(page: Page): Promise<string[]> {
  const problems = await page.evaluate(bareBones);
  for (const width of WIDTHS) problems.push(...(await layoutAt(page, width)));
  problems.push(...(await layoutAt(page, NARROW)));
  await page.emulateMedia({ colorScheme: 'light' });
  problems.push(...(await inaccessible(page)), ...(await newLooksOf(page)));
  await page.emulateMedia({ colorScheme: 'dark' });
  problems.push(...(await newLooksOf(page)));
  problems.push(...(await layoutAt(page, WIDE)), ...(await newLooksOf(page)));
  await page.emulateMedia({ colorScheme: 'light' });
  problems.push(...(await inaccessible(page, { without: SLOW })), ...(await newLooksOf(page)));
  return problems;
}

/** The part of it that a page with very much on it is quickly looked through for. */
export async function layoutProblemsOf(page: Page): Promise<string[]> {
  const problems = await page.evaluate(bareBones);
  for (const width of [...WIDTHS, NARROW, WIDE]) problems.push(...(await layoutAt(page, width)));
  return problems;
}

/** Leaves the window so wide. */
async function layoutAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  const found = await Promise.all([page.evaluate(misplaced), page.evaluate(tooSmall)]);
  return found.flat().map((problem) => `${width} wide: ${problem}`);
}

/** What axe says of the colours of what looks like nothing that it has seen. */
async function newLooksOf(page: Page): Promise<string[]> {
  const found = await page.evaluate(markNewLooks, { seen: looks, mark: NEW_LOOK });
  if (found.length === 0) return [];
  const problems = await inaccessible(page, { rules: ['color-contrast'], within: `[${NEW_LOOK}]` });
  await page.evaluate(unmark, NEW_LOOK);
  if (problems.length === 0) looks.push(...found);
  return problems;
}

function unmark(mark: string): void {
  for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
}

async function inaccessible(page: Page, asked: Asked = {}): Promise<string[]> {
  const how = await page.evaluate(
    () => `${innerWidth} wide, ${matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'}`,
  );
  const violations = await axe(page, asked);
  return violations.map(({ rule, where }) => `${how}: ${rule} at ${where.join(', ')}`);
}
