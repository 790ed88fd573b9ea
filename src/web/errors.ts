import { ROW_ID } from './ids.js';

/** In one address: with ids of eight digits within the 16 KiB that Node takes of a request's line and headers. */
export const IDS_AT_MOST = 1_500;

/** A fault of the request that has a page of its own. Thrown by a handler, answered in one place. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** What is asked for does not exist, or is not yours. */
export class NotFound extends HttpError {
  constructor() {
    super(404, 'Not found');
  }
}

/** Only an owner of the household may do this. */
export class OwnersOnly extends HttpError {
  constructor() {
    super(403, 'Only owners may do this');
  }
}

/** The page needs someone signed in. */
export class SignInRequired extends Error {}

/** The value, when there is one. @throws NotFound */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new NotFound();
  return value;
}

/**
 * A row's id from an address.
 * @throws NotFound when it is no such thing
 */
export function idFrom(text: string | string[] | undefined): number {
  if (typeof text !== 'string' || !ROW_ID.test(text)) throw new NotFound();
  return Number(text);
}

/**
 * The ids of several rows from an address: `12,13,14`.
 * @throws NotFound when they are no such things, or too many to have been shown on one page
 */
export function idsFrom(text: string | string[] | undefined): number[] {
  const ids = typeof text === 'string' ? text.split(',') : [];
  if (ids.length === 0 || ids.length > IDS_AT_MOST) throw new NotFound();
  return ids.map(idFrom);
}
