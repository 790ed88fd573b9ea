import { beforeAll, describe, expect, test } from 'vitest';
import { isCommonPassword, Passwords } from '../../src/accounts/password.js';

describe('A common password', () => {
  test.each([
    'password',
    'password1',
    '12345678',
    'qwertyuiop',
    'iloveyou',
    'football',
    'sunshine',
    'trustno1',
  ])('%s is known as one', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test.each(['PASSWORD1', 'Iloveyou', 'QwertyUiop'])('%s is one whatever its case', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test('is one in wide letters too, since those are the same password', () => {
    expect(isCommonPassword('ｐａｓｓｗｏｒｄ１')).toBe(true);
  });

  test.each([
    'plum-lantern-orbit-47',
    'correct horse battery staple',
    'ñandú entre cañas',
    'constructor',
    '',
  ])('“%s” is not one', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});

describe('A password', () => {
  const passwords = new Passwords();
  const LONG = 'x'.repeat(199);
  let hashes: Record<string, string>;

  beforeAll(async () => {
    const known = { plain: 'plum-lantern-orbit-47', long: `${LONG}a`, accented: 'caf\u00e9-lantern-ﬁve' };
    const pairs = Object.entries(known).map(async ([name, password]) => [
      name,
      await passwords.hash(password),
    ]);
    hashes = Object.fromEntries(await Promise.all(pairs));
  });

  test('is recognised, and no other is', async () => {
    expect(await passwords.isRight('plum-lantern-orbit-47', hashes.plain)).toBe(true);
    expect(await passwords.isRight('Plum-lantern-orbit-47', hashes.plain)).toBe(false);
    expect(await passwords.isRight('plum-lantern-orbit-47 ', hashes.plain)).toBe(false);
  });

  test('counts to its last character, far beyond the 72 bytes that bcrypt reads', async () => {
    expect(await passwords.isRight(`${LONG}a`, hashes.long)).toBe(true);
    expect(await passwords.isRight(`${LONG}b`, hashes.long)).toBe(false);
  });

  test('is the same from every keyboard, composed or not', async () => {
    expect(await passwords.isRight('cafe\u0301-lantern-five', hashes.accented)).toBe(true);
    expect(await passwords.isRight('cafe-lantern-five', hashes.accented)).toBe(false);
  });

  test('is nobody’s when there is no such user, not even the empty one', async () => {
    expect(await passwords.isRight('plum-lantern-orbit-47', undefined)).toBe(false);
    expect(await passwords.isRight('', undefined)).toBe(false);
  });

  test('is hashed with bcrypt at a cost of 10 at the least, and a salt of its own', () => {
    for (const hash of Object.values(hashes)) {
      expect(Number(/^\$2b\$(\d\d)\$/.exec(hash)?.[1])).toBeGreaterThanOrEqual(10);
    }
    const salts = Object.values(hashes).map((hash) => hash.slice(7, 29));
    expect(new Set(salts).size).toBe(3);
  });

  test('is looked at for nobody with as much work as for somebody', async () => {
    const start = performance.now();
    await passwords.isRight('plum-lantern-orbit-48', undefined);
    // No machine does bcrypt's work of cost 12 in less; comparing nothing takes no time at all.
    expect(performance.now() - start).toBeGreaterThan(20);
  });
});
