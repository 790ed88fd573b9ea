import { isWord, plainWords } from '../vocabulary/lists.js';
import { unitNamed } from './units.js';

/** What a line has at its end, as receipts write it: how many, what one costs, what all do. */
export interface ReceiptLine {
  /** What stands before that. */
  head: string;
  /** Pieces, when the line says how many. */
  count?: number;
  weight?: Weight;
  /** What one costs, or one kilogram or pound; in hundredths, as all prices. */
  each?: number;
  /** What the line costs, below 0 for what is taken off. */
  total?: number;
  /** True for a sign of tax after the price, which only receipts have. */
  taxed: boolean;
}

export interface Weight {
  /** Thousandths. */
  milli: number;
  unit: string;
}

/** What a line is scanned for. */
export interface Scanning {
  /** True on a receipt: “3 , 99” is 3.99, and a number may stand for a tax. */
  receipt: boolean;
}

interface Token {
  kind: Kind;
  text: string;
  at: number;
  /** True when a space stands after it. */
  spaced: boolean;
}

/**
 * n whole number, d price, w other decimal, b bar code, o times or at, c currency, s minus, p per, u pieces, k weight,
 * m what stands before a weight, q before a number of pieces, % share, t sign of a tax, W word.
 */
type Kind = 'n' | 'd' | 'w' | 'b' | 'o' | 'c' | 's' | 'p' | 'u' | 'k' | 'm' | 'q' | '%' | 't' | 'W';

