import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { axeViolations, launchBrowser } from './chromium.js';
import { watchForProblems } from './page-problems.js';

export { axeViolations as axe, launchBrowser };

export interface PageOptions {
  baseUrl: string;
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  javaScript?: boolean;
  reducedMotion?: boolean;
}

/**
 * A page in a window of its own, closed when the test is done. Call it inside a test: the test fails
 * when the page logged an error, threw one, or asked another host for anything.
 */
export async function newPage(browser: Browser, options: PageOptions): Promise<Page> {
  const context = await newContext(browser, options);
  const page = await context.newPage();
  const { problems } = watchForProblems(page, options.baseUrl);
  onTestFinished(async () => {
    await context.close();
    if (problems.length > 0) throw new Error(`The page had problems:\n${problems.join('\n')}`);
  });
  return page;
}

/** One browser for all tests of a file, with newPage bound to it. */
export function usingBrowser(): { newPage(options: PageOptions): Promise<Page> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return {
    newPage(options) {
      if (!browser) throw new Error('The browser is not started');
      return newPage(browser, options);
    },
  };
}

function newContext(browser: Browser, options: PageOptions): Promise<BrowserContext> {
  const { baseUrl, width = 1280, height = 800, scheme = 'light', javaScript = true } = options;
  return browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    locale: 'en-GB',
  });
}
