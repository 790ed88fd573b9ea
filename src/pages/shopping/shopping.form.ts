import { z } from 'zod';
import { quantityText } from '../../amounts/quantity.js';
import { type IsoDate, weekdayText } from '../../calendar/day.js';
import { amountFieldIfAny } from '../../entry-line/amounts/amount-field.js';
import { parseLine } from '../../entry-line/entry-line.js';
import { PASTED_AT_MOST, type PastedLine, parseLines } from '../../entry-line/lists/pasted-lines.js';
import type { LineContext } from '../../entry-line/words/entry.js';
import { itemFields } from '../../items/item.form.js';
import { type Aisle, isAisle, USUAL_ORDER, wholeOrder } from '../../shopping/aisles.js';
import { type ShoppingLine, type Wanted, wanted } from '../../shopping/shopping.js';
import type { Place } from '../../stock/stock.js';
import { begunWithCapital, optionalText, requiredText } from '../../text.js';
import { monthNamed } from '../../vocabulary/dates.js';
import { isWord } from '../../vocabulary/lists.js';
import type { Values } from '../../web/form.js';
import { onceField } from '../../web/idempotency-key.js';

/** Words: “for”, an article and a day. */
const DAY_WORDS = 6;

/**
 * What to buy: typed lines, such as “2 l milk”, or a food from a button; with the page to go back to and the form's
 * token.
 */
export function addForm(context: LineContext, places: Place[]) {
  return z
    .strictObject({
      names: z
        .string({ error: 'Type it again.' })
        .default('')
        .transform((text) => {
          const pasted = parseLines(text, context, PASTED_AT_MOST, places);
          return { ...pasted, lines: pasted.lines.map((line) => withDayWanted(line, context)) };
        }),
      food: itemFields.name.optional(),
      return_to: z.string().max(2000).optional(),
      once: onceField,
    })
    .superRefine(({ names: { lines, rest }, food }, refining) => {
      const refuse = (message: string) => refining.addIssue({ code: 'custom', path: ['names'], message });
      const count = lines.length + rest.length;
      if (count === 0 && food === undefined) refuse('Type what to buy.');
      if (rest.length > 0) refuse(`That is ${count} things. Add ${PASTED_AT_MOST} at a time.`);
      for (const { name } of lines.map((line) => thingIn(line, context.today))) {
        const problem = itemFields.name.safeParse(name).error?.issues[0]?.message;
        if (problem) refuse(`“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”: ${problem}`);
      }
    });
}

type AddForm = z.output<ReturnType<typeof addForm>>;

/** “ham for saturday”: the day is no date on the ham. A month alone is a name: “jam for Jan”, “gift for April”. */
function withDayWanted(line: PastedLine, context: LineContext): PastedLine {
  const words = line.line.split(' ');
  const at = words.findLastIndex((word) => isWord('meant for', word.toLowerCase()));
  if (at < Math.max(1, words.length - DAY_WORDS) || line.entry.bestBefore !== null) return line;
  const [first = '', ...others] = words.slice(at + 1);
  if (others.length === 0 && monthNamed(first.toLowerCase())) return line;
  const before = parseLine(words.slice(0, at).join(' '), context);
  const entry = parseLine(words.toSpliced(at, 1).join(' '), context);
  return entry.bestBefore !== null && entry.name === before.name ? { ...line, entry } : line;
}

/** The things of a checked form. @param today the household's */
export function thingsIn({ names, food }: AddForm, today: IsoDate): Wanted[] {
  const typed = names.lines
    .map((line) => thingIn(line, today))
    .map((thing) => ({ ...thing, name: begunWithCapital(thing.name) }));
  return [...(food === undefined ? [] : [wanted(food)]), ...typed];
}

/** The day it is wanted for becomes its note. */
function thingIn({ line, entry }: PastedLine, today: IsoDate): Wanted {
  const { name, quantityMilli, unit, bestBefore, dateKind } = entry;
  if (entry.openedOn ?? entry.boughtOn ?? entry.frozenOn) return wanted(line);
  const day = bestBefore === null ? '' : weekdayText(bestBefore, today);
  return { name, quantityMilli, unit, note: day && dateKind === 'use_by' ? `use by ${day}` : day };
}

const aisleField = z.custom<Aisle>(isAisle, { error: 'Choose an aisle.' });

export const lineForm = z
  .strictObject({
    name: requiredText('what to buy', 80),
    quantity: amountFieldIfAny,
    unit: optionalText('a unit', 20),
    note: optionalText('a note', 200),
    aisle: aisleField.optional(),
    /** What the form showed: another aisle is a choice, the same one is none. */
    aisle_was: aisleField.optional(),
    revision: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  })
  .refine(({ quantity, unit }) => quantity !== undefined || unit === '', {
    path: ['quantity'],
    error: 'Enter how much, or leave the unit empty.',
  });

/** What a checked form says of a line: a unit typed with the quantity (“900 g”) wins over the field of the unit. */
export function wantedIn({ name, quantity, unit, note }: z.output<typeof lineForm>): Wanted {
  return { name, quantityMilli: quantity?.quantityMilli ?? null, unit: quantity?.unit || unit, note };
}

/** A line as the fields of its form. @param aisle where it is now */
export function valuesOf(line: ShoppingLine, aisle: Aisle): Values {
  return {
    aisle,
    aisle_was: aisle,
    name: line.name,
    quantity: line.quantityMilli === null ? '' : quantityText(line.quantityMilli, line.unit),
    unit: line.unit,
    note: line.note,
    revision: String(line.revision),
  };
}

/** One aisle, and the one that it is to stand before or after. */
export const moveForm = z.strictObject({
  aisle: aisleField,
  side: z.enum(['before', 'after'], { error: 'Choose up or down.' }),
  other: aisleField,
  return_to: z.string().max(2000).optional(),
});

/** A whole order of aisles, such as one that an undo puts back; left out, the usual one. */
export const orderForm = z.strictObject({
  order: z
    .string()
    .max(500)
    .optional()
    .transform((order) => (order === undefined ? USUAL_ORDER : wholeOrder(order.split(',')))),
  return_to: z.string().max(2000).optional(),
});
