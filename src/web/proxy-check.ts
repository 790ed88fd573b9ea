import type { RequestHandler } from 'express';
import type { Config } from '../config.js';
import { HttpError } from './errors.js';

/**
 * With an https BASE_URL the session cookie is Secure, and a request that seems to have come over plain http can
 * neither get nor keep one. Behind a proxy that means that TRUST_PROXY is missing: say so, at once and loudly.
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
