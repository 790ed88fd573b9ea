// Commits one draft many times at once when it is told to, for a test that needs two processes.
import { register } from 'tsx/esm/api';

register();
const { commitDinner, openKitchen } = await import('./kitchen.ts');
const db = await openKitchen(String(process.env.FOLDER), process.env.ADDRESS);
process.once('message', async (/** @type {any} */ { scope, draft, times }) => {
  const commits = Array.from({ length: times }, (_, n) =>
    commitDinner(db, scope, draft, { by: process.pid, n }),
  );
  process.send?.(await Promise.all(commits), () => process.disconnect());
});
process.send?.('ready');
