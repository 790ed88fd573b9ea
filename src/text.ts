import { z } from 'zod';

/** Control and format characters that could hide or turn round what follows. Line ends are handled apart. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u;
/** Joiners that ordinary words of some languages, and emoji, need. */
const JOINERS = /[\u200c\u200d]/g;
/** Characters that leave nothing on the page: joiners, fillers, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** One line of text: normalised, single spaces, no space at the ends. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** What two names must share to be the same name, whatever their case and whatever in them can't be seen. */
export function nameKey(name: string): string {
  return tidy(name.normalize('NFKC').replace(INVISIBLE, '')).toLocaleLowerCase('und');
}

/**
 * A required line of text.
 * @param label what the field is called, for its messages
 * @param most characters at the most
 */
export function requiredText(label: string, most: number) {
  return optionalText(label, most).refine((text) => nameKey(text) !== '', { error: `Enter ${label}.` });
}

/** A line of text that may be left empty. */
export function optionalText(label: string, most: number) {
  const name = label.replace(/^(an?|the|your) /, '');
  return (
    z
      .string({ error: `Enter ${label} once.` })
      .default('')
      .transform(tidy)
      // A name that shows nothing is no name.
      .transform((text) => (nameKey(text) === '' ? '' : text))
      .refine((text) => !UNSEEN.test(text.replace(JOINERS, '')), {
        error: `The ${name} has a character that can’t be shown. Type it again.`,
      })
      .refine((text) => text.length <= most, {
        error: `Shorten the ${name} to ${most} characters at most.`,
      })
  );
}

/** A name that was typed in small letters, with a capital one to begin with: "Sour cream". */
export function begunWithCapital(name: string): string {
  return name === name.toLowerCase() ? capitalized(name) : name;
}

/** A text with a capital letter to begin with, as a sentence has. */
export function capitalized(text: string): string {
  const [first = ''] = text;
  // The capital of ﬁ is two letters, of which only one is a capital.
  const [capital = '', ...others] = first.toUpperCase();
  return capital + others.join('').toLowerCase() + text.slice(first.length);
}

const IN_ORDER = new Intl.Collator('en', { numeric: true });

/**
 * Sorts what has a name as people look for it: "äpfel" beside "Apple", whatever the case, and "Shelf 2" before "Shelf 10".
 */
export function byName({ name: one }: { name: string }, { name: other }: { name: string }): number {
  return IN_ORDER.compare(one, other) || (one < other ? -1 : Number(one > other));
}

/** The first few of many names, in a line. @param count how many there are, named or not */
export function inShort(names: string[], most = 4, count = names.length): string {
  const rest = count - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/**
 * "1 item", "3 items".
 * @param one what one of them is called
 * @param many what several are called; `one` with an s unless said otherwise
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * What the forms of an English word share: "berries" and "berry", "loaves" and "loaf". Not a word itself, and only ever
 * compared with another one.
 * @param word in small letters, without accents
 */
export function stem(word: string): string {
  return word
    .replace(/(?<![su])s$/, '')
    .replace(/e$/, '')
    .replace(/y$/, 'i')
    .replace(/v$/, 'f');
}
