import { z } from 'zod';
import { itemFields } from '../stock/item.form.js';
import { quantityField, quantityText } from '../stock/quantity.js';
import { type ShoppingLine, type Wanted, wanted } from '../stock/shopping.js';
import { optionalText, requiredText, tidy } from '../text.js';
import type { Values } from '../web/form.js';

/** As many as a person writes down at a time. */
export const LINES_AT_MOST = 20;

/** What is to be bought, one thing on each line; the page that the form stood on, to go back to. */
export const addForm = z
  .strictObject({
    names: z.string({ error: 'Type it again.' }).default('').transform(linesIn),
    return_to: z.string().max(2000).optional(),
  })
  .superRefine(({ names }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['names'], message });
    if (names.length === 0) refuse('Type what to buy.');
    if (names.length > LINES_AT_MOST) {
      refuse(`That is ${names.length} things. Add ${LINES_AT_MOST} at a time.`);
    }
    for (const name of names) {
      const problem = itemFields.name.safeParse(name).error?.issues[0]?.message;
      if (problem) refuse(`“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”: ${problem}`);
    }
  });

/** A typed quantity, or none (null). */
const quantityOrNone = z
  .string({ error: 'Enter how much once.' })
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null;
    const read = quantityField.safeParse(text);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** One line, when it is changed. */
export const lineForm = z
  .strictObject({
    name: requiredText('what to buy', 80),
    quantity: quantityOrNone,
    unit: optionalText('a unit', 20),
    note: optionalText('a note', 200),
    revision: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  })
  .refine(({ quantity, unit }) => quantity !== null || unit === '', {
    path: ['quantity'],
    error: 'Enter how much, or leave the unit empty.',
  });

/** The things that a checked form names. */
export function thingsIn({ names }: z.output<typeof addForm>): Wanted[] {
  return names.map(wanted);
}

/** What a checked form says of a line. */
export function wantedIn(form: Omit<z.output<typeof lineForm>, 'revision'>): Wanted {
  return { name: form.name, quantityMilli: form.quantity, unit: form.unit, note: form.note };
}

/** A line as the fields of its form. */
export function valuesOf(line: ShoppingLine): Values {
  return {
    name: line.name,
    quantity: line.quantityMilli === null ? '' : quantityText(line.quantityMilli),
    unit: line.unit,
    note: line.note,
    revision: String(line.revision),
  };
}

function linesIn(text: string): string[] {
  const bullet = /^([-*•·]|\[ ?\])\s+/;
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => tidy(line.trim().replace(bullet, '')))
    .filter((name) => name !== '');
}
