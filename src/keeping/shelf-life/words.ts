import { folded } from '../../folding.js';
import { stem } from '../../text.js';
import { WRAPPINGS } from '../../vocabulary/amounts.js';

/** Words that leave a food what it is. */
const HARMLESS =
  wordSet(`organic bio fresh free range large small medium big extra whole full fat low reduced semi
  skimmed skim light lite unsweetened salted unsalted ripe sliced chopped diced washed peeled trimmed lean boneless skinless
  raw natural plain pure traditional classic original finest best value basic premium quality luxury farmhouse local british
  english irish scottish welsh french italian greek spanish dutch german mature mild strong vintage virgin frozen chilled
  family mini pint fillet thick thin
  crunchy smooth set loose wonky seedless baby vine gluten new own half ${WRAPPINGS.join(' ')}`);

/** Words that make another thing of the food beside them. */
const CHANGING =
  wordSet(`vegan vegetarian veggie veg plant based dairy meatless mock imitation substitute alternative dried dry
  powdered ground minced tinned canned cooked roast roasted fried grilled boiled baked mashed stewed poached steamed braised barbecued pulled devilled deviled curried jacket
  cold brewed stuffed breaded battered
  smoked cured pickled preserved marinated candied caramelised crystallised glace maraschino leftover homemade instant microwave condensed
  evaporated powder flavour flavoured ice iced hot sun body hand face hair shaving shea breast dog cat pet bird horse plastic paper toy
  hemp goji wasabi crispy crisp easter scotch custard bourbon brandy salad drinking toasted puffed spray scented shower bath cleaning washing moisturising yoghurt
  with and in or for without no on n`);

const CUT = wordSet(
  'cut sliced chopped diced peeled grated shredded halved quartered prepared half slice segment chunk cube wedge',
);

/** Left out of names. Amounts go too: they start with a digit. */
const SKIPPED = new Set(['of', 'the', 'a', 'an', 'g', 'kg', 'ml', 'cl', 'l', 'lb', 'oz', 'x']);

/** One spelling for several. */
const SAME = new Map(
  [
    ['canned', 'tinned'],
    ['can', 'tinned'],
    ['tin', 'tinned'],
    ['chili', 'chilli'],
    ['chile', 'chilli'],
    ['yogurt', 'yoghurt'],
    ['yogourt', 'yoghurt'],
    ['flavored', 'flavoured'],
    ['flavor', 'flavour'],
    ['defrosted', 'frozen'],
    ['thawed', 'frozen'],
    ['leftovers', 'leftover'],
    ['hotdog', 'hot-dog'],
  ].map(([from = '', to = '']) => [stem(from), stem(to)]),
);

function wordSet(text: string): Set<string> {
  return new Set(text.split(/\s+/).map(stem));
}

const DRY = new Set(['dried', 'dry', 'uncooked']);
const THAWED = new Set(['thawed', 'defrosted']);
const TINNED = stem('tinned');
const HOMEMADE = stem('homemade');
const FRESH = new Set([stem('fresh'), HOMEMADE]);

/** The words of a name in small letters, without accents, amounts and little words; what follows a comma comes first. */
function wordsOf(name: string): string[] {
  const plain = folded(name)
    .replace(/['’]s?(?=\s|$)|['’]/g, '')
    .replace(/&/g, ' and ');
  const parts = plain.split(/[,;()]| - /).reverse();
  return parts
    .flatMap((part) => part.split(/[^\p{L}\p{N}%]+/u))
    .filter((word) => word !== '' && !/^[\d%]/.test(word) && !SKIPPED.has(word));
}

/** The stems of a name's words, in one order: "Beans, green (tinned)" → tinned green bean. For comparing only. */
export function stemsOf(name: string): string[] {
  return wordsOf(name)
    .map(stem)
    .map((word) => SAME.get(word) ?? word);
}

/** As `stemsOf`, run together: "Egg plant" and "Eggplant". */
export function lettersOf(name: string): string {
  return stem(wordsOf(name).join(''));
}

/** True when the words say that it was cut. */
export const isCut = (name: string) => stemsOf(name).some((word) => CUT.has(word));
/** True for what is called fresh or homemade: not dried, tinned or bottled. */
export const isFresh = (name: string) => stemsOf(name).some((word) => FRESH.has(word));
export const isCalledFrozen = (name: string) => wordsOf(name).includes('frozen');
export const isCalledThawed = (name: string) => wordsOf(name).some((word) => THAWED.has(word));
export const isCalledDry = (name: string) => wordsOf(name).some((word) => DRY.has(word));
/** True for what is called tinned; of a unit, for a tin or a can. */
export const isCalledTinned = (name: string) => stemsOf(name).includes(TINNED);
/** Says nothing new of a dish. */
export const isHomemade = (word: string) => word === HOMEMADE;

export const isHarmless = (word: string) => HARMLESS.has(word);
export const isChanging = (word: string) => CHANGING.has(word);
