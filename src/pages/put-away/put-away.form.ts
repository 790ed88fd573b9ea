import { z } from 'zod';
import { quantityText, THOUSANDTHS } from '../../amounts/quantity.js';
import { dayText } from '../../calendar/day.js';
import { dayField } from '../../entry-line/dates/day-field.js';
import type { DaysContext } from '../../entry-line/words/entry.js';
import { itemFields, noDateField, tickField, useByField } from '../../items/item.form.js';
import { PLACE_KINDS, type Place } from '../../stock/stock.js';
import { optionalText } from '../../text.js';
import type { Errors, Values } from '../../web/form.js';
import { onceField } from '../../web/idempotency-key.js';
import { idField, idText } from '../../web/ids.js';
import type { Line, LineDetails } from './put-away.lines.js';

export const startForm = z.strictObject({
  place_id: idField().optional(),
  from: z.literal('shopping').optional(),
  once: onceField,
});

export const placeStepForm = z
  .strictObject({
    place_id: z
      .union([idText(), z.literal('new'), z.literal('')], { error: 'Choose one place.' })
      .default(''),
    name: optionalText('a name', 60),
    kind: z.enum(PLACE_KINDS, { error: 'Choose what kind of place it is.' }).default('other'),
  })
  .superRefine((form, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (form.place_id === '' && form.name === '') refuse('place_id', 'Choose where the food goes.');
    if (form.place_id === 'new' && form.name === '') refuse('name', 'Enter a name for the new place.');
  });

export type PlaceForm = z.output<typeof placeStepForm>;

export const foodsStepForm = z.strictObject({
  food_id: z
    .union([idText(), z.array(idText())], { error: 'Pick the foods again.' })
    .optional()
    .transform((picked) => [...new Set([picked ?? []].flat())].map(Number)),
  names: z.string({ error: 'Type the foods again.' }).default(''),
});

export type FoodsForm = z.output<typeof foodsStepForm>;

const ownPlaceField = idField('Choose a place.').optional();

/**
 * Amount, date and place, in fields named after a line's id. No place: the entry's.
 * @param days by which dates are read
 */
export function detailsStepForm(lines: Line[], days: DaysContext) {
  const bestBefore = dayField(days);
  const fields = lines.flatMap(({ id }) => [
    [`quantity_${id}`, itemFields.quantity],
    [`unit_${id}`, itemFields.unit],
    [`best_before_${id}`, bestBefore],
    [`place_${id}`, ownPlaceField],
    [`no_date_${id}`, noDateField],
    [`use_by_${id}`, useByField],
    [`leave_out_${id}`, tickField('Leave out')],
  ]);
  return z.strictObject(Object.fromEntries(fields));
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

/** A checked details form by line id. @param entryPlace a line that goes there follows it */
export function detailsFrom(
  lines: Line[],
  form: Record<string, unknown>,
  entryPlace: number | undefined,
): Record<string, LineDetails> {
  const details = lines.map(({ id }) => [
    id,
    {
      quantityMilli: form[`quantity_${id}`],
      unit: form[`unit_${id}`],
      bestBefore: form[`best_before_${id}`],
      ...(form[`use_by_${id}`] === true && form[`best_before_${id}`] !== null && { dateKind: 'use_by' }),
      placeId: form[`place_${id}`] === entryPlace ? null : (form[`place_${id}`] ?? null),
      ...(form[`no_date_${id}`] === true && { noDate: true }),
      ...(form[`leave_out_${id}`] === true && { leftOut: true }),
    },
  ]);
  return Object.fromEntries(details) as Record<string, LineDetails>;
}

/**
 * The details form's values: typed before, else known, else 1 to the entry's place.
 * @param places of the household
 */
export function detailsValues(
  lines: Line[],
  details: Record<string, LineDetails>,
  entryPlace: number | undefined,
  places: Place[],
): Values {
  const values = lines.flatMap(({ id, known }) => {
    const said: Partial<LineDetails> = details[id] ?? known ?? {};
    const place = places.find((one) => one.id === said.placeId)?.id ?? entryPlace;
    return [
      [`quantity_${id}`, quantityText(said.quantityMilli ?? THOUSANDTHS, said.unit ?? '')],
      [`unit_${id}`, said.unit ?? ''],
      [`best_before_${id}`, said.bestBefore ? dayText(said.bestBefore) : ''],
      [`place_${id}`, String(place ?? '')],
      ...(said.leftOut ? [[`leave_out_${id}`, 'yes']] : []),
      ...(said.noDate ? [[`no_date_${id}`, 'yes']] : []),
      ...(said.dateKind === 'use_by' ? [[`use_by_${id}`, 'yes']] : []),
    ];
  });
  return Object.fromEntries(values);
}
