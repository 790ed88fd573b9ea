import type { Page } from 'playwright-core';

/**
 * Collects what a good page never does: errors in the console, errors thrown, requests to other hosts.
 * @returns a list that grows while the page is used
 */
export function watchForProblems(page: Page, baseUrl: string): string[] {
  const problems: string[] = [];
  const host = new URL(baseUrl).host;
  const answers = new Set<string>();
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    // A fault of the server is logged there, and fails the file unless the test expects it.
    if (isPage && response.status() >= 400) answers.add(response.url());
  });
  page.on('console', (message) => {
    // Chromium logs every answer of 400 and above; a page that says 404 or 422 is no mistake of its own.
    const isAnswer =
      message.text().startsWith('Failed to load resource') && answers.has(message.location().url);
    if (message.type() === 'error' && !isAnswer) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) problems.push(`another host: ${url.href}`);
  });
  return problems;
}
