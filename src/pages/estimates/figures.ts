import type { Figures, Keeps, ShelfFood } from '../../keeping/shelf-life/foods/food-row.js';
import { SOURCES, type Source } from '../../keeping/shelf-life/foods/sources.js';
import { counted } from '../../text.js';

export interface Figure {
  /** "In the fridge, once opened" */
  where: string;
  /** "3 to 4 days", "180 to 270 days (about 6 to 9 months)" */
  keeps: string;
}

const WORDS: Record<Extract<Keeps, string>, string> = {
  no: 'not recommended',
  label: 'until the date on the pack',
  ever: 'does not go off',
};

export function figuresOf({ keeps = {}, opened = {}, thawed }: Partial<Figures>): Figure[] {
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

/** The sources of a food's figures: "USDA FoodKeeper, row 27", others by title. */
export function sourcesOf({ row, more = [] }: ShelfFood): string[] {
  const others = more.map(({ source, ...figures }) => {
    const places = figuresOf(figures).map(({ where }) => where);
    return `${inFull(SOURCES[source])}: ${places.join('; ').toLowerCase()}`;
  });
  return row === undefined ? others : [`USDA FoodKeeper, row ${row}`, ...others];
}

function inFull({ title, publisher, year }: Source): string {
  return `“${title}”, ${[publisher, year].filter(Boolean).join(', ')}`;
}

function inWords(figure: Keeps): string {
  if (typeof figure === 'string') return WORDS[figure];
  const [least, most] = typeof figure === 'number' ? [figure, figure] : figure;
  const rough = roughly(least, most);
  return span(least, most, 'day') + (rough && ` (about ${rough})`);
}

function roughly(least: number, most: number): string {
  if (least >= 730) return span(Math.round(least / 365), Math.round(most / 365), 'year');
  return least >= 60 ? span(Math.round(least / 30), Math.round(most / 30), 'month') : '';
}

function span(least: number, most: number, unit: string): string {
  return least === most ? counted(least, unit) : `${least} to ${counted(most, unit)}`;
}
