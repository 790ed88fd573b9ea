import { createHash, randomBytes } from 'node:crypto';

/** The secret part of a link: 192 random bits. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** What is stored of it: whoever reads the database can't make a link from that. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
