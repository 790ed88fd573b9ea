import type { Request } from 'express';
import { z } from 'zod';

/** What was typed, by field. */
export type Values = Record<string, string>;
/** A message by field; the empty name is the whole form. */
export type Errors = Record<string, string>;

/** Hidden fields: nobody can correct a mistake there. */
export const CARRIED: ReadonlySet<string> = new Set([
  'once',
  'drawn_on',
  'revision',
  'return_to',
  'end',
  'act',
  'household_id',
  'next',
  'invitation',
  'as',
  'seen',
  'was',
]);

/** Fields with ids of rows, which say nothing to people. */
export const CHOSEN = /(?:^|_)(?:id|to)$|^place_\d+$|^from$|^there$|^listed$/;

/** The hidden fields with the user and the household that a form was drawn for; checked before any route. */
export const FOR_USER = 'for_user';
export const FOR_HOUSEHOLD = 'for_household';

/** An empty field. */
export const unsaid = z.literal('').transform(() => undefined);

export type Form<T> = { ok: true; data: T; values: Values } | { ok: false; errors: Errors; values: Values };

/**
 * Checks a posted form.
 * @param schema a strict object: other fields are refused
 * @returns the data, or a message by field; and what was typed, without passwords
 */
export function readForm<T extends z.ZodType>(req: Request, schema: T): Form<z.output<T>> {
  const { [FOR_USER]: _user, [FOR_HOUSEHOLD]: _household, ...body }: Record<string, unknown> = req.body ?? {};
  return checked(body, schema);
}

/**
 * Checks an address's query.
 * @param schema an object that ignores other names: an address may have a message's key
 */
export function readQuery<T extends z.ZodType>(req: Request, schema: T): Form<z.output<T>> {
  return checked(req.query, schema);
}

/** As `readForm`, for fields that were put together. */
export function readFields<T extends z.ZodType>(fields: Values, schema: T): Form<z.output<T>> {
  return checked(fields, schema);
}

function checked<T extends z.ZodType>(fields: unknown, schema: T): Form<z.output<T>> {
  const values = typedValues(fields);
  const read = schema.safeParse(fields);
  return read.success
    ? { ok: true, data: read.data, values }
    : { ok: false, errors: errorsOf(read.error), values };
}

/** A form that a later check refused. */
export function refused(form: { values: Values }, errors: Errors): { errors: Errors; values: Values } {
  return { errors, values: form.values };
}

/** What a form sent, without passwords and whom it was drawn for, for showing again. */
export function typedValues(body: unknown): Values {
  if (typeof body !== 'object' || body === null) return {};
  const fields = Object.entries(body).filter(
    ([name]) => name !== FOR_USER && name !== FOR_HOUSEHOLD && !name.includes('password'),
  );
  return Object.fromEntries(fields.map(([name, value]) => [name, textOf(value)]));
}

/** Browsers send two characters for a line end. */
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
