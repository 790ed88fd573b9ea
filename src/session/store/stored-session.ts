import type { SessionData } from 'express-session';
import type { SessionPart } from './session-part.js';

/**
 * What a row holds, as a session: without the parts that are not what they should be.
 * @returns undefined for what express-session can't make a session of, or what does not say whose it is. It would
 *   fail only when the answer is half sent: express-session takes the cookie's times as they come.
 */
export function storedSession(stored: unknown, parts: readonly SessionPart[]): SessionData | undefined {
  if (!isObject(stored) || !isCookie(stored.cookie) || !isUserId(stored.user_id)) return undefined;
  for (const { name, read } of parts) {
    if (!(name in stored)) continue;
    const usable = read(stored[name]);
    if (usable === undefined) delete stored[name];
    else stored[name] = usable;
  }
  return stored as unknown as SessionData;
}

function isCookie(cookie: unknown): boolean {
  if (!isObject(cookie) || 'maxAge' in cookie) return false;
  const { originalMaxAge, expires } = cookie;
  return (
    typeof originalMaxAge === 'number' && typeof expires === 'string' && !Number.isNaN(Date.parse(expires))
  );
}

function isUserId(id: unknown): boolean {
  return id === undefined || Number.isSafeInteger(id);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
