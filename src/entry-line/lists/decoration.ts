import { tidy } from '../../text.js';

const LONGEST_LINE = 2000;

export interface ListStyle {
  /** Marks that begin more than one line. */
  marks: ReadonlySet<string>;
  /** More than one line begins with a number and a dot: “7.up” alone is a name. */
  dotted: boolean;
  /** “1 - milk”, “2 - ham”, “3 - …”. */
  numbered: boolean;
}

export const NO_STYLE: ListStyle = { marks: new Set(), dotted: false, numbered: false };

/** What messengers put before a message that is copied: [22/11/2026, 10:15:03] Ada: */
const SENDER =
  /^\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?\]?(?: -)? [^:]{1,40}: /i;
const MARK = /^[-–—−*+•·‣▪◦>»→➔➜➤○●■□►▶◆◇★☆✦✧※~#]+/u;
const BOX = /^(?:\[[ xX✓✔*-]?\]|\([ xX✓✔]?\)|[☐☑☒✓✔✗✘✅❌⬜⬛🔲🔳]\uFE0F?)/u;
const NUMBERING =
  /^(?:\(?\d{1,3}\)(?:[.:]| ?-(?= ))?|\[\d{1,3}\]|\d{1,3}\.(?=\D)[):]?|\(?[a-zA-Z]\)|\(?[ivx]{1,4}\)|[a-z]\.(?= )|(?:[\d#*]\uFE0F?\u20E3)+)/u;
const DOTTED = /^\d{1,3}\.(?=\p{L})/u;
const SEQUENCE = /^(\d{1,3}) ?[-–—:/](?= |\p{L})/u;
/** A picture with its colour and frame; not © and the like. */
const PICTURE =
  /(?![©®™])(?:\p{Regional_Indicator}{2}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)(?:\p{Emoji_Modifier}|\uFE0F|\u20E3|[\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*)/gu;
/** A box after one thing and before the next: “milk ✅ eggs ❌”. */
const TICKED = /(?<=\S) [☐☑☒✅❌⬜✔]\uFE0F? ?(?=\S)/gu;
const KEYCAP = /([\d#*])\uFE0F?\u20E3/gu;
/** Bold, italic and struck through, in messengers and Markdown. */
const MARKED = [
  /(\*\*|~~)(?=\S)([^*_~]{1,200}?)(?<=\S)\1/g,
  /(?<![\p{L}\p{N}*])(\*)(?=[^\s*])([^*]{1,200}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])(_)(?=[^\s_])([^_]{1,200}?)(?<=\S)_(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}~])(~)(?=[^\s~])([^~]{1,200}?)(?<=\S)~(?![\p{L}\p{N}~])/gu,
  /()(?<!`)`([^`]{1,200})`(?!`)/g,
];
const LEADER = /(?:\.{2,100}|…|_{2,100}) ?(?=[€$£]?\d)/g;
const LINK = /\[([^\][]{1,200})\]\(https?:[^()\s]{1,300}\)/gi;
const ENTITIES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: '’',
    nbsp: ' ',
    rsquo: '’',
    lsquo: '‘',
  }).concat(
    Object.entries({
      eacute: 'é',
      egrave: 'è',
      agrave: 'à',
      ccedil: 'ç',
      auml: 'ä',
      ouml: 'ö',
      uuml: 'ü',
      szlig: 'ß',
    }),
    Object.entries({
      ntilde: 'ñ',
      euro: '€',
      pound: '£',
      frac12: '½',
      frac14: '¼',
      frac34: '¾',
      bull: '•',
      middot: '·',
    }),
    Object.entries({ ndash: '–', mdash: '—', times: '×', hellip: '…', deg: '°', reg: '®', trade: '™' }),
  ),
);
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}\d{0,2}));/gi;
const QUOTED = /"(?:[^"]|"")*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/g;
const SEPARATORS_AT_END = /(?:[,;|/·•–—~\\]| [-+*&→>.])+$/;
/** A quoted name, and a price such as 2,–. */
const KEPT_END = /"$|\d[.,][-–—]$/;
/** “Milk!!”, “cheese?” */
const SHOUTED = /[!?]{2,}$|(?<=\p{L}{2})\?$/u;

/**
 * A line without its mark, box, number, pictures and bold.
 * @param pictures whether pictures between and after words go too, if words are left
 */
export function undecorated(
  line: string,
  style: ListStyle = NO_STYLE,
  pictures: 'gone' | 'kept' = 'gone',
): string {
  if (line.length > LONGEST_LINE) return line;
  const plain = outsideQuotes(line, (text) => withoutMarkup(withoutEntities(text)));
  const bare = withoutStart(tidy(plain).replace(SENDER, ''), style);
  const seen =
    pictures === 'kept'
      ? bare
      : tidy(
          outsideQuotes(bare, (text) =>
            text.replace(TICKED, ' • ').replace(PICTURE, ' ').replace(KEYCAP, '$1'),
          ),
        );
  const kept = /[\p{L}\p{N}]/u.test(seen) ? withoutStart(seen, style) : bare;
  return KEPT_END.test(kept) ? kept : kept.replace(SHOUTED, '').replace(SEPARATORS_AT_END, '').trimEnd();
}

/** The marks of a list, from all of its lines. */
export function styleOf(lines: string[]): ListStyle {
  const seen = new Map<string, number>();
  for (const line of lines) {
    const mark = MARK.exec(line)?.[0];
    if (mark) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  }
  const numbers = lines.flatMap((line) => SEQUENCE.exec(line)?.[1] ?? []);
  return {
    marks: new Set([...seen].filter(([, count]) => count > 1).map(([mark]) => mark)),
    dotted: lines.filter((line) => /^\d{1,3}\. ?\p{L}/u.test(line)).length > 1,
    numbered: numbers.length > 1 && numbers.every((number, index) => Number(number) === index + 1),
  };
}

/** True for a line that begins with what may be its number: “2 - ham”. */
export function isNumbered(line: string): boolean {
  return SEQUENCE.test(line);
}

/** Marks, boxes and numbers, one after the other: “- [ ] 1. milk”. */
function withoutStart(line: string, style: ListStyle): string {
  let rest = line;
  for (let marks = 0; marks < 4; marks += 1) {
    const next = withoutOne(rest, style);
    if (next === rest || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(next)) return rest;
    rest = next;
  }
  return rest;
}

function withoutOne(line: string, style: ListStyle): string {
  const mark = MARK.exec(line)?.[0];
  if (mark !== undefined && isMark(mark, line.slice(mark.length), style))
    return line.slice(mark.length).trimStart();
  for (const pattern of style.numbered ? [BOX, NUMBERING, SEQUENCE] : [BOX, NUMBERING]) {
    const found = pattern.exec(line)?.[0];
    const isName = !style.dotted && found !== '1.' && DOTTED.test(line);
    if (found && !isName) return line.slice(found.length).trimStart();
  }
  return line;
}

/** A mark before a space or a letter; before a number it may be a minus, unless other lines have it. */
function isMark(mark: string, after: string, { marks }: ListStyle): boolean {
  return (
    /^[\s\p{L}[("“„«\p{Extended_Pictographic}]/u.test(after) ||
    marks.has(mark) ||
    /^[•·‣▪◦○●■□►▶]+$/.test(mark)
  );
}

function withoutMarkup(text: string): string {
  const linked = text
    .replace(LINK, '$1')
    .replace(LEADER, ' ')
    .replace(/ -{2,3} /g, ' – ');
  return MARKED.reduce((rest, pattern) => rest.replace(pattern, '$2'), linked);
}

function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

function outsideQuotes(line: string, change: (text: string) => string): string {
  let result = '';
  let from = 0;
  for (const match of line.matchAll(QUOTED)) {
    result += change(line.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + change(line.slice(from));
}
