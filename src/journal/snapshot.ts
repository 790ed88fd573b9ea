/**
 * True when two states of a row are equal in the columns that both have: tables get new ones.
 * @param but columns that do not count
 */
export function isSameState(one: object | null, other: object | null, but: readonly string[]): boolean {
  if (one === null || other === null) return one === other;
  const [values, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...values].every(([column, value]) => {
    if (but.includes(column) || !others.has(column)) return true;
    return others.get(column) === value;
  });
}
