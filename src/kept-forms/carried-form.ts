import type { Request } from 'express';
import { z } from 'zod';
import type { KeptForms } from '../session/kept-forms.js';
import { FOR_USER, typedValues } from '../web/form.js';
import { safeReturnTo } from '../web/return-to.js';
import { pageOf } from './form-page.js';
import { isWorthKeeping } from './kept-values.js';
import { householdOf } from './other-household.js';

const carriedForm = z.object({
  page: z.string(),
  values: z.record(z.string(), z.string()),
  household: z.string().optional(),
  user: z.string(),
});

/** Encoded in a form it is three times as long at the most, which is within what /login reads. */
const BYTES_AT_MOST = 24 * 1024;

/**
 * A form whose browser has lost its cookies, as text for the sign-in form: nothing of it is stored for a stranger, and
 * it stays in the browser that sent it.
 * @returns undefined when nothing was typed, when it is too long, or does not say whose it was
 */
export function carriedIn(req: Request): string | undefined {
  const user: unknown = req.body?.[FOR_USER];
  const values = typedValues(req.body);
  if (typeof user !== 'string' || !isWorthKeeping(values)) return undefined;
  const form = { page: pageOf(req), values, household: householdOf(req), user };
  const text = JSON.stringify(form satisfies z.input<typeof carriedForm>);
  return Buffer.byteLength(text) <= BYTES_AT_MOST ? text : undefined;
}

/**
 * Keeps a form that a sign-in form carried, for the user whom it was drawn for.
 * @returns the address that shows it again; undefined for another user
 */
export async function keepCarried(
  keptForms: KeptForms,
  carried: string,
  owner: number,
): Promise<string | undefined> {
  const form = carriedForm.safeParse(parsed(carried)).data;
  if (form?.user !== String(owner) || safeReturnTo(form.page) !== form.page) return undefined;
  const { user: _, ...kept } = form;
  return `${form.page}?kept=${await keptForms.keep({ owner, ...kept })}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
