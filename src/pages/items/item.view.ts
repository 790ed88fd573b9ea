import { addDays, type IsoDate, inWords } from '../../calendar/day.js';
import type { Deps } from '../../deps.js';
import { judged } from '../../eat-first/urgency.js';
import { findFinishing } from '../../foods/finished.repository.js';
import { findHabits } from '../../foods/habits.repository.js';
import { editHint, ownText } from '../../items/date-hint.js';
import { valuesOf } from '../../items/item.form.js';
import { type Member, todayOf } from '../../members/member.js';
import { asDrawn } from '../../merged-edit.js';
import { listPlaces } from '../../places/place.repository.js';
import { type Item, shown, untilText } from '../../stock/stock.js';
import type { Values } from '../../web/form.js';
import { onceToken } from '../../web/idempotency-key.js';
import { safeReturnTo } from '../../web/return-to.js';

/** Days. */
const SHIFTS = [-1, 2, 7];

/** The page of an item. @param values of its form; the item's own when left out */
export async function itemPage({ db, clock }: Deps, member: Member, item: Item, values: Values = {}) {
  const places = await listPlaces(db, member);
  const finishing = await findFinishing(db, member, [item.foodId]);
  const habits = await findHabits(db, member, [item.foodId]);
  const own = { finishing: finishing.get(item.foodId), habit: habits.get(item.foodId) };
  const today = todayOf(member, clock);
  return {
    title: item.name,
    item: { ...shown(item, today), ...judged(item, today, places) },
    until: untilText(item, today),
    days: {
      bought: inWords(item.boughtOn, today).date,
      opened: item.openedOn && inWords(item.openedOn, today).date,
    },
    places,
    otherDates: otherDates(item, today),
    hint: { ...editHint(item, today, own), own: ownText(own) },
    // An unticked box sends nothing: what is stored must not tick it again.
    values: {
      ...valuesOf(item),
      was: asDrawn(valuesOf(item)),
      once: onceToken(),
      ...('best_before' in values && { no_date: '', use_by: '' }),
      ...values,
      ...(values.return_to && { return_to: safeReturnTo(values.return_to) }),
    },
  };
}

/** Dates for one tap, none past; none when the pack has a date. */
function otherDates(
  { bestBefore, estimateId, printedOn }: Item,
  today: IsoDate,
): { iso: IsoDate; label: string }[] {
  if (!bestBefore || !estimateId || printedOn) return [];
  return SHIFTS.map((days) => addDays(bestBefore, days))
    .filter((iso) => iso >= today)
    .map((iso) => ({ iso, label: inWords(iso, today).date }));
}
