import type { Page } from 'playwright-core';
import { axe } from '../support/browser.js';
import { bareBones, misplaced, tooSmall } from './measure.js';

const WIDTHS = [360, 390, 768, 1280, 1440];
const SEEN_BY_AXE = [390, 1280];

/**
 * What is wrong with the page as it stands, in its markup, at all widths and in both colour schemes.
 * The window must prefer reduced motion: a colour half-way through its transition has no contrast to speak of.
 */
export async function problemsOf(page: Page): Promise<string[]> {
  const problems = await layoutProblemsOf(page);
  for (const width of SEEN_BY_AXE) {
    await page.setViewportSize({ width, height: 844 });
    problems.push(...(await inaccessible(page, 'light')));
    // Nothing but the colours changes with the scheme.
    problems.push(...(await inaccessible(page, 'dark', ['color-contrast'])));
  }
  return problems;
}

/** The part of it that a page with very much on it is quickly looked through for. */
export async function layoutProblemsOf(page: Page): Promise<string[]> {
  const problems = await page.evaluate(bareBones);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    const found = [...(await page.evaluate(misplaced)), ...(await page.evaluate(tooSmall))];
    problems.push(...found.map((problem) => `${width} wide: ${problem}`));
  }
  return problems;
}

async function inaccessible(page: Page, colorScheme: 'light' | 'dark', rules?: string[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  const width = page.viewportSize()?.width;
  const violations = await axe(page, rules);
  return violations.map(({ rule, where }) => `${width} wide, ${colorScheme}: ${rule} at ${where.join(', ')}`);
}
