import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import { findFinishing } from '../../foods/finished.repository.js';
import { findFoodsNamed } from '../../foods/food.repository.js';
import { findHabits } from '../../foods/habits.repository.js';
import { type DateHint, dateHint } from '../../items/date-hint.js';
import { datedAs } from '../../items/item-date.js';
import { todayOf } from '../../members/member.js';
import type { Place } from '../../stock/stock.js';
import { nameKey } from '../../text.js';
import { detailsOf, type Line, type LineDetails, linesOf, placeIdOf } from './put-away.lines.js';

/** The lines with their dates, so that what is stored is what was reviewed. */
export function withDates(
  context: DraftContext,
  places: Place[],
  details: Record<string, LineDetails>,
): Record<string, LineDetails> {
  const today = todayOf(context.member, context.deps.clock);
  const dated = linesOf(context.draft).flatMap(({ id, name, known = {} }) => {
    if (!details[id]) return [];
    const detail = { ...details[id], boughtOn: today, ...factsIn(known) };
    const given = datedAs({ ...detail, name }, kindOf(context, places, detail.placeId), today);
    return [[id, { ...detail, given }] as const];
  });
  return Object.fromEntries(dated);
}

function factsIn({ boughtOn, openedOn, frozenOn }: Partial<LineDetails>) {
  return { ...(boughtOn && { boughtOn }), ...(openedOn && { openedOn }), ...(frozenOn && { frozenOn }) };
}

/** The lines, with a hint for the date of each. */
export async function hintedLines(
  context: DraftContext,
  places: Place[],
): Promise<(Line & { hint: DateHint })[]> {
  const { deps, member, draft } = context;
  const lines = linesOf(draft);
  const typed = lines.filter(({ foodId }) => foodId === null).map(({ name }) => name);
  const foods = await findFoodsNamed(deps.db, member, typed);
  const foodIdOf = (line: Line) => line.foodId ?? foods.get(nameKey(line.name))?.id;
  const foodIds = lines.flatMap((line) => foodIdOf(line) ?? []);
  const finishing = await findFinishing(deps.db, member, foodIds);
  const habits = await findHabits(deps.db, member, foodIds);
  const today = todayOf(context.member, context.deps.clock);
  const details = detailsOf(draft);
  return lines.map((line) => {
    const { placeId } = details[line.id] ?? line.known ?? {};
    const keeping = { placeKind: kindOf(context, places, placeId) };
    const foodId = foodIdOf(line) ?? 0;
    const own = { finishing: finishing.get(foodId), habit: habits.get(foodId) };
    return { ...line, hint: dateHint(line.name, keeping, today, own) };
  });
}

/** The kind of a line's own place, or of the entry's. */
function kindOf({ draft }: DraftContext, places: Place[], placeId: number | null | undefined) {
  const place = places.find(({ id }) => id === placeId) ?? places.find(({ id }) => id === placeIdOf(draft));
  return place?.kind ?? 'other';
}
