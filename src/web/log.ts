import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DestinationStream, type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';

export type { Logger };

/**
 * Structured logs.
 * @param level pino's lowest level to write
 * @param to standard output when left out
 */
export function makeLogger(level: string, to?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return to ? pino(options, to) : pino(options);
}

/** A log for each request, with one line when answered. No cookie, query or draft id in it. */
export function requestLog(logger: Logger) {
  let count = 0;
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger,
    genReqId: () => (count += 1),
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'warn' : 'info'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered',
    // The error has a line of its own, with its reference.
    customErrorObject: (_req, _res, _error, { err: _, ...line }) => line,
    serializers: {
      req: (req: { id: number; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: withoutIds(req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: pino.stdSerializers.err,
    },
    autoLogging: { ignore: (req) => req.url?.startsWith('/assets/') ?? false },
  });
}

/** Draft ids and invitation tokens are secrets. */
function withoutIds(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/^\/+(join|login\/+link)\/+[^/]+/i, '/$1/…').replace(/(?<=\/)[\w-]{22}(?=\/|$)/g, '…');
}