/** Only so much of a line's end is looked at. */
const CHARACTERS = 90;
const NUMBERS: [RegExp, Kind][] = [
  [/\d{1,2}(?:[.,]\d{1,3})? ?%/y, '%'],
  [/(?:\d{1,3}(?:[.,'’]\d{3}){1,2}|\d{0,5})[.,]\d\d(?![.,]?\d)/y, 'd'],
  [/\d{1,4}[.,]\d{1,4}(?![.,]?\d)/y, 'w'],
  [/\d{6,20}(?:KI|KF)?(?![.,]?\d)/y, 'b'],
  [/\d{1,4}(?![.,]?\d)/y, 'n'],
];
const SIGNS: [RegExp, Kind][] = [
  [/[×*@]|x(?=\d)/iy, 'o'],
  [/[€$£]/y, 'c'],
  [/[-−–]/y, 's'],
  [/\//y, 'p'],
  [/#/y, 't'],
];
const LETTERS = /\p{L}+(?:\d(?![.,\d]))?[.:]?/uy;
const CURRENCY = /^(?:EUR|USD|GBP|CHF|PLN|ZŁ|KR|SEK|DKK|NOK|CZK)$/i;
const WEIGHTS = new Set(['kg', 'g', 'lb', 'oz']);

const PRICE = '(?:(?<several>n)p)?c?(?<unitPrice>d)c?';
const PER = 'pn?[kum]?';
const TOTAL = '(?<minus>s?)c?(?<minus2>s?)(?<linePrice>d)(?<off>s?)c?(?<tax>(?:[tou]|n(?=[to]?$)){0,2})$';
const OPTIONAL = `(?:${TOTAL}|$)`;
/** Tried in this order, each on the kinds of a line's last tokens. */
const FORMS = [
  `m?(?:k(?<weighed1>[wdn])|(?<weighed2>[wdn])k)m?o(?:nk?p)?${PRICE}(?:${PER})?${OPTIONAL}`,
  `m?(?<weighed3>[wd])k${PRICE}${PER}${OPTIONAL}`,
  `[mq]?(?<count>[nw])u?(?:m?o|m)(?:nm)?${PRICE}(?:${PER})?${OPTIONAL}`,
  `m?o${PRICE}${PER}${OPTIONAL}`,
  `c?(?<unitPrice>d)c?o(?<count>n)u?${OPTIONAL}`,
  `q(?<count>n)u?${OPTIONAL}`,
  `(?<columns>[nw])c?(?<unitPrice>d)c?${TOTAL}`,
  `c?(?<unitPrice>d)c?${TOTAL}`,
  TOTAL,
].map((form) => new RegExp(form, 'd'));

/** Reads what a line has at its end. @param text one line, tidied */
export function scanned(text: string, { receipt }: Scanning): ReceiptLine {
  const tokens = tokensIn(receipt ? asPrinted(text) : text);
  const kinds = tokens.map(({ kind }) => kind).join('');
  const whole = receipt ? asPrinted(text) : text;
  for (const form of FORMS) {
    const match = form.exec(kinds);
    const read = match && readForm(match, tokens, whole, receipt);
    if (read) return read;
  }
  return { head: whole, taxed: false };
}

/** As it was printed, before a reader of pictures parted it: “3 , 99”. */
function asPrinted(text: string): string {
  return (
    text.slice(0, -CHARACTERS) + text.slice(-CHARACTERS).replace(/(\d) ?([.,]) ?(\d\d)(?!\d)/g, '$1$2$3')
  );
}

function readForm(
  match: RegExpExecArray,
  tokens: Token[],
  text: string,
  receipt: boolean,
): ReceiptLine | undefined {
  const tokenOf = (name: string) => tokens[match.indices?.groups?.[name]?.[0] ?? -1];
  const tax = match.groups?.tax ?? '';
  // Without a receipt around it a number after a price is no sign of a tax.
  if (!receipt && tax.includes('n')) return undefined;
  const each = eachIn(match, tokenOf);
  const price = centsOf(tokenOf('linePrice')?.text);
  const columns = tokenOf('columns')?.text;
  if (columns !== undefined && !isProduct(milliOf(columns) / 1000, each, price)) return undefined;
  const amount = amountOf(match, tokens, tokenOf);
  const isOff = isTakenOff(match, tokenOf, receipt);
  return (
    amount && {
      head: text.slice(0, tokens[match.index]?.at).trimEnd(),
      ...amount,
      ...(each !== undefined && { each }),
      ...(price !== undefined && { total: isOff ? -price : price }),
      taxed: tax !== '',
    }
  );
}

type TokenOf = (name: string) => Token | undefined;

function eachIn(match: RegExpExecArray, tokenOf: TokenOf): number | undefined {
  const cents = centsOf(tokenOf('unitPrice')?.text);
  if (cents === undefined || !match.groups?.several) return cents;
  return cents / Number(tokenOf('several')?.text);
}

/** “-0.60”, “0,50-”; “Milk - 0.60” on a receipt only: elsewhere the dash parts a name from a price. */
function isTakenOff({ groups }: RegExpExecArray, tokenOf: TokenOf, receipt: boolean): boolean {
  if (groups?.off || groups?.minus2) return true;
  if (!groups?.minus) return false;
  return receipt || !tokenOf('minus')?.spaced;
}

/** @returns undefined for a count that is none */
function amountOf(match: RegExpExecArray, tokens: Token[], tokenOf: TokenOf) {
  const weight = ['weighed1', 'weighed2', 'weighed3'].map((name) => tokenOf(name)?.text).find(Boolean);
  if (weight !== undefined) {
    const unit =
      tokens
        .slice(match.index)
        .find(({ kind }) => kind === 'k')
        ?.text.toLowerCase() ?? 'kg';
    return { weight: { milli: milliOf(weight), unit: unitNamed(unit)?.unit ?? unit } };
  }
  const count = (tokenOf('count') ?? tokenOf('columns'))?.text;
  if (count === undefined) return {};
  const milli = milliOf(count);
  if (milli % 1000 === 0) return milli > 0 ? { count: milli / 1000 } : undefined;
  return {
    weight: {
      milli,
      unit: /lb/i.test(
        tokens
          .slice(match.index)
          .map(({ text }) => text)
          .join(' '),
      )
        ? 'lb'
        : 'kg',
    },
  };
}

/** True when so many, at this price, cost that. All in hundredths but the number. */
export function isProduct(count: number, each: number | undefined, total: number | undefined): boolean {
  if (each === undefined || total === undefined) return false;
  return Math.abs(count * each - Math.abs(total)) <= 1 + count / 1000;
}

function milliOf(text: string): number {
  return Math.round(Number(text.replace(',', '.')) * 1000);
}

function centsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replace(/\D/g, ''));
}

/** The tokens at the end of a line. What is partly a word is one: “7UP”, “1.5L”. */
function tokensIn(text: string): Token[] {
  const from = text.length > CHARACTERS ? wordFrom(text, text.length - CHARACTERS) : 0;
  const tokens: Token[] = [];
  for (let at = from; at < text.length; ) {
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    const chunk = text.slice(at, end);
    if (chunk !== '' && chunk !== '=') tokens.push(...tokensOf(chunk, at));
    at = end + 1;
  }
  return tokens;
}

/** Where the first whole word from here on begins. */
function wordFrom(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? text.length : space + 1;
}

function tokensOf(chunk: string, at: number): Token[] {
  const tokens: Token[] = [];
  const word: Token = { kind: 'W', text: chunk, at, spaced: true };
  for (let from = 0; from < chunk.length; ) {
    const token = tokenAt(chunk, from);
    if (!token) return [word];
    from += token.text.length;
    tokens.push({ ...token, at: at + from - token.text.length, spaced: from === chunk.length });
  }
  return tokens.some(({ kind }) => kind === 'W') ? [word] : tokens;
}

function tokenAt(chunk: string, from: number): Pick<Token, 'kind' | 'text'> | undefined {
  for (const [pattern, kind] of [...NUMBERS, ...SIGNS]) {
    pattern.lastIndex = from;
    const text = pattern.exec(chunk)?.[0];
    if (text) return { kind, text };
  }
  LETTERS.lastIndex = from;
  const text = LETTERS.exec(chunk)?.[0];
  return text === undefined ? undefined : { kind: kindOf(text), text };
}

function kindOf(letters: string): Kind {
  const [word = ''] = plainWords(letters);
  if (CURRENCY.test(letters)) return 'c';
  if (/^x$/i.test(letters) || (word === 'a' && letters !== 'A')) return 'o';
  if (isWeight(word)) return 'k';
  if (isWord('pieces', word)) return 'u';
  if (isWord('counted', word)) return 'q';
  if (isWord('measured', word)) return 'm';
  return /^\p{Lu}{1,2}\d?$/u.test(letters) && !/^(?:L|ML|CL|DL)$/.test(letters) ? 't' : 'W';
}

function isWeight(word: string): boolean {
  return WEIGHTS.has(unitNamed(word)?.unit ?? '');
}
