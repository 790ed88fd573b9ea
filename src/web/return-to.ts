import type { Request } from 'express';
import { withoutFlash } from '../session/flash.js';

/** Pages that make no sense to be sent back to. */
const NEVER = /^\/(login|logout|signup)(\/|$)/;

/**
 * Where to go after signing in: the path asked for, when it is a path of this site.
 * @param asked what the address or the form says
 * @returns a path with its query, `/` when what was asked for leads elsewhere
 */
export function safeReturnTo(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000) return '/';
  // A browser reads `//host`, `/\host` and `/<tab>/host` as another site's address.
  if (!asked.startsWith('/') || /^\/[/\\]/.test(asked) || /\p{Cc}/u.test(asked)) return '/';
  const here = 'http://larder.invalid';
  const url = URL.canParse(asked, here) ? new URL(asked, here) : undefined;
  // Dots are resolved by now, and `/..//host` would have become `//host`.
  if (url?.origin !== here || NEVER.test(url.pathname) || url.pathname.startsWith('//')) return '/';
  return withoutFlash(url.pathname + url.search);
}

/** The path of the page that a form was sent from, as the browser tells it; `/` when it does not. */
export function pageBefore(req: Request): string {
  const from = req.get('Referer');
  return from && URL.canParse(from) ? new URL(from).pathname : '/';
}

/** The address of the sign-in page that leads back to `path`. */
export function signInAddress(path: string): string {
  return leadingBack('/login', path);
}

/** The address of the sign-up page that leads back to `path`. */
export function signUpAddress(path: string): string {
  return leadingBack('/signup', path);
}

function leadingBack(page: string, path: string): string {
  const back = safeReturnTo(path);
  return back === '/' ? page : `${page}?return_to=${encodeURIComponent(back)}`;
}

/** Where the address of this page says to go after signing in; not yet known to be safe. */
export function askedReturn(req: Request): string {
  return typeof req.query.return_to === 'string' ? req.query.return_to : '';
}
