/**
 * True when two states of a row say the same: in the columns that both have, since a table may have got more of them
 * after one was written down.
 * @param but columns that do not count
 */
export function saysTheSame(one: object | null, other: object | null, but: readonly string[]): boolean {
  if (one === null || other === null) return one === other;
  const [values, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...values].every(([column, value]) => {
    if (but.includes(column) || !others.has(column)) return true;
    return others.get(column) === value;
  });
}
