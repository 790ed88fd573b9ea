import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Answer } from './answer.js';

/** The rows by the path that stands for them. */
export type Answers = Record<string, Answer>;

/** The least that answers a request: no routing, no framework, bytes that are ready before. */
function bareHttp(answers: Answers) {
  const ready = new Map(
    Object.entries(answers).map(([path, { status, headers, body }]) => {
      const bytes = Buffer.from(body);
      return [
        path,
        { status, headers: [...headers, ['Content-Length', String(bytes.length)]].flat(), bytes },
      ];
    }),
  );
  return createServer((req, res) => {
    const answer = ready.get(req.url ?? '');
    if (!answer) return res.writeHead(404).end();
    const send = () => res.writeHead(answer.status, answer.headers).end(answer.bytes);
    if (req.method === 'GET') return send();
    req.resume().once('end', send);
  });
}

/** The least that an Express app can do: a route a row, and a form is read before it is answered. */
function bareExpress(answers: Answers) {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  for (const [path, { status, headers, body }] of Object.entries(answers)) {
    const answer: express.RequestHandler = (_req, res) => {
      for (const [name, value] of headers) res.append(name, value);
      res.status(status).send(body);
    };
    app.get(path, answer);
    app.post(path, express.urlencoded({ extended: false }), answer);
  }
  return createServer(app);
}

const servers = { 'node:http': bareHttp, Express: bareExpress };
const make = servers[process.argv[2] as keyof typeof servers];

process.once('message', (answers: Answers) => {
  const server = make(answers);
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
// The bench ended, whatever way: nothing is left to answer.
process.once('disconnect', () => process.exit());
