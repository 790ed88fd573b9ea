import { leftOutText } from '../../entry-line/lists/pasted-lines.js';
import { formsOf } from '../../food-names/food-names.js';
import type { User } from '../../members/member.js';
import { AISLES, type Aisle } from '../../shopping/aisles.js';
import { type ShoppingLine, wantedAmount } from '../../shopping/shopping.js';
import type { ShoppingList } from '../../shopping/shopping.repository.js';
import type { Added } from '../../shopping/shopping-adding.repository.js';
import { nameKey } from '../../text.js';
import type { Suggestion } from './suggestion.repository.js';

export interface ShownLine {
  id: number;
  name: string;
  /** "2 kg", or nothing */
  amount: string;
  note: string;
  /** What there is of it, and what was thrown away lately; or nothing. */
  hints: string[];
  /** When it was somebody else, who is a member still. */
  by: string;
  /** The line to look for after this one: the one below, else the one above. */
  next: number | undefined;
}

interface Around {
  /** Of the open lines, one each. */
  aisles: Aisle[];
  /** All of them, as they are in the shop. */
  order: Aisle[];
  /** In words, by the key of the name. */
  hints: Map<string, string[]>;
  /** Ids of the household's people. */
  members: Set<number>;
}

/** A list as one person sees it: by aisle, and without their own name. */
export function shownList({ open, ticked }: ShoppingList, me: User, around: Around) {
  const other = (person: ShoppingLine['addedBy']) =>
    person && person.id !== me.id && around.members.has(person.id) ? person.name : '';
  const toBuy = around.order.flatMap((aisle) =>
    open.filter((_, n) => around.aisles[n] === aisle).map((line) => ({ line, aisle })),
  );
  const shown = withNext(
    toBuy.map(({ line, aisle }) => {
      const hints = around.hints.get(nameKey(line.name)) ?? [];
      return { ...shownLine(line), aisle, hints, by: other(line.addedBy) };
    }),
  );
  const aisles = around.order.flatMap((aisle) => {
    const lines = shown.filter((line) => line.aisle === aisle);
    return lines.length === 0 ? [] : [{ id: aisle, name: AISLES[aisle], lines }];
  });
  return {
    aisles,
    ticked: withNext(ticked.map((line) => ({ ...shownLine(line), hints: [], by: other(line.tickedBy) }))),
  };
}

function withNext<Line extends { id: number }>(lines: Line[]) {
  return lines.map((line, n) => ({ ...line, next: (lines[n + 1] ?? lines[n - 1])?.id }));
}

export function shownLine(line: ShoppingLine): Pick<ShownLine, 'id' | 'name' | 'amount' | 'note'> {
  return { id: line.id, name: line.name, amount: wantedAmount(line), note: line.note };
}

/**
 * Suggestions: each food once, and none that is on the list.
 * @param most how many at most
 */
export function worthSuggesting(
  suggestions: Suggestion[],
  { open, ticked }: ShoppingList,
  most: number,
): Suggestion[] {
  const known = new Set([...open, ...ticked].flatMap(({ name }) => formsOf(name)));
  const fresh = suggestions.filter(({ name }) => {
    const forms = formsOf(name);
    if (forms.some((form) => known.has(form))) return false;
    for (const form of forms) known.add(form);
    return true;
  });
  return fresh.slice(0, most);
}

/**
 * What was added, in words: "Added: Bread. On the list already: Eggs. Milk: 6 l now."
 * @param skipped lines that name nothing to buy
 */
export function addedText(added: Added[], skipped: string[]): string {
  // Lines of one food know each other, whatever their spelling.
  const firstOf = ({ line, beside }: Added) => Math.min(line.id, ...beside.map(({ id }) => id));
  const firsts = [...new Set(added.map(firstOf))];
  const foods = firsts.map((first) => askedOf(added.filter((one) => firstOf(one) === first)));
  const fresh = foods.filter(({ hows }) => hows.has('new'));
  const known = foods.filter(({ hows }) => hows.size === 1 && hows.has('there'));
  const said = [
    fresh.length > 0 && movedText('Added', fresh),
    known.length > 0 && movedText('On the list already', known),
    ...foods.filter(({ isTold }) => isTold).map(({ name, amounts }) => `${name}: ${amounts} now.`),
    ...foods.filter(({ hows }) => hows.has('too much')).map(({ name }) => `${name}: too much to add up.`),
    leftOutText(skipped),
  ];
  return said.filter(Boolean).join(' ');
}

/** What was asked of one food; amounts are told when they changed. */
function askedOf(added: Added[]) {
  const hows = new Set(added.map(({ how }) => how));
  const all = added.flatMap(({ line, beside }) => [line, ...beside]).toSorted((a, b) => a.id - b.id);
  const lines = all.filter(({ id }, n) => all[n - 1]?.id !== id);
  return {
    name: lines[0]?.name ?? '',
    hows,
    isTold: hows.has('more') || (hows.has('new') && lines.length > 1),
    amounts: conjunction.format(lines.map(wantedAmount)),
  };
}

/** "Off the list: Milk and Eggs." */
export function movedText(what: string, lines: { name: string }[]): string {
  const names =
    lines.length > NAMED_AT_MOST
      ? `${lines.length} things`
      : conjunction.format(lines.map(({ name }) => name));
  return `${what}: ${names}.`;
}

/** Why a line is not where a page showed it. */
export function offListText(line: ShoppingLine): string {
  return movedText(line.state === 'put away' ? 'Put away already' : 'Taken off the list meanwhile', [line]);
}

const NAMED_AT_MOST = 3;
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });
