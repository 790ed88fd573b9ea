import type { Request } from 'express';
import { withoutFlash } from '../session/flash.js';

/** Pages never to go back to. */
const NEVER = /^\/(login|logout|signup)(\/|$)/;

/**
 * Where to go after signing in.
 * @param asked what the address or the form says
 * @returns a path of this site with its query; `/` for anything else
 */
export function safeReturnTo(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000) return '/';
  // Browsers read `//host`, `/\host` and `/<tab>/host` as another site.
  if (!asked.startsWith('/') || /^\/[/\\]/.test(asked) || /\p{Cc}/u.test(asked)) return '/';
  const here = 'http://larder.invalid';
  const url = URL.canParse(asked, here) ? new URL(asked, here) : undefined;
  // `/..//host` would have become `//host`.
  if (url?.origin !== here || NEVER.test(url.pathname) || url.pathname.startsWith('//')) return '/';
  return withoutFlash(url.pathname + url.search);
}

/** The address of a list, at the row of an item. @param item its id; undefined for the top */
export function atItem(address: string, item: number | undefined): string {
  return item === undefined ? address : `${address}#item-${item}`;
}

/** The path of the page before, from the Referer; `/` without one. */
export function pageBefore(req: Request): string {
  const from = req.get('Referer');
  return from && URL.canParse(from) ? new URL(from).pathname : '/';
}

export function signInAddress(path: string): string {
  return leadingBack('/login', path);
}

/** The sign-in page, which says that what was sent was not done. */
export function unsentAddress(path: string): string {
  const address = signInAddress(path);
  return `${address}${address.includes('?') ? '&' : '?'}unsent`;
}

export function signUpAddress(path: string): string {
  return leadingBack('/signup', path);
}

function leadingBack(page: string, path: string): string {
  const back = safeReturnTo(path);
  return back === '/' ? page : `${page}?return_to=${encodeURIComponent(back)}`;
}

/** Where this page's address says to go after signing in; not checked yet. */
export function askedReturn(req: Request): string {
  return typeof req.query.return_to === 'string' ? req.query.return_to : '';
}
