import { z } from 'zod';
import { quantityText } from '../amounts/quantity.js';
import { dayText } from '../calendar/day.js';
import { amountField, type TypedAmount } from '../entry-line/amounts/amount-field.js';
import { dayField, onceADay, pastDayFieldIfAny } from '../entry-line/dates/day-field.js';
import type { DateKind, Item, ItemContent } from '../stock/stock.js';
import { optionalText, requiredText } from '../text.js';
import type { Values } from '../web/form.js';
import { onceField } from '../web/idempotency-key.js';
import { idField } from '../web/ids.js';
import { dateShown, type NewState } from './item-date.js';

export const itemFields = {
  name: requiredText('the name of the food', 80),
  quantity: amountField,
  unit: optionalText('a unit', 20),
};

export const newItemForm = onceADay((days) =>
  z.strictObject({ ...itemFields, best_before: dayField(days), once: onceField }).transform(withOneUnit),
);

export const noDateField = tickField('No date');

export const useByField = tickField('Use by');

export const itemForm = onceADay((days) =>
  z
    .strictObject({
      ...itemFields,
      best_before: dayField(days),
      level: z
        .enum(['', 'have', 'low', 'out'], { error: 'Choose how much there is.' })
        .default('')
        .transform((level) => level || null),
      no_date: noDateField,
      bought_on: pastDayFieldIfAny(days),
      opened_on: pastDayFieldIfAny(days),
      frozen_on: pastDayFieldIfAny(days),
      thawed_on: pastDayFieldIfAny(days),
      use_by: useByField,
      place_id: idField('Choose a place.'),
      once: onceField,
      return_to: z.string().max(2000).optional(),
      was: z.string().max(4000).optional(),
      revision: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number)
        .optional(),
    })
    .transform(withOneUnit),
);

/** A unit typed with the quantity (“900 g”) wins over the field of the unit. */
function withOneUnit<Form extends { quantity: TypedAmount; unit: string }>({
  quantity,
  unit,
  ...others
}: Form) {
  return { ...others, quantity: quantity.quantityMilli, unit: quantity.unit || unit };
}

/** A checked form as the item it describes. */
export function itemContent(form: {
  name: string;
  quantity: number;
  unit: string;
  best_before: string | null;
}): ItemContent {
  const { name, quantity, unit, best_before: bestBefore } = form;
  return { name, quantityMilli: quantity, unit, bestBefore };
}

/** The kind of a typed date; `best_before` when none is typed. */
export function dateKindOf(bestBefore: string | null, useBy: boolean | undefined): DateKind {
  return bestBefore && useBy ? 'use_by' : 'best_before';
}

/** Columns of the form that are not the food, the place, the amount or the days. */
export function otherColumns({ level }: z.output<ReturnType<typeof itemForm>>): NewState {
  return { level };
}

/** An item as the fields of its form. */
export function valuesOf(item: Item): Values {
  const { bestBefore, noDate } = dateShown(item);
  return {
    name: item.name,
    quantity: quantityText(item.quantityMilli, item.unit),
    unit: item.unit,
    level: item.level ?? '',
    best_before: bestBefore === null ? '' : dayText(bestBefore),
    bought_on: dayText(item.boughtOn),
    opened_on: item.openedOn === null ? '' : dayText(item.openedOn),
    frozen_on: item.frozenOn === null ? '' : dayText(item.frozenOn),
    thawed_on: item.thawedOn === null ? '' : dayText(item.thawedOn),
    ...(noDate && { no_date: 'yes' }),
    ...(item.dateKind === 'use_by' && { use_by: 'yes' }),
    place_id: String(item.placeId),
    revision: String(item.revision),
  };
}

export function tickField(label: string) {
  return z
    .literal('yes', { error: `Tick “${label}” or leave it.` })
    .optional()
    .transform((ticked) => ticked === 'yes');
}

/** Fields that mean one thing together, for two edits at once. */
export const FIELDS_TOGETHER = [
  ['quantity', 'unit', 'level'],
  ['best_before', 'use_by', 'no_date'],
  ['name'],
  ['place_id'],
  ['bought_on'],
  ['opened_on'],
  ['frozen_on'],
  ['thawed_on'],
];
