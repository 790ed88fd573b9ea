/** The characters that are fractions, as above and below the line. */
export const FRACTIONS: ReadonlyMap<string, readonly [above: number, below: number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅐', [1, 7]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
  ['⅑', [1, 9]],
  ['⅒', [1, 10]],
]);
export const FRACTION_SIGNS = [...FRACTIONS.keys()].join('');

const THOUSAND = 1000;
/** Parts that thousandths can only round. */
const ROUNDED = [3, 6, 7, 9, 12];
const EXACT = new Map(
  ROUNDED.flatMap((below) =>
    Array.from(
      { length: below - 1 },
      (_, index) => [thousandths(index + 1, below), [index + 1, below]] as const,
    ),
  )
    // The smallest parts first: two sixths are a third.
    .reverse()
    .filter(([milli, [above, below]]) => milli * below !== above * THOUSAND),
);
/** What rounding leaves of a third, in thousandths. */
const CRUMB = 2;

/** A part of one in thousandths, rounded. */
export function thousandths(above: number, below: number): number {
  return Math.round((above * THOUSAND) / below);
}

/** The sum of two quantities in thousandths, where three times 333 are 1000. */
export function plus(one: number, other: number): number {
  const [a, b] = [exactly(one), exactly(other)];
  return thousandths(a.above * b.below + b.above * a.below, a.below * b.below);
}

/** What is left of a quantity, in thousandths, as `plus` counts; 0 where only a rounded third's rest is left. */
export function minus(from: number, taken: number): number {
  const [a, b] = [exactly(from), exactly(taken)];
  const left = thousandths(a.above * b.below - b.above * a.below, a.below * b.below);
  const isRounded = a.below !== THOUSAND || b.below !== THOUSAND;
  return isRounded && Math.abs(left) <= CRUMB ? 0 : left;
}

/** So many of a quantity in thousandths: three times a third is one. @param count a whole number */
export function times(milli: number, count: number): number {
  const { above, below } = exactly(milli);
  return thousandths(above * count, below);
}

/** The fraction that thousandths stand for. */
function exactly(milli: number): { above: number; below: number } {
  const rest = milli % THOUSAND;
  const [above, below] = EXACT.get(rest) ?? [rest, THOUSAND];
  return { above: ((milli - rest) / THOUSAND) * below + above, below };
}
