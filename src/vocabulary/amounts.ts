import { english } from './languages/english.js';
import type { ContainerWords } from './languages/vocabulary.js';
import { isAmbiguous, LANGUAGES } from './languages.js';
import { Phrases } from './phrases.js';
import { firstOf, folded, inOrder, phraseKey, spellings, withoutDot } from './spelling.js';

export interface Container extends Omit<ContainerWords, 'words'> {
  unit: string;
  one: string;
  several: string;
  isOne: boolean;
  /** False for a word that is also a food or an English word: a number alone beside it is not enough. */
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

/** The unit of a word for a weight or a volume: g for “grams”. */
export function measureNamed(key: string): string | undefined {
  return MEASURES.get(withoutDot(key));
}

export function containerNamed(key: string): Container | undefined {
  return CONTAINERS.get(withoutDot(key));
}

export function numberNamed(key: string): number | undefined {
  return NUMBERS.get(key);
}

/** English containers that leave their food what it is. */
export const WRAPPINGS = english.containers
  .filter(({ wrapsOnly }) => wrapsOnly)
  .flatMap(({ words }) => spellings(words));

export const OFFERED_UNITS = english.offered.split(' ');

const { sentence, names } = english;
export const DOZEN = new Set(LANGUAGES.flatMap(({ dozen }) => spellings(dozen)));
export const HALF = new Set(LANGUAGES.flatMap(({ half }) => spellings(half)));
/** Words for parts of one, by how many make one. */
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
/** How many words mean “some”. */
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

/** A number before these is no quantity: “3 in 1 coffee”, “7 up”. */
export const NO_FOOD = new Set([
  ...spellings(names.afterNumber, english.of),
  ...spellings(sentence.and, sentence.in, sentence.at, sentence.from, sentence.elsewhere),
]);
/** A number after these belongs to the name: “omega 3”, “about 3”. */
export const BEFORE_NUMBER = new Set([
  ...spellings(names.beforeNumber),
  ...spellings(sentence.and, sentence.at, sentence.from, sentence.elsewhere),
]);
/** With a number before and a word after, one name: “5 spice powder”. */
export const BETWEEN_NUMBER_AND_NAME = new Set(spellings(names.betweenNumberAndName));

const COMPOUNDS = new Set(names.compounds);

/** True when two words are one thing: “pot noodles”. */
export function isCompound(first: string, second: string): boolean {
  return COMPOUNDS.has(`${first} ${second}`) || COMPOUNDS.has(`${first} ${second.replace(/s$/, '')}`);
}
