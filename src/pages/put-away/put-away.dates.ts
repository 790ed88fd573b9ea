import type { IsoDate } from '../../calendar/day.js';
import type { Draft } from '../../drafts/rows/draft.js';
import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import { findFinishing } from '../../foods/finished.repository.js';
import { findFoodsNamed } from '../../foods/food.repository.js';
import { findHabits } from '../../foods/habits.repository.js';
import type { OwnHistory } from '../../items/date-hint.js';
import { datedAs } from '../../items/item-date.js';
import type { Place, SaidDate } from '../../stock/stock.js';
import { nameKey } from '../../text.js';
import { type Line, type LineDetails, linesOf } from './put-away.lines.js';

/**
 * The lines with their dates, so that what is stored is what was looked at.
 * @param boughtOn the day that their page was drawn
 */
export function withDates(
  draft: Draft,
  places: Place[],
  details: Record<string, LineDetails>,
  boughtOn: IsoDate,
): Record<string, LineDetails> {
  const dated = linesOf(draft).flatMap((line) => {
    const detail = details[line.id];
    if (!detail) return [];
    const facts = { ...detail, boughtOn, ...factsIn(line.known ?? {}) };
    return [[line.id, { ...facts, given: dateOf(line, facts, places, boughtOn) }] as const];
  });
  return Object.fromEntries(dated);
}

/** The date that a line comes to: typed, else a guess, else none. @param today when it is bought */
export function dateOf(
  line: Line,
  detail: Partial<LineDetails> & Pick<LineDetails, 'unit'>,
  places: Place[],
  today: IsoDate,
): SaidDate {
  const kind = places.find(({ id }) => id === detail.placeId)?.kind ?? 'other';
  const content = { ...factsIn(line.known ?? {}), ...detail, name: line.name };
  return datedAs({ ...content, bestBefore: detail.bestBefore ?? null }, kind, today);
}

function factsIn({ boughtOn, openedOn, frozenOn }: Partial<LineDetails>) {
  return { ...(boughtOn && { boughtOn }), ...(openedOn && { openedOn }), ...(frozenOn && { frozenOn }) };
}

/** What the household knows of each line's food from before, by the line's id. */
export async function historyOf({ deps, member, draft }: DraftContext): Promise<Map<string, OwnHistory>> {
  const lines = linesOf(draft);
  const typed = lines.filter(({ foodId }) => foodId === null).map(({ name }) => name);
  const foods = await findFoodsNamed(deps.db, member, typed);
  const foodIdOf = (line: Line) => line.foodId ?? foods.get(nameKey(line.name))?.id;
  const foodIds = lines.flatMap((line) => foodIdOf(line) ?? []);
  const finishing = await findFinishing(deps.db, member, foodIds);
  const habits = await findHabits(deps.db, member, foodIds);
  return new Map(
    lines.map((line) => {
      const foodId = foodIdOf(line) ?? 0;
      return [line.id, { finishing: finishing.get(foodId), habit: habits.get(foodId) }];
    }),
  );
}
