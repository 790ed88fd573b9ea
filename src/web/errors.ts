import { ROW_ID } from './ids.js';

/** Ids of eight digits that fit into the 16 KiB of Node's request line and headers. */
export const IDS_AT_MOST = 1_500;

/** An error of the request, with a page of its own. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Missing, or not yours. */
export class NotFound extends HttpError {
  constructor() {
    super(404, 'Not found');
  }
}

export class OwnersOnly extends HttpError {
  constructor() {
    super(403, 'Only owners may do this');
  }
}

export class SignInRequired extends Error {}

/** The value, when there is one. @throws NotFound */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new NotFound();
  return value;
}

/**
 * A row's id from an address.
 * @throws NotFound when it is none
 */
export function idFrom(text: string | string[] | undefined): number {
  if (typeof text !== 'string' || !ROW_ID.test(text)) throw new NotFound();
  return Number(text);
}

/**
 * Several rows' ids from an address: `12,13,14`.
 * @throws NotFound when they are none, or too many for one page
 */
export function idsFrom(text: string | string[] | undefined): number[] {
  const ids = typeof text === 'string' ? text.split(',') : [];
  if (ids.length === 0 || ids.length > IDS_AT_MOST) throw new NotFound();
  return ids.map(idFrom);
}
