import { withoutDot } from './spelling.js';

/** Phrases with what each means: of one that stands twice, what was said first. */
export class Phrases<Value> {
  readonly mostWords: number;
  /** By the first word, the longest first. */
  private readonly byFirst = new Map<string, { words: string[]; value: Value }[]>();

  /** @param entries phrases as `phraseKey` has them */
  constructor(entries: (readonly [phrase: string, value: Value])[]) {
    for (const [phrase, value] of entries) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, value }]);
    }
    for (const phrases of this.byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
    this.mostWords = Math.max(...entries.map(([phrase]) => phrase.split(' ').length));
  }

  /** The words that phrases begin with. */
  get firstWords(): Iterable<string> {
    return this.byFirst.keys();
  }

  /** The longest phrase that words begin with. */
  startOf(keys: string[]): { taken: number; value: Value } | undefined {
    const found = this.byFirst
      .get(withoutDot(keys[0] ?? ''))
      ?.find(({ words }) => words.every((word, at) => word === withoutDot(keys[at] ?? '')));
    return found && { taken: found.words.length, value: found.value };
  }
}
