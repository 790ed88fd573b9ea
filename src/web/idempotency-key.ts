import { createHash } from 'node:crypto';
import { z } from 'zod';
import { randomText } from '../random.js';

/** The hidden field with a form's token. */
export const onceField = z.string().max(40).optional();

/** A new token for a form. */
export function onceToken(): string {
  return randomText(12);
}

/**
 * A key for one sending of a form: the same token and content is a second tap, other content a new thing.
 * @param token from the hidden field
 * @param content what the form says
 */
export function onceKey(token: string | undefined, userId: number, content: unknown): string | undefined {
  if (!token) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([token, userId, content]))
    .digest('base64url');
}
