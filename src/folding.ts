/** Characters that leave nothing on the page. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** These need only small letters. */
const PLAIN = /^[\x20-\x7e]*$/;
/** The marks that make か into が, standing alone: Unicode would put a space before them. */
const VOICED: [RegExp, string][] = [
  [/\u309b/g, '\u3099'],
  [/\u309c/g, '\u309a'],
];
/** й and ў are letters of their own, not и and у with an accent. */
const SHORT_LETTERS: [RegExp, string][] = [
  [/\u0438\u0306/g, '\u0439'],
  [/\u0443\u0306/g, '\u045e'],
];

/**
 * Marks that people leave out: accents, the points of Hebrew and Arabic, the dot under Indian letters, the tones of
 * Thai and Lao. Not the vowel signs of India and its neighbours.
 */
const LEFT_OUT = new RegExp(
  `[${[
    '\\u0300-\\u036f\\u0483-\\u0487\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f',
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u08d3-\\u08ff',
    '\\u0711\\u0730-\\u074a',
    '\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c\\u0cbc',
    '\\u0e48-\\u0e4c\\u0ec8-\\u0ecc',
  ].join('')}]`,
  'gu',
);

/** Letters that Unicode does not take apart, and how people write them without the key. */
const LETTERS: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', ı: 'i' },
  ...{ ə: 'e', ɛ: 'e', ɔ: 'o', ɓ: 'b', ɗ: 'd', ƙ: 'k', ƴ: 'y', ς: 'σ', ґ: 'г' },
  // The last letters of Hebrew words; one letter as Arabic, Persian and Urdu write it.
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ە: 'ه', ہ: 'ه', ۃ: 'ه' },
  // Letters without their vowel.
  ...{ ൺ: 'ണ്', ൻ: 'ന്', ർ: 'ര്', ൽ: 'ല്', ൾ: 'ള്', ൿ: 'ക്', ৎ: 'ত্' },
  ...hiragana(),
  ...jamo(),
};
const OTHER_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const DIGITS_ELSEWHERE = /(?![0-9])\p{Nd}/gu;

/**
 * A text for comparing, whatever the keyboard: small letters, no accents, one width, hiragana and katakana alike,
 * Hangul as jamo, digits as 0 to 9.
 * The start of a text gives the start of its result. Never shown.
 */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const apart = replaced(text.replace(INVISIBLE, ''), VOICED).normalize('NFKD').toLowerCase();
  return replaced(apart, SHORT_LETTERS)
    .replace(LEFT_OUT, '')
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGITS_ELSEWHERE, digit);
}

function replaced(text: string, replacements: [RegExp, string][]): string {
  return replacements.reduce((changed, [from, to]) => changed.replace(from, to), text);
}

/** Digits of every script stand ten in a row, from its zero. */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

function hiragana(): Record<string, string> {
  const codes = [...Array.from({ length: 0x3097 - 0x3041 }, (_, n) => 0x3041 + n), 0x309d];
  return Object.fromEntries(
    codes.map((code) => [String.fromCodePoint(code), String.fromCodePoint(code + 0x60)]),
  );
}

/** The keys of a syllable: 닭 is ㄷㅏㄹㄱ, so that 다 and 달 are starts of it. */
function jamo(): Record<string, string> {
  const vowels = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ';
  const ends =
    'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ';
  const from = (first: number, all: string) =>
    all
      .normalize('NFKD')
      .split(' ')
      .map((keys, n) => [String.fromCodePoint(first + n), keys]);
  return Object.fromEntries([...from(0x1161, vowels), ...from(0x11a8, ends)]);
}
