import type { Keeps, ShelfFood } from '../shelf-life/food-row.js';
import { counted } from '../text.js';

/** One figure of a food, in words. */
export interface Figure {
  /** "In the fridge, once opened" */
  where: string;
  /** "7 days (1 week)" */
  keeps: string;
}

const WORDS: Record<Exclude<Keeps, number>, string> = {
  no: 'not recommended',
  label: 'until the date on the pack',
  ever: 'does not go off',
};

/** What the table says of a food, place by place. */
export function figuresOf({ keeps, opened = {}, thawed }: ShelfFood): Figure[] {
  const said: [where: string, keeps: Keeps | undefined][] = [
    ['In the fridge', keeps.fridge],
    ['In the fridge, once opened', opened.fridge],
    ['In the fridge, thawed', thawed],
    ['In the freezer', keeps.freezer],
    ['In the pantry', keeps.pantry],
    ['In the pantry, once opened', opened.pantry],
  ];
  return said.flatMap(([where, figure]) => (figure === undefined ? [] : { where, keeps: inWords(figure) }));
}

function inWords(figure: Keeps): string {
  if (typeof figure !== 'number') return WORDS[figure];
  if (figure >= 730) return `${figure} days (about ${Math.round(figure / 365)} years)`;
  if (figure >= 60) return `${figure} days (about ${Math.round(figure / 30)} months)`;
  return counted(figure, 'day');
}
