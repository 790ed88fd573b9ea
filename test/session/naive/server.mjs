// Runs the naive Larder, with the same settings and the same first words as the real one.
import { register } from 'tsx/esm/api';

register();
const { naiveLarder } = await import('./naive-larder.ts');
const { DATA_DIR, NAIVE, BASE_URL = '' } = process.env;
const way = /** @type {import('./naive-larder.js').Way | undefined} */ (NAIVE);
const server = naiveLarder(String(DATA_DIR), way, BASE_URL.startsWith('https')).listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.stdout.write(`Larder is ready at http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => process.exit());
