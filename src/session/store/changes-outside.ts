/** Finds what was changed outside of changeSession, which is never saved. */
export class ChangesOutside {
  readonly #known = new WeakMap<object, Record<string, string>>();
  readonly #disregarded = new WeakSet<object>();

  remember(session: object): void {
    this.#known.set(session, partsAsText(session));
  }

  disregard(session: object): void {
    this.#disregarded.add(session);
  }

  /** @returns an error that names the changed parts; undefined when there are none */
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
