import type { SessionData } from 'express-session';

/**
 * True for what express-session can make a session of. Anything else in a row would fail only when the answer is
 * half sent: express-session takes the cookie's times as they come.
 */
export function isStoredSession(data: unknown): data is SessionData {
  return isObject(data) && isCookie(data.cookie) && isUserId(data.user_id);
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
