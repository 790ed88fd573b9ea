import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** A form that adds something carries a token of its own, in this hidden field. */
export const onceField = z.string().max(40).optional();

/** A new token, for each form that is drawn. */
export function onceToken(): string {
  return randomBytes(12).toString('base64url');
}

/**
 * Names one sending of a form: the same token with the same content is a second tap on the same button, with other
 * content it is the back button and a new thing.
 * @param token what the form's hidden field said
 * @param content what the form says
 */
export function onceKey(token: string | undefined, userId: number, content: unknown): string | undefined {
  if (!token) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([token, userId, content]))
    .digest('base64url');
}
