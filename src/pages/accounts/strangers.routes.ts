import type { RequestHandler } from 'express';
import type { RateLimits } from '../../accounts/rate-limits.js';
import { memberOf } from '../../members/current-member.js';
import { isSignedIn } from '../../session/sign-in.js';
import { HttpError } from '../../web/errors.js';

/**
 * Bounds what strangers send to the addresses that are open to them, by where they come from and by the first part of the
 * address. Stands before the public routes. What ends with somebody signed in does not count: many may live behind one
 * address.
 * @throws HttpError with 429, before anything is done
 */
export function boundStrangers(rateLimits: RateLimits): RequestHandler {
  return async (req, res, next) => {
    const kind = /^\/(signup|login|logout|join|joining)(?:\/|$)/i.exec(req.path)?.[1]?.toLowerCase();
    if (req.method !== 'POST' || kind === undefined || memberOf(req)) return next();
    const address = req.ip ?? '';
    if (!(await rateLimits.takePost(kind, address))) throw new HttpError(429, 'Too much from one address');
    res.once('finish', () => {
      if (!isSignedIn(req)) return;
      rateLimits.forgivePost(kind, address).catch((err: unknown) => {
        req.log.warn({ err }, 'A form that led in stays counted');
      });
    });
    next();
  };
}
