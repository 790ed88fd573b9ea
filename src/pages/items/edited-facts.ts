import type { z } from 'zod';
import type { IsoDate } from '../../calendar/day.js';
import { dateKindOf, type itemForm, otherColumns } from '../../items/item.form.js';
import { factColumns, type NewState, redated } from '../../items/item-date.js';
import { isForFreezer, movedTo } from '../../keeping/fact-changes.js';
import type { Item, Place } from '../../stock/stock.js';

type ItemForm = z.output<ReturnType<typeof itemForm>>;

/**
 * The columns that a checked form changes, besides food, amount and place.
 * @param item as it is stored
 * @param place that the form names; undefined when it is gone, which storing tells
 * @param today the household's
 */
export function editedFacts(item: Item, place: Place | undefined, form: ItemForm, today: IsoDate): NewState {
  return { ...datesIn(item, place, form, today), ...otherColumns(form) };
}

function datesIn(item: Item, place: Place | undefined, form: ItemForm, today: IsoDate): NewState {
  const moved = factColumns(place ? movedTo(item, place.kind, today) : {});
  const date = redated(item, {
    bestBefore: form.best_before,
    noDate: form.no_date,
    dateKind: dateKindOf(form.best_before, form.use_by),
  });
  const days = daysIn(item, form);
  // A far date on frozen food says how long it stays there.
  const frozenOn = moved.frozen_on ?? (place?.kind === 'freezer' ? item.frozenOn : null);
  if (frozenOn && date.printed_on && isForFreezer(date.printed_on, frozenOn))
    return { ...moved, ...days, own_date: date.printed_on };
  return { ...moved, ...date, ...days };
}

/** The days that the form changes; the day it was bought is never empty. */
function daysIn(item: Item, form: ItemForm): NewState {
  const was = factColumns(item);
  const days = {
    bought_on: form.bought_on ?? undefined,
    opened_on: form.opened_on,
    frozen_on: form.frozen_on,
    thawed_on: form.thawed_on,
  };
  const others = Object.entries(days).filter(
    ([column, day]) => day !== undefined && day !== was[column as keyof typeof days],
  );
  return Object.fromEntries(others);
}
