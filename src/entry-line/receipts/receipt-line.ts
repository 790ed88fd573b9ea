import { THOUSANDTHS } from '../../amounts/quantity.js';
import { unitNamed } from '../amounts/units.js';
import { CHARACTERS, type Token, tokensIn } from './receipt-tokens.js';

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

const HUNDREDTHS = 100;

const PRICE = '(?:(?<several>n)p)?c?(?<unitPrice>d)c?';
const PER = 'pn?[kum]?';
const TOTAL = '(?<minus>s?)c?(?<minus2>s?)(?<linePrice>d)(?<off>s?)c?(?<tax>(?:[tou]|n(?=[to]?$)){0,2})$';
const OPTIONAL = `(?:${TOTAL}|$)`;
/** Tried in this order, each on the kinds of a line's last tokens. */
const FORMS = [
  `m?(?:k(?<weighed1>[wd])|(?<weighed2>[wdn])k)m?o(?:nk?p)?${PRICE}(?:${PER})?${OPTIONAL}`,
  `m?(?<weighed3>[wd])k${PRICE}${PER}${OPTIONAL}`,
  `[mqo]?(?<count>[nw])u?(?:m?o|m)(?:nm)?${PRICE}(?:${PER})?${OPTIONAL}`,
  `m?o${PRICE}(?:${PER})?${OPTIONAL}`,
  `c?(?<unitPrice>d)c?o(?<count>n)u?${OPTIONAL}`,
  `q(?<count>n)u?${OPTIONAL}`,
  `(?<columns>[nw])c?(?<unitPrice>d)c?${TOTAL}`,
  `c?(?<unitPrice>d)c?${TOTAL}`,
  `m?${TOTAL}`,
  // “£2”, “2 €”, “$3.5”: only a currency makes a price of it.
  'm?(?<minus>s?)c(?<linePrice>[nw])t?$',
  'm?(?<linePrice>[nw])c$',
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
  if (columns !== undefined && !isProduct(milliOf(columns) / THOUSANDTHS, each, price)) return undefined;
  const amount = amountOf(match, tokens, tokenOf);
  const isOff = isTakenOff(match, tokenOf, receipt);
  return (
    amount && {
      head: text.slice(0, tokens[match.index]?.at).replace(/[ :=]{1,9}$/, ''),
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
  if (weight !== undefined)
    return { weight: { milli: milliOf(weight), unit: weightIn(tokens, match.index) } };
  const count = (tokenOf('count') ?? tokenOf('columns'))?.text;
  if (count === undefined) return {};
  const milli = milliOf(count);
  if (milli % THOUSANDTHS !== 0) return { weight: { milli, unit: weightIn(tokens, match.index) } };
  return milli > 0 ? { count: milli / THOUSANDTHS } : undefined;
}

/** In what it was weighed; kilograms, where nothing says so: “0,872 x 1,99”. */
function weightIn(tokens: Token[], from: number): string {
  const unit = tokens.slice(from).find(({ kind }) => kind === 'k')?.text ?? '';
  return unitNamed(unit.toLowerCase())?.unit ?? 'kg';
}

/** True when so many, at this price, cost that. All in hundredths but the number. */
export function isProduct(count: number, each: number | undefined, total: number | undefined): boolean {
  if (each === undefined || total === undefined) return false;
  return Math.abs(count * each - Math.abs(total)) <= 1 + count / 1000;
}

function milliOf(text: string): number {
  return Math.round(Number(text.replace(',', '.')) * THOUSANDTHS);
}

function centsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/[.,]\d\d$/.test(text)) return Number(text.replace(/\D/g, ''));
  return Math.round(Number(text.replace(/[.,][-–—]$/, '').replace(',', '.')) * HUNDREDTHS);
}
