import { nameKey } from '../text.js';

/** More spellings than this of one name are not looked for: the words at its beginning stay as they are then. */
const FORMS_AT_MOST = 64;
/** In shorter words an s is no plural: German Ei and Eis are egg and ice cream. */
const SHORTEST = 3;
/** Names in the plural that are another food than the singular: the spice and the vegetable, the herb and the sweets. */
const ANOTHER_FOOD = new Set(['bitters', 'chocolates', 'ices', 'mints', 'peppermints', 'peppers']);

type Rule = [ending: RegExp, others: string[]];

/** Each of these that fits is tried: "chillies" may be of "chilli", "chilly" and "chillie". */
const SINGULARS: Rule[] = [
  [/(?<=lea|loa|cal|hal|shel)ves$/, ['f']],
  [/(?<=kni)ves$/, ['fe']],
  [/ies$/, ['y', 'i']],
  [/(?<=ss|us|x|zz|ch|sh|o)es$/, ['']],
  [/(?<![su])s$/, ['']],
];
/** The first of these that fits is it. */
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
 * The keys of the names that a food may have which is written like this: with each word in the singular or in the
 * plural, as English makes them. "Tomatoes" may be kept as "Tomato", and the other way round.
 * @returns keys as nameKey gives them, that of the name itself first
 */
export function formsOf(name: string): string[] {
  const key = nameKey(name);
  const parts = key.split(/([\p{L}\p{M}]+)/u);
  // The last words are varied first: they are what a name is about.
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
 * The one among rows that a name stands for: the row of just that name, else the only one of another form of it.
 * @param rows whose keys are among formsOf(name), or not: others are passed over
 * @returns undefined when there is none, or when it may be one as well as another
 */
export function oneNamed<Row extends { name_key: string }>(name: string, rows: Row[]): Row | undefined {
  const [key, ...others] = formsOf(name);
  const fitting = rows.filter((row) => others.includes(row.name_key));
  return rows.find((row) => row.name_key === key) ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** A word, and what it is in the singular and in the plural. */
function formsOfWord(word: string): string[] {
  if (!/^[\p{L}\p{M}]+$/u.test(word)) return [word];
  const singulars = singularsOf(word);
  const plurals = (singulars.length > 0 ? singulars : [word]).flatMap(pluralsOf);
  return [...new Set([word, ...singulars, ...plurals])];
}

/** What a word may be the plural of; nothing when it is none. */
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
