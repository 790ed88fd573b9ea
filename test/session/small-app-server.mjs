// Runs the small app as a process of its own, for tests that need two on the same sessions.
import { register } from 'tsx/esm/api';

register();
const { smallApp, listening } = await import('./small-app.ts');
const { openEngine } = await import('../../src/engines/open.ts');
const { DATA_DIR, DATABASE_URL } = process.env;
const { sessions } = await openEngine(
  { dataDir: String(DATA_DIR), databaseUrl: DATABASE_URL },
  { report: console.error },
);
const { url } = await listening(smallApp(sessions).app);
process.once('SIGTERM', () => process.exit());
process.stdout.write(`Larder is ready at ${url}\n`);
