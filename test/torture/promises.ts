/** What is promised, in words. */
export const PROMISES = {
  drafts: 'a draft holds what its own tabs last saved: nothing crosses, nothing is lost',
  stale: 'a stale form is answered 409 and changes nothing',
  commits: 'a commit that answers success happens exactly once, and its items equal the review',
  tables: 'the household’s tables hold what was committed, added or put back, and nothing before that',
  answers: 'every answer is the one that the state before it asks for',
  shown: 'a page shows what was saved',
  flash: 'a flash message is shown at most once, only on its page and in its tab',
  followed: 'a flash message whose redirect is followed is shown',
  parked: 'what was typed when a session had ended is kept for its writer, and for nobody else',
  signedOut: 'a signed-out or ended cookie never gets a signed-in page again',
  sessions: 'the sessions in the file are those of signed-in browsers; nothing ended comes back',
  elsewhere: 'a form acts for the user and on the household that it was drawn for, or not at all',
  others: 'another household’s pages are 404',
  answered: 'every request is answered, unless its process was killed under it',
  faults: 'no answer is a 5xx',
  allOrNothing: 'what a killed process was doing is done, or not done at all',
  undo: 'undo restores exactly',
  reading: 'a GET never creates a session',
  files: 'the SQLite files are sound at the end',
} as const;

export type PromiseName = keyof typeof PROMISES;

/** One of the promises did not hold. */
export class BrokenPromise extends Error {
  constructor(
    readonly promise: PromiseName,
    readonly how: string,
    /** What led to it, a line each. */
    readonly story: string[] = [],
  ) {
    super(`Broken: ${PROMISES[promise]}\n${how}`);
  }
}

/** Counts what was done, answered and checked. */
export class Tally {
  readonly actions: Record<string, number> = {};
  readonly statuses: Record<string, number> = {};
  /** Milliseconds that the slowest answer took. */
  slowest = 0;
  readonly checked: Partial<Record<PromiseName, number>> = {};

  act(kind: string): void {
    this.actions[kind] = (this.actions[kind] ?? 0) + 1;
  }

  /** @param took milliseconds */
  answer(status: number | string, took = 0): void {
    this.slowest = Math.max(this.slowest, took);
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
  }

  /** Counts a check. @throws BrokenPromise unless it holds */
  check(promise: PromiseName, holds: boolean, how: () => string): void {
    this.checked[promise] = (this.checked[promise] ?? 0) + 1;
    if (!holds) throw new BrokenPromise(promise, how());
  }

  get actionCount(): number {
    return sum(this.actions);
  }

  get checkCount(): number {
    return sum(this.checked);
  }
}

function sum(counts: Partial<Record<string, number>>): number {
  return Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
}
