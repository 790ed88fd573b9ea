import type { Keeps } from './foods/food-row.js';

/** How long something keeps, in whole days: the smaller and the larger figure of its source. */
export interface Days {
  days: number;
  most: number;
}

/** The figures of an entry of the table; none where it is no number. */
export function daysOf(keeps: Keeps | undefined): Days | undefined {
  if (keeps === undefined || typeof keeps === 'string') return undefined;
  const [days, most] = typeof keeps === 'number' ? [keeps, keeps] : keeps;
  return { days, most };
}

/** The smaller of both figures, each by itself; of none, the other. */
export const shorter = by(Math.min);
/** The larger of both figures, each by itself; of none, the other. */
export const longer = by(Math.max);

function by(choose: (...days: number[]) => number) {
  return <One extends Days | undefined, Other extends Days | undefined>(one: One, other: Other) =>
    one && other
      ? { days: choose(one.days, other.days), most: choose(one.most, other.most) }
      : (one ?? other);
}
