import type { Browser, BrowserContext, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { axeViolations, launchBrowser } from './chromium.js';
import { watchForProblems } from './page-problems.js';

export { axeViolations as axe };

export interface PageOptions {
  baseUrl: string;
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  javaScript?: boolean;
  reducedMotion?: boolean;
}

/**
 * A page in a window of its own, closed after the test; the test fails when the page logged or threw an error, or
 * asked another host. Call it inside a test.
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

let shared: Promise<Browser> | undefined;

/** One browser for all files of a worker. */
export async function sharedBrowser(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = launchBrowser();
  return shared as Promise<Browser>;
}

export async function closeWindows(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((window) => window.close()));
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
