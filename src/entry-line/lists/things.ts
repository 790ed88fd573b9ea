import { endsAs, isPhrase, isWord, plainWords } from '../../vocabulary/lists.js';

export interface Knowing {
  /** Says how much, where or until when, and names nothing. */
  isDetail(part: string): boolean;
  hasAmount(part: string): boolean;
  isUnit(part: string): boolean;
  nameIn(part: string): string;
  isFood(name: string): boolean;
  /** “olive oil”, which some write as “oil, olive”. */
  isWhole(name: string): boolean;
}

const LONGEST = 2000;
const LONGEST_NAME = 200;
const THINGS_ON_A_LINE = 60;
const COUNT = /^[1-9]\d?$/;
const COMMA = ',，、';

/**
 * The things on one line: “milk, eggs, 2 kg flour and bread” are four. What only describes stays (“tomatoes,
 * tinned”, “milk, 2 l”), and so does what may be no food (“wine, Chianti”).
 */
export function thingsOn(line: string, knowing: Knowing): string[] {
  return line.length > LONGEST ? [line] : split(line, knowing).map(withCountFirst);
}

/**
 * The parts that stand clearly apart, each perhaps a list: “freezer: peas, chips; pantry: rice”.
 * @param mark with which the line began: “- milk - eggs - ham” has lost its line ends
 */
export function clearPartsOf(line: string, mark: string | undefined, knowing: Knowing): string[] {
  if (line.length > LONGEST) return [line];
  const marked = mark === undefined ? [] : line.split(` ${mark} `);
  if (marked.length > 2 && marked.length <= THINGS_ON_A_LINE) return joined(marked, knowing);
  const parts = partsOf(line, (text, at) => /[;；•·]/.test(text.charAt(at)));
  return parts.length > 1 ? joined(withUnits(parts, knowing), knowing) : (numberedIn(line) ?? [line]);
}

/** “Coke, 2”, “Coke: 2” and “Coke (2)” are two of it. */
function withCountFirst(thing: string): string {
  if (thing.includes('"') || thing.length > LONGEST_NAME) return thing;
  return thing.replace(
    /^(.*\p{L}.*?)(?:[,:] ([1-9]\d?)| \(([1-9]\d?)\))$/u,
    (_, name, one, other) => `${one ?? other} x ${name}`,
  );
}

/** “Pasta 2. Passata 3. Ham”: a numbered list on one line, its first number gone. */
function numberedIn(line: string): string[] | undefined {
  const parts = line.split(/ \d{1,2}[.)] (?=\p{L})/u);
  const numbers = [...line.matchAll(/ (\d{1,2})[.)] (?=\p{L})/gu)].map(([, number]) => Number(number));
  const inOrder = numbers.length > 0 && numbers.every((number, index) => number === index + 2);
  return inOrder && parts.length <= THINGS_ON_A_LINE ? parts : undefined;
}

function split(line: string, knowing: Knowing): string[] {
  const slashed = partsOf(line, (text, at) => / [/+|] /.test(text.slice(at - 1, at + 2)));
  if (slashed.length > 2) return joined(slashed, knowing);
  const added = partsOf(line, (text, at) => text.slice(at - 1, at + 2) === ' + ');
  return isTwoFoods(added, knowing) ? added : listed(line, knowing);
}

/** “6 beers + crisps”, but not “mac + cheese”. */
function isTwoFoods(parts: string[], { isFood, isDetail, nameIn }: Knowing): boolean {
  if (parts.length !== 2 || isPhrase('together', plainWords(parts.map(nameIn).join(' & ')))) return false;
  return parts.every((part) => !isDetail(part) && isFood(nameIn(part)));
}

function listed(line: string, knowing: Knowing): string[] {
  const parts = withUnits(partsOf(line, isComma), knowing);
  const first = parts[0];
  if (parts.length < 2 || first === undefined || knowing.isDetail(first)) return [line];
  const things = joined(parts, knowing);
  if (things.length === 1) return things;
  const last = things.at(-1) ?? '';
  const all = [...things.slice(0, -1), ...lastTwo(last, knowing)];
  // “bread, milk and butter”: after “and” comes a thing.
  if (all.length > 2 || (all.length === 2 && hasAnd(last))) return all;
  const [one = '', other = ''] = all;
  return all.length === 2 && isAnother(one, other, knowing) ? all : [line];
}

function joined(parts: string[], knowing: Knowing): string[] {
  const things: string[] = [];
  for (const part of parts) {
    const before = things.at(-1);
    if (before === undefined) things.push(part);
    else if (COUNT.test(part)) things[things.length - 1] = `${part} x ${before}`;
    else if (knowing.isDetail(part) || isDescription(part)) things[things.length - 1] = `${before}, ${part}`;
    else things.push(part);
  }
  return things;
}

/** “milk, 2, l” as “milk, 2 l”. */
function withUnits(parts: string[], { isUnit }: Knowing): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1) ?? '';
    const isMeasured = joined.length > 1 && /^\d+(?:[.,]\d+)?$/.test(before) && isUnit(part);
    if (isMeasured) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  return joined;
}

/** “pepper and oil” are two, “fish and chips” are one. */
function lastTwo(part: string, knowing: Knowing): string[] {
  const words = part.split(' ');
  const ands = words.flatMap((word, at) => (isWord('and', plainAnd(word)) ? [at] : []));
  const [at, ...others] = ands;
  if (at === undefined || others.length > 0) return [part];
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at + 1).join(' ')];
  if (before === '') return after === '' ? [part] : [after];
  if (after === '' || isPhrase('together', plainWords(part)) || knowing.isDetail(after)) return [part];
  return [before, after];
}

function hasAnd(part: string): boolean {
  return part.split(' ').some((word) => isWord('and', plainAnd(word)));
}

/** Polish “i” is “and”; a capital I is not. */
function plainAnd(word: string): string {
  if (/^\p{Lu}$/u.test(word)) return '';
  return word === '&' || word === '+' ? word : (plainWords(word)[0] ?? '');
}

/** “milk, eggs” are two; “oil, olive” is one. */
function isAnother(one: string, other: string, { hasAmount, nameIn, isFood, isWhole }: Knowing): boolean {
  if (hasAmount(other)) return true;
  const name = nameIn(other);
  return isFood(name) && !isWhole(`${name} ${one}`);
}

function isDescription(part: string): boolean {
  const words = plainWords(part);
  return (
    words.length > 0 && words.every((word) => isWord('describing', word) || endsAs('describingEnds', word))
  );
}

/** Not the comma of 1,5. */
function isComma(text: string, at: number): boolean {
  if (!COMMA.includes(text.charAt(at))) return false;
  return !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}

function partsOf(line: string, isMark: (text: string, at: number) => boolean): string[] {
  const parts: string[] = [];
  let [from, depth, quoted] = [0, 0, false];
  for (let at = 0; at <= line.length; at += 1) {
    const mark = line.charAt(at);
    if ('"“”„«»'.includes(mark) && mark !== '') quoted = !quoted;
    else if (mark === '(' || mark === '[') depth += 1;
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1);
    if (at < line.length && (quoted || depth > 0 || !isMark(line, at))) continue;
    parts.push(line.slice(from, at).trim());
    from = at + 1;
  }
  const some = parts.filter((part) => part !== '');
  return some.length > THINGS_ON_A_LINE ? [line] : some;
}
