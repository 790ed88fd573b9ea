import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { DRAFT_BYTES_AT_MOST, type Draft } from './draft.js';
import { isDraft } from './drafts-in-session.js';

/**
 * A draft as text that its own forms carry, so that an ended session loses none of it. Signed: only what Larder
 * wrote itself is ever read back.
 * @param secrets the first signs
 */
export function sealDraft(draft: Draft, secrets: string[]): string {
  const packed = deflateRawSync(JSON.stringify(draft)).toString('base64url');
  return `${packed}.${signatureOf(packed, secrets[0] ?? '')}`;
}

/**
 * The draft that a form carried.
 * @param secrets all verify
 * @returns undefined for anything that Larder did not write
 */
export function unsealDraft(sealed: unknown, secrets: string[]): Draft | undefined {
  if (typeof sealed !== 'string') return undefined;
  const [packed = '', signature = ''] = sealed.split('.');
  if (!secrets.some((secret) => isSame(signature, signatureOf(packed, secret)))) return undefined;
  const json = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 2 * DRAFT_BYTES_AT_MOST });
  const draft: unknown = JSON.parse(json.toString());
  // An older Larder may have written it.
  return isDraft(draft) ? draft : undefined;
}

function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(`larder draft ${text}`).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
