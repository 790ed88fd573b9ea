import { describe, expect, test } from 'vitest';
import { atMost } from '../../src/accounts/concurrency-limit.js';

/** Work that ends when it is told to. */
function piece<T>(result: T) {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  let began = false;
  return {
    began: () => began,
    end: () => resolve(result),
    fail: () => reject(new Error('failed')),
    work: () => {
      began = true;
      return promise;
    },
  };
}

/** Lets everything run that has nothing left to wait for. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('At most two pieces of work at a time', () => {
  test('the third waits until one of them ends, and the rest come in turn', async () => {
    const limit = atMost(2);
    const pieces = ['a', 'b', 'c', 'd'].map(piece);
    const results = pieces.map(({ work }) => limit(work));
    await settled();
    expect(pieces.map(({ began }) => began())).toEqual([true, true, false, false]);
    pieces[1]?.end();
    await settled();
    expect(pieces.map(({ began }) => began())).toEqual([true, true, true, false]);
    pieces[0]?.end();
    pieces[2]?.end();
    await settled();
    expect(pieces[3]?.began()).toBe(true);
    pieces[3]?.end();
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('one that fails makes room for the next, and its failure is its own', async () => {
    const limit = atMost(1);
    const [first, second] = [piece('a'), piece('b')];
    const results = Promise.allSettled([limit(first.work), limit(second.work)]);
    first.fail();
    await settled();
    expect(second.began()).toBe(true);
    second.end();
    expect(await results).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'b' }]);
  });

  test('work that throws at once makes room too', async () => {
    const limit = atMost(1);
    const broken = limit(() => {
      throw new Error('at once');
    });
    await expect(broken).rejects.toThrow('at once');
    expect(await limit(async () => 'next')).toBe('next');
  });

  test('never more than two run, however many come at once, and all are done', async () => {
    const limit = atMost(2);
    let running = 0;
    let most = 0;
    const work = async (n: number) => {
      running += 1;
      most = Math.max(most, running);
      await settled();
      running -= 1;
      return n;
    };
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    expect(await Promise.all(numbers.map((n) => limit(() => work(n))))).toEqual(numbers);
    expect(most).toBe(2);
    expect(running).toBe(0);
  });
});
