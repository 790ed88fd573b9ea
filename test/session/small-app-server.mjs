// Runs the small app as a process of its own, for tests that need two on the same files.
import { register } from 'tsx/esm/api';

register();
const { smallApp, listening } = await import('./small-app.ts');
const { url } = await listening(smallApp(String(process.env.DATA_DIR)).app);
process.once('SIGTERM', () => process.exit());
process.stdout.write(`Larder is ready at ${url}\n`);
