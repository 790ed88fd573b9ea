const closers: (() => unknown)[] = [];

/** Does something once the test file that runs is done: what was opened last is closed first. */
export function whenFileIsDone(close: () => unknown): void {
  closers.push(close);
}

/** Called once at the end of each test file. @throws the first error, when everything is closed that can be */
export async function closeEverything(): Promise<void> {
  const errors: unknown[] = [];
  for (const close of closers.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
