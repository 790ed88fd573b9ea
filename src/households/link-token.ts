import { createHash } from 'node:crypto';
import { randomText } from '../random.js';

/** The secret part of a link: 192 random bits. */
export function newToken(): string {
  return randomText(24);
}

/** What is stored of it: whoever reads the database can't make a link from that. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
