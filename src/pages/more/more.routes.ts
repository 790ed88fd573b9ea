import { Router } from 'express';
import { page } from '../../web/page.js';

/** The ways to everything that has no tab of its own. */
export function moreRoutes(): Router {
  const router = Router();

  router.get('/more', async (req, res) => {
    await page(req, res, 'more/show', { title: 'More' });
  });

  return router;
}
