import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Answer } from './answer.js';
import { inserter, type NewRows } from './insert.js';

/** What the floor is to do: the same bytes, and the same rows. */
export interface FloorWork {
  /** The rows of the bench by the path that stands for them. */
  answers: Record<string, Answer>;
  inserts: { path: string; file: string; rows: NewRows };
}

/** The least that an Express app can do: a route a row, a form is read before it is answered, and what it says is kept. */
function bareExpress({ answers, inserts }: FloorWork) {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const insert = inserter(inserts.file, inserts.rows);
  for (const [path, { status, headers, body }] of Object.entries(answers)) {
    const answer: express.RequestHandler = (_req, res) => {
      for (const [name, value] of headers) res.append(name, value);
      res.status(status).send(body);
    };
    if (path !== inserts.path) app.get(path, answer);
    else
      app.post(path, express.urlencoded({ extended: false }), (req, res, next) => {
        insert(String(req.body.name));
        answer(req, res, next);
      });
  }
  return createServer(app);
}

process.once('message', (work: FloorWork) => {
  const server = bareExpress(work);
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
// The bench ended, whatever way: nothing is left to answer.
process.once('disconnect', () => process.exit());
