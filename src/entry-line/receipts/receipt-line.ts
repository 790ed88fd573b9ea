import { THOUSANDTHS } from '../../amounts/quantity.js';
import { unitNamed } from '../amounts/units.js';
import { CHARACTERS, type Token, tokensIn } from './receipt-tokens.js';

export interface ReceiptLine {
  /** The words before. */
  head: string;
  /** Pieces. */
  count?: number;
  weight?: Weight;
  /** Hundredths, for one, a kilogram or a pound. */
  each?: number;
  /** Hundredths; negative for a discount. */
  total?: number;
  /** Has a sign of tax after the price. */
  taxed: boolean;
}

export interface Weight {
  /** Thousandths. */
  milli: number;
  unit: string;
}

export interface Scanning {
  /** On a receipt “3 , 99” is 3.99, and a number may be a tax. */
  receipt: boolean;
}

const HUNDREDTHS = 100;

const PRICE = '(?:(?<several>n)p)?c?(?<unitPrice>d)c?';
const PER = 'pn?[kum]?';
const TOTAL = '(?<minus>s?)c?(?<minus2>s?)(?<linePrice>d)(?<off>s?)c?(?<tax>(?:[tou]|n(?=[to]?$)){0,2})$';
const OPTIONAL = `(?:${TOTAL}|$)`;
/** Patterns over the kinds of a line's last tokens, tried in this order. */
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
  // “£2”, “2 €”, “$3.5”: a price only with a currency.
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

/** “3 , 99”, as scanned from a picture, is 3.99. */
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
  // Only on a receipt is a number after a price a tax.
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

/** “-0.60”, “0,50-”; “Milk - 0.60” only on a receipt: elsewhere the dash stands before a price. */
function isTakenOff({ groups }: RegExpExecArray, tokenOf: TokenOf, receipt: boolean): boolean {
  if (groups?.off || groups?.minus2) return true;
  if (!groups?.minus) return false;
  return receipt || !tokenOf('minus')?.spaced;
}

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

/** The unit of a weight; kilograms when none is named: “0,872 x 1,99”. */
function weightIn(tokens: Token[], from: number): string {
  const unit = tokens.slice(from).find(({ kind }) => kind === 'k')?.text ?? '';
  return unitNamed(unit.toLowerCase())?.unit ?? 'kg';
}

/** True when a count at this price costs that total; prices in hundredths. */
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
