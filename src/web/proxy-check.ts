import type { RequestHandler } from 'express';
import type { Config } from '../config.js';
import { HttpError } from './errors.js';

/**
 * Logs a warning when TRUST_PROXY seems to be missing: with an https BASE_URL, a request over plain http can't get
 * or keep the Secure cookie.
 */
export function warnOfMissingProxy(config: Config): RequestHandler {
  let said = false;
  return (req, _res, next) => {
    if (!config.https || req.secure) return next();
    if (!said)
      req.log.error(
        `BASE_URL is https, but this request came over http, so nobody can sign in. Behind a proxy, set TRUST_PROXY to its address or hop count, and let it send X-Forwarded-Proto.`,
      );
    said = true;
    if (req.method === 'POST') return next(new HttpError(421, 'https expected'));
    next();
  };
}
