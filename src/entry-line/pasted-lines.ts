import { inShort, tidy } from '../text.js';
import type { Entry, LineContext } from './entry.js';
import { parseLine } from './entry-line.js';
import { namesNoFood } from './not-food.js';
import { withoutPrices } from './prices.js';

/** As many lines as are read at a time. */
export const PASTED_AT_MOST = 20;

export interface PastedLine {
  /** The line without what only makes a list or a receipt of it. */
  line: string;
  entry: Entry;
}

export interface Pasted {
  lines: PastedLine[];
  /** Lines that name no food: headings, totals, rules. */
  skipped: string[];
  /** The food lines after those, not read. */
  rest: string[];
}

const BULLET =
  /^(?:[-–—*+•·‣▪◦>→●○■□►]\s+)?(?:\[[ xX✓✔]?\]\s*|[☐☑✓✔✅]\uFE0F?\s*)?(?:(?:\d{1,2}|[a-z])[.)]\s+(?=\S)|\d{1,2}[.)](?=\p{L}))?/u;
/** A picture before a name: “🥛 milk”. */
const PICTURE = /^(?:\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u200D)*)+\s+(?=.*\p{L})/u;
/** Bold or struck through, as messengers have it: *milk*, ~milk~. */
const MARKED = /^([*~]{1,2})([^*~\s][^*~]*)\1(?=\s|$)/;
/** What messengers put before a message that is copied: [22/11/2026, 10:15:03] Ada: */
const SENDER =
  /^\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?\]?(?: -)? [^:]{1,40}: /i;

/**
 * Reads a list that was pasted: from a messenger, a shop's receipt, a page. Bullets, ticks, numbers of lines, senders
 * and prices are left out; a line that stands there twice is two.
 * @param most lines that are read
 */
export function parseLines(pasted: string, context: LineContext, most = PASTED_AT_MOST): Pasted {
  const found: Pasted = { lines: [], skipped: [], rest: [] };
  for (const raw of pasted.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const typed = tidy(raw);
    if (typed === '') continue;
    const line = foodLine(typed);
    if (line === undefined) found.skipped.push(typed);
    else if (found.lines.length < most) found.lines.push({ line, entry: parseLine(line, context) });
    else found.rest.push(typed);
  }
  return found;
}

/** Which lines were left out, in words; nothing of those that only part others. */
export function leftOutText(skipped: string[]): string {
  const said = skipped.filter((line) => /[\p{L}\p{N}]/u.test(line)).map((line) => `“${line}”`);
  return said.length > 0 ? `Left out: ${inShort(said)}.` : '';
}

/** @returns undefined when it names no food */
function foodLine(typed: string): string | undefined {
  const bare = typed.replace(SENDER, '').replace(BULLET, '').replace(PICTURE, '').replace(MARKED, '$2');
  return namesNoFood(bare) ? undefined : withoutPrices(bare) || undefined;
}
