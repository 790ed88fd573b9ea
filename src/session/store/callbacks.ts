export type Done = (error?: unknown) => void;

/** Reports only the first of failures in a row. */
export function toldOnce(report: (error: Error) => void): (error: unknown) => void {
  let failed = false;
  return (error) => {
    if (error !== undefined && !failed) report(error as Error);
    failed = error !== undefined;
  };
}
