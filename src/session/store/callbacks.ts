export type Done = (error?: unknown) => void;

export function attempt(done: Done, work: () => void): void {
  let failure: unknown;
  try {
    work();
  } catch (error) {
    failure = error;
  }
  done(failure);
}

/** A callback that passes on only the first call. */
export function once<A extends unknown[]>(callback: (...args: A) => void): (...args: A) => void {
  let called = false;
  return (...args) => {
    if (called) return;
    called = true;
    callback(...args);
  };
}

/** Reports only the first of failures in a row. */
export function toldOnce(report: (error: Error) => void): (error: unknown) => void {
  let failed = false;
  return (error) => {
    if (error !== undefined && !failed) report(error as Error);
    failed = error !== undefined;
  };
}
