import { FRACTION_SIGNS, FRACTIONS, thousandths } from '../../amounts/fractions.js';
import { quantityField, THOUSANDTHS } from '../../amounts/quantity.js';
import { numberNamed, ORDINALS } from '../../vocabulary/amounts.js';

/** Others, such as 1/6, may be days. */
const WRITTEN = new Set(
  [...FRACTIONS.values()]
    .filter(([, below]) => below < 6 || below === 8)
    .map(([above, below]) => `${above}/${below}`),
);

export const NUMBER = String.raw`(?:\d{1,7}(?:[.,]\d{1,12})?|[.]\d{1,3}|\d/\d|\d{0,3}[${FRACTION_SIGNS}])`;

/**
 * A number as quantityField reads it, a usual fraction too; a comma that may mean thousands gives undefined.
 * @returns thousandths
 */
export function milliOf(text: string): number | undefined {
  if (isFraction(text)) {
    const [above, below] = text.split('/').map(Number) as [number, number];
    return thousandths(above, below);
  }
  const [whole, mark] = [text.slice(0, -1), text.slice(-1)];
  const fraction = FRACTIONS.get(mark);
  if (fraction) {
    const more = whole === '' ? 0 : wholeMilli(whole);
    return more === undefined ? undefined : more + thousandths(...fraction);
  }
  // “00 flour” and “007” are names.
  if (!/^(\d+([.,]\d+)?|\.\d+)$/.test(text) || /^0\d/.test(text)) return undefined;
  const read = quantityField.safeParse(text);
  return read.success ? read.data : undefined;
}

/** True for 1/2, 2/3 and the like. */
export function isFraction(text: string): boolean {
  return WRITTEN.has(text);
}

/** The number that a word is. @returns thousandths */
export function milliInWords(key: string): number | undefined {
  const number = numberNamed(key);
  return number === undefined ? undefined : number * THOUSANDTHS;
}

const NUMERIC = new RegExp(String.raw`^[+-]?[\d.,/]*[\d${FRACTION_SIGNS}][.,]?(?:${ORDINALS.join('|')})?$`);

/** True when a word is a number and nothing else, in whatever notation. */
export function looksNumeric(key: string): boolean {
  return NUMERIC.test(key.slice(0, 40));
}

function wholeMilli(text: string): number | undefined {
  return /^[1-9]\d*$/.test(text) ? Number(text) * THOUSANDTHS : undefined;
}
