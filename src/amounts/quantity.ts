import { z } from 'zod';
import { folded } from '../vocabulary/spelling.js';
import { FRACTION_SIGNS, FRACTIONS, thousandths } from './fractions.js';
import { andHalf, saidNumber } from './number-words.js';

/** Quantities are kept as whole thousandths, so that adding and comparing them is exact. */
export const THOUSANDTHS = 1000;
const MOST = 1_000_000;
export const MOST_MILLI = MOST * THOUSANDTHS;

const THIRDS: ReadonlyMap<number, readonly [typed: string, shown: string]> = new Map([
  [333, ['1/3', '⅓']],
  [667, ['2/3', '⅔']],
]);
/** Scales and labels have decimals: 1.667 kg. */
const WEIGHED: ReadonlySet<string> = new Set(['kg', 'hg', 'dag', 'g']);
const DECIMAL = /^[\d.,]*$/;
const SIGN = new RegExp(`[${FRACTION_SIGNS}]`, 'g');
/** “Two and a half” */
const WORDS = 5;
const FRACTION = /^\+?(?:(\d{1,7}) )?(\d{1,4})\/(\d{1,4})$/;

/** A quantity for form fields: `1.5`, `1 2/3`; it reads back the same. @param milli thousandths */
export function quantityText(milli: number, unit: string): string {
  const [third] = thirdIn(milli, unit) ?? [];
  if (!third) return String(milli / THOUSANDTHS);
  return milli < THOUSANDTHS ? third : `${Math.floor(milli / THOUSANDTHS)} ${third}`;
}

/** A quantity for people: `1.5`, `1⅔`, but 1.667 of kilograms. @param milli thousandths */
export function quantityShown(milli: number, unit: string): string {
  const [, third] = thirdIn(milli, unit) ?? [];
  if (!third) return String(milli / THOUSANDTHS);
  return milli < THOUSANDTHS ? third : `${Math.floor(milli / THOUSANDTHS)}${third}`;
}

function thirdIn(milli: number, unit: string) {
  return WEIGHED.has(unit) ? undefined : THIRDS.get(milli % THOUSANDTHS);
}

/**
 * A typed quantity in thousandths: above 0, up to 3 decimals or a fraction (1/2, 1½) or words (half, two),
 * 1,000,000 at most.
 */
export const quantityField = z
  .string({ error: 'Enter how much.' })
  .trim()
  // 1,000 is a thousand in some countries and one in others.
  .refine((text) => !/^[1-9]\d{0,2}(,\d{3})+$/.test(text), {
    error: 'Write it without the comma: a comma can mean two numbers here.',
    abort: true,
  })
  .transform(
    (text) =>
      (DECIMAL.test(text) ? undefined : (fractionIn(text) ?? inWords(text))) ?? text.replace(',', '.'),
  )
  .superRefine((read, context) => {
    const problem = typeof read === 'number' ? problemWith(read) : problemIn(read);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  })
  .transform((read) => (typeof read === 'number' ? read : Math.round(Number(read) * THOUSANDTHS)));

function problemIn(text: string): string | undefined {
  if (text === '') return 'Enter how much.';
  if (!/^\+?(\d+\.?\d*|\.\d+)$/.test(text)) return 'Enter how much as a number, such as 2 or 0.5.';
  if (/\.\d{4,}$/.test(text)) return 'Use 3 decimals at most.';
  return problemWith(Number(text) * THOUSANDTHS);
}

function problemWith(milli: number): string | undefined {
  if (milli <= 0) return 'Enter a number above 0.';
  return milli > MOST_MILLI ? 'Enter 1,000,000 at most.' : undefined;
}

function inWords(text: string): number | undefined {
  const words = folded(text).split(/\s+/);
  if (words.length > WORDS) return undefined;
  const [first = '', ...more] = words;
  if (/^\d{1,6}$/.test(first) && more.length > 0) {
    const half = andHalf(more);
    return half?.taken === more.length ? Number(first) * THOUSANDTHS + half.milli : undefined;
  }
  const said = saidNumber(words);
  return said?.taken === words.length && said.form !== 'article' ? said.milli : undefined;
}

function fractionIn(text: string): number | undefined {
  const plain = text
    .replace(SIGN, (sign) => ` ${FRACTIONS.get(sign)?.join('/')} `)
    .replace(/ ?[⁄∕/] ?/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
  const [, whole, above, below] = FRACTION.exec(plain)?.map(Number) ?? [];
  if (above === undefined || !below) return undefined;
  const isPart = above < below;
  if (whole !== undefined && !Number.isNaN(whole)) {
    return isPart ? whole * THOUSANDTHS + thousandths(above, below) : undefined;
  }
  return thousandths(above, below);
}
