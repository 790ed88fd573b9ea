/** A form's fields, by name. */
type Values = Record<string, string>;

/** Both changed the same thing to something else, which only a person can decide. */
export class ChangedMeanwhile extends Error {}

/**
 * Two changes of one thing put together, each where it changed something.
 * @param was the form's fields when it was drawn
 * @param typed the form as it was sent
 * @param now the form as it would be drawn now
 * @param together fields that mean one thing together
 * @returns the form with both changes; undefined when both changed the same to something else
 */
export function mergedEdit<T extends Values>(
  was: Values,
  typed: T,
  now: T,
  together: readonly (readonly string[])[],
): T | undefined {
  const merged: Values = { ...typed };
  for (const fields of together) {
    if (isSame(fields, typed, now) || isSame(fields, was, now)) continue;
    if (!isSame(fields, was, typed)) return undefined;
    for (const field of fields) {
      const value = now[field];
      if (value === undefined) delete merged[field];
      else merged[field] = value;
    }
  }
  return merged as T;
}

function isSame(fields: readonly string[], one: Values, other: Values): boolean {
  return fields.every((field) => (one[field] ?? '') === (other[field] ?? ''));
}

/** The fields that a form says it was drawn with; undefined when it does not say. */
export function drawnWith(was: string | undefined): Values | undefined {
  try {
    const read: unknown = JSON.parse(was ?? '');
    if (typeof read !== 'object' || read === null) return undefined;
    return Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === 'string'));
  } catch {
    return undefined;
  }
}

/** What a form says it is drawn with. */
export function asDrawn(values: Values): string {
  return JSON.stringify(values);
}
