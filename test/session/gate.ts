/** Holds a request up at a known point, so that a test can do something meanwhile. */
export class Gate {
  #arrived = deferred();
  #opened = deferred();

  /** In the request: says that it got here, and waits until the gate is opened. */
  async pass(): Promise<void> {
    const opened = this.#opened.promise;
    this.#arrived.resolve();
    await opened;
  }

  /** In the test: waits until a request stands at the gate. */
  async reached(): Promise<void> {
    await this.#arrived.promise;
    this.#arrived = deferred();
  }

  /** Lets the request that stands at the gate go on. */
  open(): void {
    const opened = this.#opened;
    this.#opened = deferred();
    opened.resolve();
  }
}

function deferred(): { promise: Promise<void>; resolve(): void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
