import { english } from './languages/english.js';
import type { ContainerWords } from './languages/vocabulary.js';
import { isAmbiguous, LANGUAGES } from './languages.js';
import { Phrases } from './phrases.js';
import { firstOf, folded, inOrder, phraseKey, spellings, withoutDot } from './spelling.js';

/** A word for what food comes in. */
export interface Container extends Omit<ContainerWords, 'words'> {
  /** As it is written. */
  unit: string;
  /** The word for one of them, and for several. */
  one: string;
  several: string;
  /** True for the word for one. */
  isOne: boolean;
  /** False for a word that is a food or a word of English too: a number and no more beside it is not enough. */
  sure: boolean;
}

const MEASURES = firstOf(
  LANGUAGES.flatMap(({ measures }) =>
    Object.entries(measures).flatMap(([unit, text]) => spellings(text).map((word) => [word, unit] as const)),
  ),
);

const CONTAINERS = firstOf(
  LANGUAGES.flatMap((language) =>
    language.containers.flatMap(({ words, ...kind }) =>
      inOrder(words).flatMap(([one = '', ...others]) =>
        [one, ...others].map((word) => {
          const sure = !isAmbiguous(language, folded(word));
          const forms = { unit: word, one, several: others[0] ?? one, isOne: word === one };
          return [folded(word), { ...kind, ...forms, sure }] as const;
        }),
      ),
    ),
  ),
);

const NUMBERS = firstOf(
  LANGUAGES.flatMap((language) =>
    inOrder(language.numbers).flatMap((words, index) =>
      spellings(...words)
        .filter((word) => !isAmbiguous(language, word))
        .map((word) => [word, index + 1] as const),
    ),
  ),
);

/** How a weight or a volume is kept, by a word for it: “grams” is g. */
export function measureNamed(key: string): string | undefined {
  return MEASURES.get(withoutDot(key));
}

export function containerNamed(key: string): Container | undefined {
  return CONTAINERS.get(withoutDot(key));
}

/** The whole number that a word is, from one on. */
export function numberNamed(key: string): number | undefined {
  return NUMBERS.get(key);
}

/** English words for what leaves the food that is in it what it is. */
export const WRAPPINGS = english.containers
  .filter(({ wrapsOnly }) => wrapsOnly)
  .flatMap(({ words }) => spellings(words));

/** Units that a form offers. */
export const OFFERED_UNITS = english.offered.split(' ');

const { sentence, names } = english;
export const DOZEN = new Set(LANGUAGES.flatMap(({ dozen }) => spellings(dozen)));
export const HALF = new Set(LANGUAGES.flatMap(({ half }) => spellings(half)));
/** Parts of one, by how many of them are one. */
export const PARTS = new Map([
  ...[...HALF].map((word) => [word, 2] as const),
  ...spellings(english.third).map((word) => [word, 3] as const),
  ...spellings(english.quarter).map((word) => [word, 4] as const),
]);
export const COUPLE = new Set(spellings(english.couple));
export const OF = new Set(LANGUAGES.flatMap(({ of }) => spellings(of)));
/** The ends of “4er” and the like. */
export const PACK_ENDINGS = new Set(LANGUAGES.flatMap(({ packEnding }) => spellings(packEnding)));
const VAGUE = new Phrases(
  LANGUAGES.flatMap(({ vague = [] }) => vague.map((phrase) => [phraseKey(phrase), true] as const)),
);
/** How many words that keys begin with say that there is some of what follows. */
export function vagueWords(keys: string[]): number {
  return VAGUE.startOf(keys)?.taken ?? 0;
}
export const EACH = new Set(LANGUAGES.flatMap(({ each }) => spellings(each)));
export const A = new Set(spellings(sentence.a));
export const AND = new Set(spellings(sentence.and));
/** The endings of “1st” to “4th”. */
export const ORDINALS = spellings(english.ordinals);
/** “12 fl oz” */
export const FLUID = new Set(spellings(english.fluid));
export const FLUID_OUNCE = english.fluidOunce;

/** A number before one of these says no quantity: “3 in 1 coffee”, “7 up”. */
export const NO_FOOD = new Set([
  ...spellings(names.afterNumber, english.of),
  ...spellings(sentence.and, sentence.in, sentence.at, sentence.from, sentence.elsewhere),
]);
/** The number after one of these is part of a name, or of something else: “omega 3”, “about 3”. */
export const BEFORE_NUMBER = new Set([
  ...spellings(names.beforeNumber),
  ...spellings(sentence.and, sentence.at, sentence.from, sentence.elsewhere),
]);
/** With another word after it, this makes one name with its number: “5 spice powder”. */
export const BETWEEN_NUMBER_AND_NAME = new Set(spellings(names.betweenNumberAndName));

const COMPOUNDS = new Set(names.compounds);

/** True when two words are one thing together, whatever the first means alone: “pot noodles”. */
export function isCompound(first: string, second: string): boolean {
  return COMPOUNDS.has(`${first} ${second}`) || COMPOUNDS.has(`${first} ${second.replace(/s$/, '')}`);
}
