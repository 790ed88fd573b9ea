import { withoutDot } from './spelling.js';

/** Phrases with their meanings; the first of two equal ones counts. */
export class Phrases<Value> {
  readonly mostWords: number;
  /** Longest first. */
  private readonly byFirst = new Map<string, { words: string[]; value: Value }[]>();

  /** @param entries with phrases from `phraseKey` */
  constructor(entries: (readonly [phrase: string, value: Value])[]) {
    for (const [phrase, value] of entries) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, value }]);
    }
    for (const phrases of this.byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
    this.mostWords = Math.max(...entries.map(([phrase]) => phrase.split(' ').length));
  }

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
