import type { Keeps } from './foods/food-row.js';

/** How long something keeps, in whole days: its source's smaller and larger figure. */
export interface Days {
  days: number;
  most: number;
}

/** The figures of an entry; undefined where it is no number. */
export function daysOf(keeps: Keeps | undefined): Days | undefined {
  if (keeps === undefined || typeof keeps === 'string') return undefined;
  const [days, most] = typeof keeps === 'number' ? [keeps, keeps] : keeps;
  return { days, most };
}

/** The smaller of two, figure by figure; where one is missing, the other. */
export const shorter = by(Math.min);
/** The larger of two, figure by figure; where one is missing, the other. */
export const longer = by(Math.max);

function by(choose: (...days: number[]) => number) {
  return <One extends Days | undefined, Other extends Days | undefined>(one: One, other: Other) =>
    one && other
      ? { days: choose(one.days, other.days), most: choose(one.most, other.most) }
      : (one ?? other);
}
