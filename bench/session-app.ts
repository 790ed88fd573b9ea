import type { AddressInfo } from 'node:net';
import flash from 'connect-flash';
import express, { type RequestHandler } from 'express';
import { makers } from './session-ways.js';

/** A process of its own: a few routes, and nothing else, on one way to keep sessions. */
const [name, folder = ''] = process.argv.slice(2);
const way = makers[name as keyof typeof makers](folder);

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.use(way.handlers, flash() as RequestHandler);
app.post('/sign-in', async (req, res) => {
  await way.signIn(req);
  res.json('signed in');
});
app.get('/me', (req, res) => void res.json({ user: req.session.user_id ?? null }));
app.post('/change', async (req, res) => {
  await way.change(req);
  res.redirect(303, '/me');
});
app.post('/message', async (req, res) => res.redirect(303, await way.leave(req)));

const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
// Asked before and after a turn: how much processor time it took.
process.on('message', () => process.send?.(process.cpuUsage()));
process.once('disconnect', () => process.exit());
