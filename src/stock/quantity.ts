import { z } from 'zod';

/** Quantities are kept as whole thousandths, so that adding and comparing them is exact. */
export const THOUSANDTHS = 1000;
const MOST = 1_000_000;

/** A quantity for people and for form fields: `1.5`, never `1.500`. @param milli thousandths */
export function quantityText(milli: number): string {
  return String(milli / THOUSANDTHS);
}

/** A typed quantity: above 0, up to 3 decimals, 1,000,000 at most; gives whole thousandths. */
export const quantityField = z
  .string({ error: 'Enter how much.' })
  .trim()
  // In some countries 1,000 is a thousand, in others it is one: never guess.
  .refine((text) => !/^[1-9]\d{0,2}(,\d{3})+$/.test(text), {
    error: 'Write it without the comma: a comma can mean two numbers here.',
    abort: true,
  })
  .transform((text) => text.replace(',', '.'))
  .superRefine((text, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (text === '') refuse('Enter how much.');
    else if (!/^\+?(\d+\.?\d*|\.\d+)$/.test(text)) refuse('Enter how much as a number, such as 2 or 0.5.');
    else if (/\.\d{4,}$/.test(text)) refuse('Use 3 decimals at most.');
    else if (Number(text) <= 0) refuse('Enter a number above 0.');
    else if (Number(text) > MOST) refuse('Enter 1,000,000 at most.');
  })
  .transform((text) => Math.round(Number(text) * THOUSANDTHS));
