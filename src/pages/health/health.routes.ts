import { type RequestHandler, Router } from 'express';

/**
 * For whoever watches this Larder: /healthz says that it lives, /readyz that what it keeps can be reached.
 * @param reach asks each database something; throws when one is away
 */
export function healthRoutes(reach: () => Promise<unknown>): Router {
  const routes = Router();
  routes.get('/healthz', (_req, res) => void res.type('text').send('alive\n'));
  routes.get('/readyz', isReady(reach));
  return routes;
}

function isReady(reach: () => Promise<unknown>): RequestHandler {
  return async (req, res) => {
    try {
      await reach();
      res.type('text').send('ready\n');
    } catch (err) {
      req.log.warn({ err }, 'What Larder keeps can’t be reached');
      res.status(503).type('text').send('not ready: what it keeps can’t be reached\n');
    }
  };
}
