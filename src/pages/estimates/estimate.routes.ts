import { Router } from 'express';
import { shelfFood } from '../../keeping/shelf-life/table.js';
import { found } from '../../web/errors.js';
import { page } from '../../web/page.js';
import { figuresOf, sourcesOf } from './figures.js';

export function estimateRoutes(): Router {
  const router = Router();

  router.get('/shelf-life/:food', async (req, res) => {
    const food = found(shelfFood(req.params.food));
    await page(req, res, 'estimates/show', {
      title: `How long it keeps: ${food.name}`,
      food,
      figures: figuresOf(food),
      sources: sourcesOf(food),
    });
  });

  return router;
}
