import http from 'node:http';
import { expect, vi } from 'vitest';
import type { Visitor } from '../support/visitor.js';

/** What a page that is open hears, as its EventSource does. */
export interface Listener {
  status: number;
  /** The revisions told so far. */
  told: number[];
  isEnded: boolean;
  close(): void;
}

/** The household and the revision that a page says it shows. */
export async function shownBy(
  visitor: Visitor,
  path = '/',
): Promise<{ household: string; revision: number }> {
  const { body } = (await visitor.get(path)).document;
  return {
    household: body.getAttribute('data-household') ?? '',
    revision: Number(body.getAttribute('data-revision')),
  };
}

/** Opens the stream of a household's changes after a revision. */
export function listen(visitor: Visitor, { household, revision }: { household: string; revision: number }) {
  const url = new URL(`/changes?household=${household}&from=${revision}`, visitor.origin);
  const headers = { accept: 'text/event-stream', cookie: visitor.cookies.header(url) ?? '' };
  return new Promise<Listener>((resolve, reject) => {
    const request = http.get(url, { agent: false, headers }, (response) => {
      const listener: Listener = {
        status: response.statusCode ?? 0,
        told: [],
        isEnded: false,
        close: () => request.destroy(),
      };
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        for (const [, revision] of text.matchAll(/^data: (\d+)$/gm)) listener.told.push(Number(revision));
      });
      response.on('error', () => {});
      response.on('close', () => {
        listener.isEnded = true;
      });
      resolve(listener);
    });
    request.on('error', reject);
  });
}

/** Waits until a listener was told of this many changes. */
export async function hasHeard(listener: Listener, times: number): Promise<void> {
  await vi.waitFor(() => expect(listener.told.length).toBeGreaterThanOrEqual(times), { timeout: 15_000 });
}
