import { THOUSANDTHS } from '../../amounts/quantity.js';
import { isWeighedTogether } from '../../keeping/shelf-life/loose.js';
import { containerNamed } from '../../vocabulary/amounts.js';
import { type Amount, eachOf, UNIT_AT_MOST } from './read-amount.js';
import { isWeight } from './units.js';

/**
 * Two amounts as one: 4 tins and 400 g are 4 of 400 g each. For pieces see piecesOf.
 * @returns undefined where they don't go together
 */
export function together(one: Amount, other: Amount): Pick<Amount, 'quantityMilli' | 'unit'> | undefined {
  const [count, each] = one.named?.measure ? [other, one] : [one, other];
  if (!isCount(count) || !each.named?.measure) return undefined;
  const unit = eachOf(each.quantityMilli, each.unit);
  return unit.length <= UNIT_AT_MOST ? { quantityMilli: count.quantityMilli, unit } : undefined;
}

function isCount({ form, unit, named }: Amount): boolean {
  if (!named) return form === 'times' && unit === '';
  return !named.measure && containerNamed(unit)?.part !== true;
}

/**
 * Pieces of a food with a measure: 2 onions and 300 g are 2 of 150 g (weighed together), 2 milk and 1 l are 2 of 1
 * l.
 * @param food a known one
 * @returns undefined where one is no number of pieces, or the other no measure
 */
export function piecesOf(
  one: Amount,
  other: Amount,
  food: string,
): Pick<Amount, 'quantityMilli' | 'unit'> | undefined {
  const [count, measure] = one.named?.measure ? [other, one] : [one, other];
  const isPart = containerNamed(count.unit)?.part === true;
  if (!measure.named?.measure || (count.unit !== '' && !isPart) || count.quantityMilli < THOUSANDTHS)
    return undefined;
  if (count.quantityMilli % THOUSANDTHS !== 0) return undefined;
  const isShared = isWeight(measure.unit) && (isPart || isWeighedTogether(food));
  const unit = eachOf(
    isShared ? shareOf(measure.quantityMilli, count.quantityMilli) : measure.quantityMilli,
    measure.unit,
  );
  return unit.length <= UNIT_AT_MOST ? { quantityMilli: count.quantityMilli, unit } : undefined;
}

/** One's share, in thousandths: exact, or else in whole grams. */
function shareOf(milli: number, countMilli: number): number {
  const each = (milli * THOUSANDTHS) / countMilli;
  if (Number.isInteger(each)) return each;
  const step = each < 10 * THOUSANDTHS ? 1 : THOUSANDTHS;
  return Math.max(1, Math.round(each / step) * step);
}
