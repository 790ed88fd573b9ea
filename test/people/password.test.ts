import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword, isCommonPassword, isPassword } from '../../src/people/password.js';

describe('A common password', () => {
  test.each(['password', 'password1', '12345678', 'qwertyuiop', 'iloveyou', 'football', 'sunshine', 'trustno1'])(
    '%s is known as one',
    (password) => {
      expect(isCommonPassword(password)).toBe(true);
    },
  );

  test.each(['PASSWORD1', 'Iloveyou', 'QwertyUiop'])('%s is one whatever its case', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test('is one in wide letters too, since those are the same password', () => {
    expect(isCommonPassword('ｐａｓｓｗｏｒｄ１')).toBe(true);
  });

  test.each(['plum-lantern-orbit-47', 'correct horse battery staple', 'ñandú entre cañas', 'constructor', ''])(
    '“%s” is not one',
    (password) => {
      expect(isCommonPassword(password)).toBe(false);
    },
  );
});

describe('A password', () => {
  const LONG = 'x'.repeat(199);
  let hashes: Record<string, string>;

  beforeAll(async () => {
    const passwords = { plain: 'plum-lantern-orbit-47', long: `${LONG}a`, accented: 'caf\u00e9-lantern-ﬁve' };
    const pairs = Object.entries(passwords).map(async ([name, password]) => [name, await hashPassword(password)]);
    hashes = Object.fromEntries(await Promise.all(pairs));
  });

  test('is recognised, and no other is', async () => {
    expect(await isPassword('plum-lantern-orbit-47', hashes.plain)).toBe(true);
    for (const wrong of ['plum-lantern-orbit-48', 'Plum-lantern-orbit-47', 'plum-lantern-orbit-47 ', ''])
      expect(await isPassword(wrong, hashes.plain), wrong).toBe(false);
  });

  test('counts to its last character, far beyond the 72 bytes that bcrypt reads', async () => {
    expect(await isPassword(`${LONG}a`, hashes.long)).toBe(true);
    expect(await isPassword(`${LONG}b`, hashes.long)).toBe(false);
    expect(await isPassword(LONG, hashes.long)).toBe(false);
  });

  test('is the same from every keyboard, composed or not', async () => {
    expect(await isPassword('cafe\u0301-lantern-ﬁve', hashes.accented)).toBe(true);
    expect(await isPassword('café-lantern-five', hashes.accented)).toBe(true);
    expect(await isPassword('cafe-lantern-five', hashes.accented)).toBe(false);
  });

  test('is nobody’s when there is no such user, not even the empty one', async () => {
    expect(await isPassword('plum-lantern-orbit-47', undefined)).toBe(false);
    expect(await isPassword('', undefined)).toBe(false);
  });

  test('is hashed with bcrypt at a cost of 10 at the least, salted afresh each time', async () => {
    const again = await hashPassword('plum-lantern-orbit-47');
    expect(again).not.toBe(hashes.plain);
    const cost = Number(/^\$2b\$(\d\d)\$/.exec(again)?.[1]);
    expect(cost).toBeGreaterThanOrEqual(10);
  });

  test('takes as long to check for nobody as for somebody', async () => {
    await isPassword('warm-up', undefined);
    const timed = async (hash: string | undefined) => {
      const start = process.hrtime.bigint();
      await isPassword('plum-lantern-orbit-48', hash);
      return Number(process.hrtime.bigint() - start);
    };
    const somebody = Math.min(await timed(hashes.plain), await timed(hashes.plain));
    const nobody = Math.min(await timed(undefined), await timed(undefined));
    // Without the work, nobody's answer would come some thousand times sooner.
    expect(nobody).toBeGreaterThan(somebody / 3);
  });
});
