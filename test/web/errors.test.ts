import { describe, expect, test } from 'vitest';
import { found, idFrom, NotFound } from '../../src/web/errors.js';
import { onceKey, onceToken } from '../../src/web/idempotency-key.js';

describe('An id in an address', () => {
  test.each([
    ['1', 1],
    ['42', 42],
    ['999999999999999', 999_999_999_999_999],
  ])('%s is read', (text, id) => {
    expect(idFrom(text)).toBe(id);
  });

  test.each([
    '0',
    '-1',
    '01',
    '+1',
    '1.0',
    '1e3',
    ' 1',
    '1 ',
    '1\n',
    '0x1',
    'new',
    '',
    '1234567890123456',
    '１',
  ])('%j is none, and so not found', (text) => {
    expect(() => idFrom(text)).toThrow(NotFound);
  });

  test('given twice or not at all is not found', () => {
    expect(() => idFrom(['1', '2'])).toThrow(NotFound);
    expect(() => idFrom(undefined)).toThrow(NotFound);
  });
});

describe('A row that is asked for', () => {
  test('is given when it is there, even when it is 0 or empty', () => {
    expect(found(0)).toBe(0);
    expect(found('')).toBe('');
  });

  test.each([undefined, null])('is not found when it is %s', (nothing) => {
    expect(() => found(nothing)).toThrow(NotFound);
  });
});

describe('The token of a form that adds something', () => {
  test('is another one for each form that is drawn', () => {
    const tokens = new Set(Array.from({ length: 1000 }, onceToken));
    expect(tokens.size).toBe(1000);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{16}$/);
  });

  test('names the same sending for the same person and content only', () => {
    const key = onceKey('token', 1, { name: 'Milk' });
    expect(onceKey('token', 1, { name: 'Milk' })).toBe(key);
    expect(onceKey('token', 1, { name: 'Rice' })).not.toBe(key);
    expect(onceKey('token', 2, { name: 'Milk' })).not.toBe(key);
    expect(onceKey('other', 1, { name: 'Milk' })).not.toBe(key);
  });

  test.each(['', undefined])('that is missing (%j) names nothing', (token) => {
    expect(onceKey(token, 1, {})).toBeUndefined();
  });
});
