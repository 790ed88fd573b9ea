export type Done = (error?: unknown) => void;

/** Does the work, then calls back: with what it threw, if it did. */
export function attempt(done: Done, work: () => void): void {
  let failure: unknown;
  try {
    work();
  } catch (error) {
    failure = error;
  }
  done(failure);
}

/** The same callback, that hears of the first call only. */
export function once<A extends unknown[]>(callback: (...args: A) => void): (...args: A) => void {
  let called = false;
  return (...args) => {
    if (called) return;
    called = true;
    callback(...args);
  };
}

/** Reports the first of the failures that come without a success in between. */
export function toldOnce(report: (error: Error) => void): (error: unknown) => void {
  let failed = false;
  return (error) => {
    if (error !== undefined && !failed) report(error as Error);
    failed = error !== undefined;
  };
}
