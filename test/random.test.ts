import { expect, it } from 'vitest';
import { randomText } from '../src/random.js';

it('is never the same twice, however often it is asked, and as long as it was asked to be', () => {
  const texts = Array.from({ length: 5000 }, (_, n) => randomText(1 + (n % 32)));
  const long = texts.filter((text) => text.length > 20);
  expect(new Set(long).size).toBe(long.length);
  expect(texts.map((text) => Buffer.from(text, 'base64url').length)).toEqual(
    texts.map((_, n) => 1 + (n % 32)),
  );
});

it('has every byte about equally often', () => {
  const counts = new Array<number>(256).fill(0);
  for (let n = 0; n < 2000; n += 1)
    for (const byte of Buffer.from(randomText(32), 'base64url')) counts[byte] = (counts[byte] ?? 0) + 1;
  // 64,000 bytes: 250 of each, give or take 16 (one standard deviation).
  expect(Math.min(...counts)).toBeGreaterThan(250 - 8 * 16);
  expect(Math.max(...counts)).toBeLessThan(250 + 8 * 16);
});
