import type { SessionData } from 'express-session';

/** Something that sessions hold; its type stands in SessionData. */
export interface SessionPart<Name extends keyof SessionData = keyof SessionData> {
  name: Name;
  /** The usable part of a stored value: a row may hold anything. @returns undefined when nothing is */
  read(stored: unknown): SessionData[Name] | undefined;
  /** What is kept at a sign-in, unless another user was signed in before; nothing without this. */
  atSignIn?(value: SessionData[Name], userId: number): SessionData[Name];
}

/** The valid entries of a stored record; undefined when it is no record. */
export function entriesThat<T>(
  stored: unknown,
  fits: (value: unknown, key: string) => value is T,
): Record<string, T> | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return undefined;
  const entries = Object.entries(stored).filter((entry): entry is [string, T] => fits(entry[1], entry[0]));
  return Object.fromEntries(entries);
}
