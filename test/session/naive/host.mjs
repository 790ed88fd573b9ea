// Runs naive Larders, one after another.
import { register } from 'tsx/esm/api';
import { host } from '../../support/host.mjs';

register();
const { naiveLarder } = await import('./naive-larder.ts');

host(({ DATA_DIR, NAIVE }) => {
  const way = /** @type {import('./naive-larder.js').Way | undefined} */ (NAIVE);
  return { app: naiveLarder(String(DATA_DIR), way), close() {} };
});
