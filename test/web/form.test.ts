import type { Request } from 'express';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { optionalText, requiredText } from '../../src/text.js';
import { readForm, refused, typedValues } from '../../src/web/form.js';

const schema = z.strictObject({
  name: requiredText('a name', 10),
  note: optionalText('a note', 5),
  new_password: z.string().min(3, 'Longer.').optional(),
});
const sent = (body: unknown) => ({ body }) as Request;

describe('A posted form', () => {
  test('gives its data once it is right', () => {
    expect(readForm(sent({ name: ' Ada ', note: '' }), schema)).toEqual({
      ok: true,
      data: { name: 'Ada', note: '' },
      values: { name: ' Ada ', note: '' },
    });
  });

  test('gives one message for each wrong field, with all that was typed', () => {
    expect(readForm(sent({ name: '', note: 'too long' }), schema)).toEqual({
      ok: false,
      errors: { name: 'Enter a name.', note: 'Shorten the note to 5 characters at most.' },
      values: { name: '', note: 'too long' },
    });
  });

  test('never gives a password back, right or wrong', () => {
    const body = { name: '', password: 'secret-1', new_password: 'x', current_password: 'secret-2' };
    const form = readForm(sent(body), schema);
    expect(JSON.stringify(form.values)).toBe('{"name":""}');
    expect(JSON.stringify(form)).not.toMatch(/secret/);
  });

  test('is refused with a field that it does not have, so that no column can be set from outside', () => {
    const form = readForm(sent({ name: 'Ada', is_owner: '1' }), schema);
    expect(form).toMatchObject({ ok: false, errors: { '': 'This form does not take is_owner.' } });
  });

  test.each([undefined, null, {}, 'name=Ada', 7])(
    'that is none at all (%j) is read as an empty one',
    (body) => {
      expect(readForm(sent(body), schema)).toMatchObject({ ok: false });
    },
  );

  test('is not led astray by names that objects have of themselves', () => {
    const body = Object.assign(Object.create(null), { name: 'Ada', constructor: 'x', toString: 'y' });
    Object.defineProperty(body, '__proto__', { value: 'z', enumerable: true });
    const form = readForm(sent(body), schema);
    expect(form.ok).toBe(false);
    expect(Object.keys(form.values).sort()).toEqual(['__proto__', 'constructor', 'name', 'toString']);
    expect(Object.prototype).not.toHaveProperty('name');
  });

  test('can be refused later, with a message for a field and what was typed', () => {
    const form = readForm(sent({ name: 'Ada' }), schema);
    expect(refused(form, { name: 'Taken.' })).toEqual({
      errors: { name: 'Taken.' },
      values: { name: 'Ada' },
    });
  });
});

describe('What was typed', () => {
  test('has a field that was sent more than once as several lines', () => {
    expect(typedValues({ food_id: ['1', '2'] })).toEqual({ food_id: '1\n2' });
  });

  test('is nothing when there was no form', () => {
    expect(typedValues(undefined)).toEqual({});
    expect(typedValues('name=Ada')).toEqual({});
  });
});
