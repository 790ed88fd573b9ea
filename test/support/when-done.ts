const closers: (() => unknown)[] = [];

/** Runs when the test file is done, the latest first. */
export function whenFileIsDone(close: () => unknown): void {
  closers.push(close);
}

/** Called at the end of each test file. @throws the first error, when all is closed */
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
