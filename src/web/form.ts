import type { Request } from 'express';
import { z } from 'zod';

/** What was typed, by field, as text. */
export type Values = Record<string, string>;
/** A message by field; the empty name stands for the form as a whole. */
export type Errors = Record<string, string>;

/** What a form carries in hidden fields for Larder itself: nobody can mend a mistake there. */
export const CARRIED: ReadonlySet<string> = new Set([
  'once',
  'revision',
  'return_to',
  'end',
  'act',
  'household_id',
  'next',
  'invitation',
  'as',
]);

/**
 * The hidden field that says which household a form was drawn for. It is compared with the current one before any
 * route sees the form; no form names it among its own.
 */
export const FOR_HOUSEHOLD = 'for_household';

/** One of the things that a field may say: nothing. */
export const unsaid = z.literal('').transform(() => undefined);

export type Form<T> = { ok: true; data: T; values: Values } | { ok: false; errors: Errors; values: Values };

/**
 * Checks a posted form.
 * @param schema a strict object: a field that it does not name is refused
 * @returns the data, or a message a field; either way what was typed, passwords left out
 */
export function readForm<T extends z.ZodType>(req: Request, schema: T): Form<z.output<T>> {
  const { [FOR_HOUSEHOLD]: _, ...body }: Record<string, unknown> = req.body ?? {};
  return checked(body, schema);
}

/**
 * Checks the query of an address, which is how a form that changes nothing is sent.
 * @param schema an object that leaves out what it does not name: an address may carry more, such as a message's key
 */
export function readQuery<T extends z.ZodType>(req: Request, schema: T): Form<z.output<T>> {
  return checked(req.query, schema);
}

function checked<T extends z.ZodType>(fields: unknown, schema: T): Form<z.output<T>> {
  const values = typedValues(fields);
  const read = schema.safeParse(fields);
  return read.success
    ? { ok: true, data: read.data, values }
    : { ok: false, errors: errorsOf(read.error), values };
}

/** A form with what a later check found wrong. */
export function refused(form: { values: Values }, errors: Errors): { errors: Errors; values: Values } {
  return { errors, values: form.values };
}

/** What a form sent, but for passwords and the household it is for: what may be shown again. */
export function typedValues(body: unknown): Values {
  if (typeof body !== 'object' || body === null) return {};
  const fields = Object.entries(body).filter(
    ([name]) => name !== FOR_HOUSEHOLD && !name.includes('password'),
  );
  return Object.fromEntries(fields.map(([name, value]) => [name, textOf(value)]));
}

/** A field's values as one text; browsers send line ends in two characters. */
function textOf(value: unknown): string {
  return [value].flat().map(String).join('\n').replaceAll('\r\n', '\n');
}

function errorsOf(error: z.ZodError): Errors {
  const errors: Errors = {};
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      errors[''] ??= `This form does not take ${issue.keys.join(', ')}.`;
    else {
      const name = issue.path.map(String).join('.');
      if (CARRIED.has(name))
        errors[''] ??= 'This form could not be read. Open its page again, and send it once more.';
      else errors[name] ??= issue.message;
    }
  }
  return errors;
}
