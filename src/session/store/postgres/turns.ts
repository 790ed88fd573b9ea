/** Lets one piece of work after another go on, for each key by itself. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does work when all that came before it under this key is done, however that ended. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const mine = before ? before.then(work, work) : work();
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
