/** Finds what was changed in sessions outside of changeSession: nothing of that is ever saved. */
export class ChangesOutside {
  /** What was read or saved last of a session, as JSON by part. */
  readonly #known = new WeakMap<object, Record<string, string>>();
  readonly #disregarded = new WeakSet<object>();

  /** Remembers a session as it is now: it was read, or saved. */
  remember(session: object): void {
    this.#known.set(session, partsAsText(session));
  }

  /** Says that what a session holds in memory is not to be kept: the change that left it so has failed. */
  disregard(session: object): void {
    this.#disregarded.add(session);
  }

  /** @returns an error that names the parts that were changed since; undefined when there is none */
  in(session: object): Error | undefined {
    if (this.#disregarded.has(session)) return undefined;
    const before = this.#known.get(session) ?? {};
    const now = partsAsText(session);
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    const changed = names.filter((name) => before[name] !== now[name]);
    if (changed.length === 0) return undefined;
    return new Error(`${changed.join(', ')} of a session was changed outside of changeSession, and is lost`);
  }
}

/** The cookie is express-session's own. */
function partsAsText(session: object): Record<string, string> {
  const parts = Object.entries(session).filter(([name]) => name !== 'cookie');
  return Object.fromEntries(parts.map(([name, value]) => [name, JSON.stringify(value)]));
}
