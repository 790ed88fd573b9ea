import { THOUSANDTHS } from '../../amounts/quantity.js';
import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import { parseLines } from '../../entry-line/lists/pasted-lines.js';
import { itemFields } from '../../items/item.form.js';
import { datedAs } from '../../items/item-date.js';
import { lineContext } from '../../items/line-context.js';
import { todayOf } from '../../members/member.js';
import type { ItemContent, PlaceKind, SaidDate } from '../../stock/stock.js';
import { begunWithCapital } from '../../text.js';

/** Something on the shelf that was not listed; its date is made when it is stored. */
export type FoundToo = Omit<ItemContent, 'level' | 'noDate'>;

/** What typed lines say of it, one of each without a quantity; or errors. */
export async function readFoundToo(
  { deps, member }: Omit<DraftContext, 'draft'>,
  text: string,
): Promise<{ found: FoundToo[] } | { error: string }> {
  // No places: it is here.
  const { lines, skipped, rest } = parseLines(text, await lineContext(deps, member, []));
  if (skipped[0]) return { error: `“${skipped[0].slice(0, 40)}” names no food.` };
  if (rest.length > 0) return { error: `Write ${lines.length} lines at most. Add the others afterwards.` };
  for (const { line, entry } of lines) {
    const problem = itemFields.name.safeParse(entry.name).error?.issues[0]?.message;
    if (problem) return { error: `“${line.slice(0, 40)}”: ${problem}` };
  }
  const found = lines.map(({ entry: { name, quantityMilli, placeId: _place, ...said } }) => ({
    ...said,
    name: begunWithCapital(name),
    quantityMilli: quantityMilli ?? THOUSANDTHS,
  }));
  return { found };
}

/** The dates of what was found; estimated where none was typed. */
export function foundDates(
  { deps, member }: Omit<DraftContext, 'draft'>,
  found: FoundToo[],
  placeKind: PlaceKind,
): (FoundToo & { date: SaidDate })[] {
  const today = todayOf(member, deps.clock);
  return found.map((one) => ({ ...one, date: datedAs(one, placeKind, today) }));
}
