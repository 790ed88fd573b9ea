import { z } from 'zod';
import { THOUSANDTHS } from '../../amounts/quantity.js';
import { addDays, dayText, isDay } from '../../calendar/day.js';
import { amountField, amountFieldText, type TypedAmount } from '../../entry-line/amounts/amount-field.js';
import { dayField } from '../../entry-line/dates/day-field.js';
import type { DaysContext } from '../../entry-line/words/entry.js';
import { noDateField, tickField, useByField } from '../../items/item.form.js';
import { PLACE_KINDS } from '../../stock/stock.js';
import { optionalText, requiredText } from '../../text.js';
import type { Errors, Values } from '../../web/form.js';
import { onceField } from '../../web/idempotency-key.js';
import { idField, idText } from '../../web/ids.js';
import type { Line, LineDetails } from './put-away.lines.js';

const foodsFields = {
  food_id: z
    .union([idText(), z.array(idText())], { error: 'Pick the foods again.' })
    .optional()
    .transform((picked) => [...new Set([picked ?? []].flat())].map(Number)),
  names: z.string({ error: 'Type the foods again.' }).default(''),
};

export const foodsStepForm = z.strictObject(foodsFields);

export type FoodsForm = z.output<typeof foodsStepForm>;

/** The box of the tab. */
export const startForm = z.strictObject({
  ...foodsFields,
  place_id: idField().optional(),
  from: z.literal('shopping').optional(),
  /** An open entry to discard for this one, when there are too many. */
  instead: z.string().max(40).optional(),
  once: onceField,
});

/** The box of the tab, as a place's page leads to it. */
export const boxQuery = z.object({ place_id: idField().optional() });

const kindField = z
  .union([z.enum(PLACE_KINDS), z.literal('')], { error: 'Choose what kind of place it is.' })
  .default('')
  .transform((kind) => kind || 'other');

/** A place that is made beside the lines; their fields come along. */
export const newPlaceForm = z.object({
  new_name: requiredText('a name', 60),
  new_kind: kindField,
});

/** How long a page of lines may stay open and still tell the day it is of. */
const DAYS_OPEN = 31;

/** The day that the page was drawn, by which it guessed; today for one that is none of the last ones. */
export function drawnOnField({ today }: DaysContext) {
  return z
    .string()
    .default(today)
    .catch(today)
    .transform((day) => (isDay(day) && day <= today && day >= addDays(today, -DAYS_OPEN) ? day : today));
}

const placeField = idField('Choose a place.');
const UNSENT = 'Press “Add place” first, or clear this.';

/**
 * Amount, date and place, in fields named after a line's id.
 * @param days by which dates are read
 */
export function detailsStepForm(lines: Line[], days: DaysContext) {
  const bestBefore = dayField(days);
  const fields = lines.flatMap(({ id }) => [
    [`amount_${id}`, amountField],
    [`best_before_${id}`, bestBefore],
    [`place_${id}`, placeField],
    [`no_date_${id}`, noDateField],
    [`use_by_${id}`, useByField],
    [`leave_out_${id}`, tickField('Skip')],
  ]);
  const beside = {
    drawn_on: drawnOnField(days),
    new_name: optionalText('a name', 60).refine((name) => name === '', { error: UNSENT }),
    new_kind: kindField,
  };
  return z.strictObject({ ...Object.fromEntries(fields), ...beside });
}

export type DetailsForm = Record<string, unknown>;

/** Messages that name their line, for the summary. */
export function namingLines(lines: Line[], errors: Errors): Errors {
  const nameOf = (field: string) => lines.find(({ id }) => field.endsWith(`_${id}`))?.name;
  const named = Object.entries(errors).map(([field, message]) => {
    const name = nameOf(field);
    return [field, name ? `${name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message];
  });
  return Object.fromEntries(named);
}

/** A checked details form by line id. */
export function detailsFrom(lines: Line[], form: DetailsForm): Record<string, LineDetails> {
  return Object.fromEntries(lines.map(({ id }) => [id, detailFrom(id, form)]));
}

const PARTS = ['amount', 'best_before', 'place', 'no_date', 'use_by', 'leave_out'];

/** What can be read of a line's fields, whatever is wrong in others. @param shape of detailsStepForm */
export function detailTyped(
  { id }: Line,
  values: Values,
  shape: ReturnType<typeof detailsStepForm>['shape'],
): Partial<LineDetails> {
  const names = PARTS.map((part) => `${part}_${id}`).filter((name) => values[name] !== undefined);
  const read = names.map((name) => [name, shape[name]?.safeParse(values[name]).data]);
  const detail = detailFrom(id, Object.fromEntries(read));
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined));
}

function detailFrom(id: string, form: DetailsForm): LineDetails {
  const bestBefore = form[`best_before_${id}`] as string | null;
  return {
    ...(form[`amount_${id}`] as TypedAmount),
    bestBefore,
    ...(form[`use_by_${id}`] === true && bestBefore && { dateKind: 'use_by' as const }),
    placeId: form[`place_${id}`] as number,
    ...(form[`no_date_${id}`] === true && { noDate: true }),
    ...(form[`leave_out_${id}`] === true && { leftOut: true as const }),
  };
}

/**
 * The details form's values: typed before, else known, else 1.
 * @param placeOf where each line goes, by its id
 */
export function detailsValues(
  lines: Line[],
  details: Record<string, LineDetails>,
  placeOf: Map<string, number>,
): Values {
  const values = lines.flatMap(({ id, known }) => {
    const said: Partial<LineDetails> = details[id] ?? known ?? {};
    const { quantityMilli = THOUSANDTHS, unit = '' } = said;
    return [
      [`amount_${id}`, amountFieldText({ quantityMilli, unit })],
      [`best_before_${id}`, said.bestBefore ? dayText(said.bestBefore) : ''],
      [`place_${id}`, String(placeOf.get(id) ?? '')],
      ...(said.leftOut ? [[`leave_out_${id}`, 'yes']] : []),
      ...(said.noDate ? [[`no_date_${id}`, 'yes']] : []),
      ...(said.dateKind === 'use_by' ? [[`use_by_${id}`, 'yes']] : []),
    ];
  });
  return Object.fromEntries(values);
}
