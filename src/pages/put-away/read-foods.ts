import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import { leftOut, parseAnywhere, parseLines } from '../../entry-line/lists/pasted-lines.js';
import { printLine } from '../../entry-line/print-line.js';
import { type Entry, type LineContext, NOTHING_SAID } from '../../entry-line/words/entry.js';
import { findFoods } from '../../foods/food.repository.js';
import { itemFields } from '../../items/item.form.js';
import { lineContext } from '../../items/line-context.js';
import { listPlaces } from '../../places/place.repository.js';
import { begunWithCapital, inShort } from '../../text.js';
import type { Errors } from '../../web/form.js';
import type { FoodsForm } from './put-away.form.js';
import { LINES_AT_MOST, type LineDetails, type NewLine } from './put-away.lines.js';

/** What lines typed here can name. */
export async function linesContext({ deps, member }: Omit<DraftContext, 'draft'>): Promise<LineContext> {
  return lineContext(deps, member, await listPlaces(deps.db, member));
}

/**
 * The foods that were typed or pasted.
 * @param picked how many foods were picked besides
 * @returns the lines and a message about those left out, or what is wrong
 */
export function readFoods(
  text: string,
  picked: number,
  context: LineContext,
): { lines: NewLine[]; tell: ReturnType<typeof leftOut> } | { error: string } {
  const { lines, skipped, rest } = parseLines(text, context, LINES_AT_MOST);
  const count = picked + lines.length + rest.length;
  if (count === 0) {
    const none = skipped.length > 0 ? ` “${inShort(skipped, 1)}” names none.` : '';
    return { error: `Type or pick what you brought.${none}` };
  }
  if (count > LINES_AT_MOST) {
    const most = `Put ${LINES_AT_MOST} away at a time; the rest goes into a second round.`;
    return { error: `That is ${count} foods. ${most}` };
  }
  for (const { entry } of lines) {
    const problem = itemFields.name.safeParse(entry.name).error?.issues[0]?.message;
    if (problem) return { error: `“${begun(entry.name)}”: ${problem}` };
  }
  return { lines: lines.map(({ entry }) => lineFrom(entry)), tell: leftOut(skipped) };
}

/** What was picked and typed into the box, as lines; or what is wrong with it. */
export async function readPicked(
  context: Omit<DraftContext, 'draft'>,
  { food_id, names }: FoodsForm,
): Promise<{ lines: NewLine[]; tell: ReturnType<typeof leftOut> } | { errors: Errors }> {
  const picked = await findFoods(context.deps.db, context.member, food_id);
  if (picked.length < food_id.length) {
    return { errors: { food_id: 'A food that you picked is gone. Pick again.' } };
  }
  const typed = readFoods(names, picked.length, await linesContext(context));
  if ('error' in typed) return { errors: { names: typed.error } };
  const lines = picked.map(({ id, name }): NewLine => ({ foodId: id, name }));
  return { lines: [...lines, ...typed.lines], tell: typed.tell };
}

/** A line of the entry as one could type it. */
export function typedText({ name, known = {} }: NewLine, context: LineContext): string {
  const place = context.places.find(({ id }) => id === known.placeId);
  const entry: Entry = {
    ...NOTHING_SAID,
    name,
    quantityMilli: known.quantityMilli ?? null,
    unit: known.quantityMilli === undefined ? '' : (known.unit ?? ''),
    placeId: place?.id ?? null,
    bestBefore: known.bestBefore ?? null,
    dateKind: (known.bestBefore && known.dateKind) || 'best_before',
    openedOn: known.openedOn ?? null,
    boughtOn: known.boughtOn ?? null,
    frozenOn: known.frozenOn ?? null,
  };
  return printLine(entry, context, parseAnywhere);
}

function lineFrom({ name, quantityMilli, unit, bestBefore, dateKind, placeId, ...facts }: Entry): NewLine {
  const known: Partial<LineDetails> = {
    ...(quantityMilli !== null && { quantityMilli }),
    ...(unit !== '' && { unit }),
    ...(bestBefore !== null && { bestBefore }),
    ...(dateKind === 'use_by' && { dateKind }),
    ...(placeId !== null && { placeId }),
    ...Object.fromEntries(Object.entries(facts).filter(([, day]) => day !== null)),
  };
  return { foodId: null, name: begunWithCapital(name), ...(Object.keys(known).length > 0 && { known }) };
}

function begun(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
