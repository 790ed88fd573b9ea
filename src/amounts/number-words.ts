import { A, AND, COUPLE, DOZEN, numberNamed, OF, PARTS } from '../vocabulary/amounts.js';
import { withoutDot } from '../vocabulary/spelling.js';
import { thousandths } from './fractions.js';

const ONE = 1000;

export interface SaidNumber {
  /** Thousandths. */
  milli: number;
  /** In words. */
  taken: number;
  /** `amount` counts whatever follows; `word` may be a name's own, such as “seven” of “seven up”; `article` is “a”. */
  form: 'amount' | 'word' | 'article';
}

/** The number that words begin with: “two”, “a dozen”, “half a”, “a couple of”, “two and a half”, “a quarter of a”. */
export function saidNumber(typed: string[]): SaidNumber | undefined {
  const words = typed.map(withoutDot);
  const article = A.has(words[0] ?? '') ? 1 : 0;
  const of = (taken: number) => taken + (OF.has(words[taken] ?? '') ? 1 : 0);
  const whole = numberNamed(words[0] ?? '');
  const at = whole === undefined ? article : 1;
  if (DOZEN.has(words[at] ?? '')) return { milli: (whole ?? 1) * 12 * ONE, taken: at + 1, form: 'amount' };
  if (whole === undefined && COUPLE.has(words[at] ?? '')) {
    return {
      milli: 2 * ONE,
      taken: of(at + 1),
      form: article > 0 || of(at + 1) > at + 1 ? 'amount' : 'word',
    };
  }
  const part = partIn(words, whole, at);
  if (part) return part;
  if (whole === undefined) return article ? { milli: ONE, taken: 1, form: 'article' } : undefined;
  const half = andHalf(words.slice(1));
  return { milli: whole * ONE + (half?.milli ?? 0), taken: 1 + (half?.taken ?? 0), form: 'word' };
}

/** “And a half”, after a number. */
export function andHalf(typed: string[]): { milli: number; taken: number } | undefined {
  const [and = '', a = '', half = ''] = typed.map(withoutDot);
  const below = PARTS.get(half);
  return AND.has(and) && A.has(a) && below ? { milli: thousandths(1, below), taken: 3 } : undefined;
}

/** “Half a”, “quarter”, “a third of the”, “three quarters of a”; half a dozen. */
function partIn(words: string[], whole: number | undefined, at: number): SaidNumber | undefined {
  const below = PARTS.get(words[at] ?? '');
  if (below === undefined) return undefined;
  const milli = thousandths(whole ?? 1, below);
  const of = at + 1 + (OF.has(words[at + 1] ?? '') ? 1 : 0);
  const taken = of + (A.has(words[of] ?? '') ? 1 : 0);
  if (DOZEN.has(words[taken] ?? '')) return { milli: milli * 12, taken: taken + 1, form: 'amount' };
  return { milli, taken, form: taken > at + 1 ? 'amount' : 'word' };
}
