import type { SessionData } from 'express-session';

/** Something that sessions hold, declared by whoever keeps it there, beside its type in SessionData. */
export interface SessionPart<Name extends keyof SessionData = keyof SessionData> {
  name: Name;
  /** What of a stored value can be used, since a row may hold anything. @returns undefined when nothing can */
  read(stored: unknown): SessionData[Name] | undefined;
  /** What of it crosses a sign-in, unless another user was signed in before. Without this, nothing does. */
  atSignIn?(value: SessionData[Name], userId: number): SessionData[Name];
}

/** The entries of a stored record that are what they should be; undefined when it is no record at all. */
export function entriesThat<T>(
  stored: unknown,
  fits: (value: unknown, key: string) => value is T,
): Record<string, T> | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return undefined;
  const entries = Object.entries(stored).filter((entry): entry is [string, T] => fits(entry[1], entry[0]));
  return Object.fromEntries(entries);
}
