import { createHash } from 'node:crypto';

/** Random choices that a seed makes again. */
export class Choices {
  #state: number;

  /** @param names the seed, and whose choices they are */
  constructor(...names: (string | number)[]) {
    this.#state = createHash('sha256').update(names.join('/')).digest().readUInt32LE();
  }

  /** From 0 up to 1. Source: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to count - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Undefined for an empty list. */
  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  oneOf<T>(list: readonly T[]): T {
    const picked = this.pick(list);
    if (picked === undefined) throw new Error('There is nothing to choose from');
    return picked;
  }

  /** Each as often as its weight says. */
  weighted<Name extends string>(weights: Record<Name, number>): Name {
    const names = Object.keys(weights) as Name[];
    let left = this.next() * names.reduce((sum, name) => sum + weights[name], 0);
    for (const name of names) {
      left -= weights[name];
      if (left < 0) return name;
    }
    return this.oneOf(names);
  }
}
