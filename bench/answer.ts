/** What one row is answered with: Larder makes it, the floors repeat it. */
export interface Answer {
  status: number;
  headers: [string, string][];
  body: string;
}

/** What Node writes by itself, on every answer. */
const WRITTEN_BY_NODE = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

/** What differs from one answer to the next: the token of a form, and the key of a message. Their lengths don't. */
const TOKENS = /(?<=name="once" value="|[?&]flash=)[\w-]+/g;

/** The answer that a page got, ready to be repeated. */
export function answerOf(page: { status: number; headers: Headers; html: string }): Answer {
  const headers = [...page.headers].filter(([name]) => !WRITTEN_BY_NODE.has(name));
  return { status: page.status, headers, body: page.html };
}

/** A check, cheap enough for every answer, that a body is this one but for its tokens. */
export function sameBody(expected: string): (body: string) => boolean {
  const tokens = [...expected.matchAll(TOKENS)].map(({ index, 0: token }) => ({
    start: index,
    end: index + token.length,
  }));
  const starts = [0, ...tokens.map(({ end }) => end)];
  const ends = [...tokens.map(({ start }) => start), expected.length];
  const fixed = starts.map((start, n) => ({ start, text: expected.slice(start, ends[n]) }));
  return (body) =>
    body.length === expected.length && fixed.every(({ start, text }) => body.startsWith(text, start));
}

/** Where two bodies part, for the message of a failure. */
export function difference(expected: string, got: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `at character ${at}: expected ${around(expected)}, got ${around(got)}`;
}
