import { dutch } from './languages/dutch.js';
import { english } from './languages/english.js';
import { french } from './languages/french.js';
import { german } from './languages/german.js';
import { italian } from './languages/italian.js';
import { polish } from './languages/polish.js';
import { spanish } from './languages/spanish.js';
import type { Vocabulary } from './languages/vocabulary.js';
import { spellings } from './spelling.js';

/** All languages that are read; in doubt a word is English. */
export const LANGUAGES: Vocabulary[] = [english, german, french, spanish, dutch, italian, polish];

const AMBIGUOUS = new Map(LANGUAGES.map((language) => [language, new Set(spellings(language.ambiguous))]));

/** True for a word that is another one too: it needs something clear beside it. */
export function isAmbiguous(language: Vocabulary, word: string): boolean {
  return AMBIGUOUS.get(language)?.has(word) === true;
}
