import { isDeepStrictEqual } from 'node:util';
import { quantityText } from '../amounts/quantity.js';
import { WRITTEN } from '../vocabulary/written.js';
import { factsOf } from './dates/facts.js';
import { parseLine } from './entry-line.js';
import type { Entry, LineContext } from './words/entry.js';
import { quoted } from './words/words.js';

/**
 * A line that reads back as the same entry, in the same context, with few quotes.
 * @param entry with a tidy name, no unit without a quantity, and a place of the context
 * @param read what it will be read by
 */
export function printLine(
  { leftOver: _told, ...entry }: Entry,
  context: LineContext,
  read: (line: string, context: LineContext) => Entry | undefined = parseLine,
): string {
  const asItIs = (text: string) => text;
  const lines = [
    written(entry, context, asItIs, asItIs, asItIs),
    written(entry, context, quoted, asItIs, asItIs),
    written(entry, context, quoted, asItIs, quoted),
    written(entry, context, quoted, quoted, asItIs),
  ];
  const clear = lines.find((line) => isDeepStrictEqual(read(line, context), entry));
  return clear ?? written(entry, context, quoted, quoted, quoted);
}

type Spelling = (text: string) => string;

function written(entry: Entry, { places }: LineContext, name: Spelling, unit: Spelling, place: Spelling) {
  const where = places.find(({ id }) => id === entry.placeId)?.name;
  const until = entry.dateKind === 'use_by' ? WRITTEN.useBy : WRITTEN.bestBefore;
  const parts = [
    entry.quantityMilli === null ? '' : quantityText(entry.quantityMilli, entry.unit),
    entry.unit && unit(entry.unit),
    name(entry.name),
    where && `${WRITTEN.in} ${place(where)}`,
    entry.bestBefore && `${until} ${entry.bestBefore}`,
    ...factsOf(entry).map(([fact, day]) => `${WRITTEN[fact]} ${day}`),
  ];
  return parts.filter(Boolean).join(' ');
}
