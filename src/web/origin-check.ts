import type { RequestHandler } from 'express';
import { HttpError } from './errors.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page asks for. Browsers say where a request comes from: in
 * Sec-Fetch-Site over https and on localhost, else in Origin. A client that sends neither is no browser, and
 * carries nobody's cookies but its own.
 * Source: the Fetch Metadata and Origin headers, as in Go's http.CrossOriginProtection.
 * @param origin the public origin, or undefined to compare with the Host header
 */
export function refuseOtherSites(origin: string | undefined): RequestHandler {
  return (req, _res, next) => {
    if (SAFE.has(req.method) || isFromHere(req.get('Sec-Fetch-Site'), req.get('Origin'), origin, req.host)) {
      return next();
    }
    next(new HttpError(403, 'The request came from another site'));
  };
}

function isFromHere(
  site: string | undefined,
  sentOrigin: string | undefined,
  publicOrigin: string | undefined,
  host: string | undefined,
): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (sentOrigin === undefined) return true;
  if (publicOrigin !== undefined && sentOrigin === publicOrigin) return true;
  return URL.canParse(sentOrigin) && new URL(sentOrigin).host === host;
}
