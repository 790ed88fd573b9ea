import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';

/**
 * Collects errors in the console, errors thrown, and requests to other hosts.
 * @returns a list that grows until it is stopped
 */
export function watchForProblems(page: Page, baseUrl: string): { problems: string[]; stop(): void } {
  const problems: string[] = [];
  const host = new URL(baseUrl).host;
  const answers = new Set<string>();
  const onResponse = (response: Response) => {
    const isPage = response.request().isNavigationRequest();
    // A server error is in its log, and fails the file there.
    if (isPage && response.status() >= 400) answers.add(response.url());
  };
  const onConsole = (message: ConsoleMessage) => {
    // Chromium logs every 4xx as an error.
    const isAnswer =
      message.text().startsWith('Failed to load resource') && answers.has(message.location().url);
    if (message.type() === 'error' && !isAnswer) problems.push(`console: ${message.text()}`);
  };
  const onError = (error: Error) => problems.push(`error: ${error.message}`);
  const onRequest = (request: Request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) problems.push(`another host: ${url.href}`);
  };
  page.on('response', onResponse).on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  const stop = () => {
    page.off('response', onResponse).off('console', onConsole);
    page.off('pageerror', onError).off('request', onRequest);
  };
  return { problems, stop };
}
