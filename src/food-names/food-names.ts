import { nameKey } from '../text.js';

/** Spellings of one name that are looked for; then the first words stay as they are. */
const FORMS_AT_MOST = 64;
/** In shorter words an s is no plural: German Ei and Eis are egg and ice cream. */
const SHORTEST = 3;
/** Plurals that are another food than their singular. */
const ANOTHER_FOOD = new Set(['bitters', 'chocolates', 'ices', 'mints', 'peppermints', 'peppers']);

type Rule = [ending: RegExp, others: string[]];

/** All that fit are tried: "chillies" may come from "chilli", "chilly" and "chillie". */
const SINGULARS: Rule[] = [
  [/(?<=lea|loa|cal|hal|shel)ves$/, ['f']],
  [/(?<=kni)ves$/, ['fe']],
  [/ies$/, ['y', 'i']],
  [/(?<=ss|us|x|zz|ch|sh|o)es$/, ['']],
  [/(?<![su])s$/, ['']],
];
/** The first that fits. */
const PLURALS: Rule[] = [
  [/(?<=lea|loa|cal|hal|shel)f$/, ['ves']],
  [/(?<=kni)fe$/, ['ves']],
  [/(?<=[^aeou])y$/, ['ies']],
  [/(?<=i)$/, ['s', 'es']],
  [/(?<=o)$/, ['s', 'es']],
  [/(?<=ss|us|x|zz|ch|sh)$/, ['es']],
  [/(?<=[^su])$/, ['s']],
];

/**
 * The keys of all names that mean the same food: each word in the singular or the plural, in English. "Tomatoes"
 * may be stored as "Tomato".
 * @returns keys as nameKey gives them, the name's own first
 */
export function formsOf(name: string): string[] {
  const key = nameKey(name);
  const parts = key.split(/([\p{L}\p{M}]+)/u);
  // The last words first: they are what a name is about.
  let forms = [''];
  for (const part of parts.reverse()) {
    const wordForms = formsOfWord(part);
    const varied = forms.length * wordForms.length <= FORMS_AT_MOST ? wordForms : [part];
    const rests = forms;
    forms = varied.flatMap((word) => rests.map((rest) => word + rest));
  }
  return forms.some((form) => ANOTHER_FOOD.has(form)) ? [key] : forms;
}

/**
 * The row that a name means: the one with just that name, else the only one with another form of it.
 * @param rows may have others among them
 * @returns undefined when there is none, or more than one
 */
export function oneNamed<Row extends { name_key: string }>(name: string, rows: Row[]): Row | undefined {
  const [key, ...others] = formsOf(name);
  const fitting = rows.filter((row) => others.includes(row.name_key));
  return rows.find((row) => row.name_key === key) ?? (fitting.length === 1 ? fitting[0] : undefined);
}

function formsOfWord(word: string): string[] {
  if (!/^[\p{L}\p{M}]+$/u.test(word)) return [word];
  const singulars = singularsOf(word);
  const plurals = (singulars.length > 0 ? singulars : [word]).flatMap(pluralsOf);
  return [...new Set([word, ...singulars, ...plurals])];
}

function singularsOf(word: string): string[] {
  const singulars = SINGULARS.flatMap(([ending, others]) =>
    ending.test(word) ? others.map((other) => word.replace(ending, other)) : [],
  );
  return singulars.filter(({ length }) => length >= SHORTEST);
}

function pluralsOf(word: string): string[] {
  if (word.length < SHORTEST) return [];
  const rule = PLURALS.find(([ending]) => ending.test(word));
  return rule ? rule[1].map((other) => word.replace(rule[0], other)) : [];
}
