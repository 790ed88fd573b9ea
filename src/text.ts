import { z } from 'zod';

/** Control and format characters that could hide or turn text; line ends aside. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u;
/** Joiners that some languages and emoji need. */
const JOINERS = /[\u200c\u200d]/g;
/** Characters that leave nothing on the page. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** One line of text: normalised, single spaces, no space at the ends. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A key that is the same for names that differ only in case and unseen characters. */
export function nameKey(name: string): string {
  return tidy(name.normalize('NFKC').replace(INVISIBLE, '')).toLocaleLowerCase('und');
}

/**
 * A required line of text.
 * @param label the field's name, for messages
 * @param most characters
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
      // A name of unseen characters is empty.
      .transform((text) => (nameKey(text) === '' ? '' : text))
      .refine((text) => !UNSEEN.test(text.replace(JOINERS, '')), {
        error: `The ${name} has a character that can’t be shown. Type it again.`,
      })
      .refine((text) => text.length <= most, {
        error: `Shorten the ${name} to ${most} characters at most.`,
      })
  );
}

/** A name in small letters with a capital first: "Sour cream". */
export function begunWithCapital(name: string): string {
  return name === name.toLowerCase() ? capitalized(name) : name;
}

/** A text with a capital letter first. */
export function capitalized(text: string): string {
  const [first = ''] = text;
  // The capital of ﬁ is two letters.
  const [capital = '', ...others] = first.toUpperCase();
  return capital + others.join('').toLowerCase() + text.slice(first.length);
}

const IN_ORDER = new Intl.Collator('en', { numeric: true });

/** Sorts by name as people do: "äpfel" beside "Apple", "Shelf 2" before "Shelf 10". */
export function byName({ name: one }: { name: string }, { name: other }: { name: string }): number {
  return IN_ORDER.compare(one, other) || (one < other ? -1 : Number(one > other));
}

/** The first few of many names. @param count of all, named or not */
export function inShort(names: string[], most = 4, count = names.length): string {
  const rest = count - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/**
 * "1 item", "3 items".
 * @param many the plural; `one` with an s when left out
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * A stem that forms of an English word share: "berries" and "berry", "loaves" and "loaf". For comparing only.
 * @param word in small letters, without accents
 */
export function stem(word: string): string {
  return word
    .replace(/(?<![su])s$/, '')
    .replace(/e$/, '')
    .replace(/y$/, 'i')
    .replace(/v$/, 'f');
}
