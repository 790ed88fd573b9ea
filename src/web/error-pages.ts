import { randomBytes } from 'node:crypto';
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { isBusy, OutcomeUnknown } from '../database/when-free.js';
import { SessionGone } from '../session/change-session.js';
import { withoutFlash } from '../session/flash.js';
import { HttpError, NotFound, OwnersOnly, SignInRequired } from './errors.js';
import { goTo, page } from './page.js';
import { pageBefore, signInAddress, unsentAddress } from './return-to.js';

/** Seconds. */
const RETRY_AFTER = '5';

/** A 404 for what no route answered. */
export const notFound: RequestHandler = (_req, _res, next) => next(new NotFound());

/** A page for every error: what to do, never a stack trace. */
export const errorPages: ErrorRequestHandler = async (error, req, res, next) => {
  if (res.headersSent) return next(error);
  try {
    if (error instanceof SignInRequired || error instanceof SessionGone)
      return goTo(res, req.method === 'POST' ? unsentAddress(wayBack(req)) : signInAddress(wayBack(req)));
    const status = statusOf(error);
    if (error instanceof OwnersOnly) await page(req, res, 'errors/refused', OWNERS_ONLY, status);
    else if (status < 500) await page(req, res, 'errors/refused', refusedPage(status), status);
    else await fault(error, req, res);
  } catch (second) {
    req.log.error({ err: second }, 'The page that tells of a fault failed too');
    if (res.headersSent) return next(second);
    // Express would show the stack trace.
    res
      .status(500)
      .type('text')
      .send('Something went wrong. Whoever runs this Larder finds it in the log.\n');
  }
};

/** `OPTIONS *` has no path, and no session. */
export const onlyPaths: RequestHandler = (req, _res, next) =>
  next(req.url.startsWith('/') ? undefined : new HttpError(400, 'Not a path'));

/**
 * Finds who is signed in, for the page of an error that came before: a body that is too large.
 * @param load what finds it for other requests
 */
export function knowingWho(...load: RequestHandler[]): ErrorRequestHandler {
  const router = Router();
  router.use(...load);
  // The first error is the one to tell.
  return (error, req, res, next) =>
    res.locals.user !== undefined || res.headersSent ? next(error) : router(req, res, () => next(error));
}

async function fault(error: unknown, req: Request, res: Response): Promise<void> {
  const reference = randomBytes(4).toString('hex');
  const busy = isBusy(error);
  const unknown = error instanceof OutcomeUnknown;
  if (busy) req.log.warn({ err: error, reference }, 'A request could not get the data');
  else req.log.error({ err: error, reference }, 'A request failed');
  const title = busy ? 'Larder is busy just now' : 'Something went wrong';
  if (busy) res.set('Retry-After', RETRY_AFTER);
  const data = { title, busy, unknown, reference, again: sentAgain(req) };
  await page(req, res, 'errors/fault', data, busy ? 503 : 500);
}

/** What was posted, for sending it again; undefined when empty, or with a password. */
function sentAgain(req: Request): { action: string; fields: [string, string][] } | undefined {
  if (req.method !== 'POST' || typeof req.body !== 'object' || req.body === null) return undefined;
  const fields = Object.entries(req.body).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  if (fields.some(([name]) => name.includes('password'))) return undefined;
  return { action: req.originalUrl, fields };
}

/** A GET leads to itself, a POST to its form's page. */
function wayBack(req: Request): string {
  if (req.method === 'GET' || req.method === 'HEAD') return withoutFlash(req.originalUrl);
  return pageBefore(req);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpError) return error.status;
  // body-parser and the router mark a request's own errors with a 4xx status.
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') {
    return error.status >= 400 && error.status < 500 ? error.status : 500;
  }
  return 500;
}

const OWNERS_ONLY = {
  title: 'Only an owner can do that',
  text: 'Ask an owner: the Household page says who they are.',
};

function refusedPage(status: number): { title: string; text: string } {
  switch (status) {
    case 403:
      return {
        title: 'That came from another site',
        text: 'Larder takes changes only from its own pages. Open the page here and send it again.',
      };
    case 404:
      return {
        title: 'There is nothing here',
        text: 'It was removed, or the address is mistyped.',
      };
    case 413:
      return {
        title: 'That was too much at once',
        text: 'Nothing was changed. Go back, make it shorter and send it again.',
      };
    case 421:
      return {
        title: 'This Larder expects https',
        text: 'Nothing was changed. Whoever runs it finds in its log what to set.',
      };
    case 429:
      return {
        title: 'Too many tries',
        text: 'Nothing was changed. Wait a while, then try again.',
      };
    default:
      return {
        title: 'Larder could not read that',
        text: 'Nothing was changed. Go back and send it again.',
      };
  }
}
