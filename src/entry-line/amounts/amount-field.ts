import { z } from 'zod';
import { quantityField, quantityText } from '../../amounts/quantity.js';
import { tidy } from '../../text.js';
import { wordsIn } from '../words/words.js';
import { readAmount, UNIT_AT_MOST } from './read-amount.js';

export interface TypedAmount {
  /** Thousandths. */
  quantityMilli: number;
  unit: string;
}

const CHARACTERS = 60;
/** A number, and a unit that nobody has heard of. */
const NUMBER_FIRST = /^(\S+(?: \d\/\d)?)(?: (.*))?$/;

/** A typed amount, as the quick line takes it: “900 g”, “½”, “1,5 l”, “2 × 400 g”, “3 jars”. */
export const amountField = z
  .string({ error: 'Enter how much.' })
  .transform(tidy)
  .transform((text, context): TypedAmount => {
    const read = text.length <= CHARACTERS ? (wholeAmount(text) ?? plainAmount(text)) : undefined;
    if (typeof read === 'object') return read;
    context.addIssue({ code: 'custom', message: read ?? problemIn(text) });
    return z.NEVER;
  });

/** The same; undefined when nothing was typed. */
export const amountFieldIfAny = z.preprocess(
  (typed) => (String(typed ?? '').trim() === '' ? undefined : typed),
  amountField.optional(),
);

/** An amount for its field; it reads back the same. */
export function amountFieldText({ quantityMilli, unit }: TypedAmount): string {
  return [quantityText(quantityMilli, unit), unit].filter(Boolean).join(' ');
}

function wholeAmount(text: string): TypedAmount | undefined {
  const words = wordsIn(text);
  const read = readAmount(words, 0, words.length);
  if (read?.next !== words.length || read.form === 'times') return undefined;
  return { quantityMilli: read.quantityMilli, unit: read.unit };
}

/** @returns what is wrong with the number, in words, or undefined when there is none */
function plainAmount(text: string): TypedAmount | string | undefined {
  const [, number = '', unit = ''] = NUMBER_FIRST.exec(text) ?? [];
  const read = quantityField.safeParse(number);
  if (/^\d+$/.test(unit)) return undefined;
  if (!read.success) return /^[\d.,+-]+$/.test(number) ? read.error.issues[0]?.message : undefined;
  if (unit.length > UNIT_AT_MOST) return `Shorten the unit to ${UNIT_AT_MOST} characters at most.`;
  return { quantityMilli: read.data, unit };
}

function problemIn(text: string): string {
  if (text === '') return 'Enter how much.';
  const short = text.length <= CHARACTERS ? text : `${text.slice(0, CHARACTERS)}…`;
  return `We can’t read “${short}” as an amount. Try “2”, “500 g” or “½”.`;
}
