/** A unit as it is kept, and what may stand before it. */
export interface Unit {
  /** Measures have one spelling: grams are g. What holds food is kept as it was typed: tins. */
  unit: string;
  /** True for weights and volumes. */
  measure: boolean;
  /** True when it counts one thing only: “6 pack beer” may be six packs or one of six. */
  onlyOne: boolean;
}

const MEASURES: Record<string, string> = {
  g: 'g gr grs gram grams gramme grammes',
  kg: 'kg kgs kilo kilos kilogram kilograms',
  ml: 'ml mls millilitre millilitres milliliter milliliters',
  cl: 'cl centilitre centilitres centiliter centiliters',
  dl: 'dl decilitre decilitres deciliter deciliters',
  l: 'l lt lts litre litres liter liters ltr ltrs',
  lb: 'lb lbs pound pounds',
  oz: 'oz ounce ounces',
  pt: 'pt pint pints',
  qt: 'qt quart quarts',
  gal: 'gal gallon gallons',
};

/** Said of any number, as people do in a hurry: “3 tin tomatoes”. */
const EITHER = 'bag bottle box bunch can carton jar loaf tin tub pc';
const ONE =
  'bar block bowl case clove crate cup glass head net pack package packet piece pk pkt portion pot pouch punnet rasher sachet sack serving slice sprig stalk stick tray tube';
const MANY =
  'bags bottles boxes bunches cans cartons jars loaves tins tubs pcs bars blocks bowls cases cloves crates cups glasses heads nets packs packages packets pieces pks pkts portions pots pouches punnets rashers sachets sacks servings slices sprigs stalks sticks trays tubes';

const UNITS = new Map<string, Unit>([
  ...Object.entries(MEASURES).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [word, { unit, measure: true, onlyOne: false }] as const),
  ),
  ...`${EITHER} ${MANY}`.split(' ').map((unit) => [unit, { unit, measure: false, onlyOne: false }] as const),
  ...ONE.split(' ').map((unit) => [unit, { unit, measure: false, onlyOne: true }] as const),
]);

/** Names that begin with what is elsewhere a unit: “2 pot noodles” are two, of no pot. */
const COMPOUNDS = new Set([
  ...['bag clip', 'bar snack', 'bottle brush', 'bottle gourd', 'bottle opener', 'box grater', 'can opener'],
  ...['cup a', 'cup cake', 'cup noodle', 'cup soup', 'glass noodle', 'head cheese', 'jar lid', 'pack choi'],
  ...['pot barley', 'pot noodle', 'pot pie', 'pot roast', 'pot sticker', 'pound cake', 'slice bread'],
  ...['stick bean', 'stick blender', 'tin foil', 'tin opener', 'tray bake', 'tube pasta'],
]);

/** The unit that a word names. @param key a word's key */
export function unitNamed(key: string): Unit | undefined {
  return UNITS.get(key.endsWith('.') ? key.slice(0, -1) : key);
}

/** True when two words are one thing together, whatever the first means alone. */
export function isCompound(first: string, second: string): boolean {
  return COMPOUNDS.has(`${first} ${second}`) || COMPOUNDS.has(`${first} ${second.replace(/s$/, '')}`);
}
