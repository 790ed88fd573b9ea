import type { SessionData } from 'express-session';
import type { SessionPart } from './session-part.js';

/**
 * A row's content as a session, without invalid parts.
 * @returns undefined when express-session can't read it, which would fail only after half an answer, or when it
 * does not say whose it is
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
