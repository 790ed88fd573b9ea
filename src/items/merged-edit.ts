/** A form's fields, by name. */
type Values = Record<string, string>;

/** Fields that mean one thing together. */
const TOGETHER = [
  ['quantity', 'unit', 'level'],
  ['best_before', 'use_by', 'no_date'],
  ['name'],
  ['place_id'],
  ['bought_on'],
  ['opened_on'],
  ['frozen_on'],
  ['thawed_on'],
];

/**
 * Two changes of an item put together, each where it changed something.
 * @param was the form's fields when it was drawn
 * @param typed the form as it was sent
 * @param now the form as it would be drawn now
 * @returns the form with both changes; undefined when both changed the same thing to something else
 */
export function mergedEdit(was: Values, typed: Values, now: Values): Values | undefined {
  const merged = { ...typed };
  for (const fields of TOGETHER) {
    if (isSame(fields, typed, now) || isSame(fields, was, now)) continue;
    if (!isSame(fields, was, typed)) return undefined;
    for (const field of fields) {
      const value = now[field];
      if (value === undefined) delete merged[field];
      else merged[field] = value;
    }
  }
  return merged;
}

function isSame(fields: string[], one: Values, other: Values): boolean {
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
