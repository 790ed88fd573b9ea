import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LarderServer } from '../support/server.js';
import type { Front } from './larders.js';

/** A request as it came, before it is passed on. */
export interface Passing {
  method: string;
  /** The path with its query. */
  address: string;
  cookie: string;
  body: string;
}

export interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/**
 * A Larder that breaks its promises: somebody stands before it who may pass each request on, or not.
 * @param meddle answers a request; `pass` asks the real Larder
 */
export function frontThat(
  meddle: (request: Passing, pass: () => Promise<Reply>, server: LarderServer) => Promise<Reply>,
): Front {
  return async (server) => {
    const front = http.createServer(async (req, res) => {
      try {
        const body = await textOf(req);
        const { method = 'GET', url: address = '/', headers } = req;
        const pass = () => passOn(new URL(address, server.url), method, headers, body);
        const reply = await meddle({ method, address, cookie: headers.cookie ?? '', body }, pass, server);
        res.writeHead(reply.status, reply.headers).end(reply.body);
      } catch {
        // The process was ended: whoever asked gets no answer either.
        res.destroy();
      }
    });
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
    const { port } = front.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      close: () => new Promise((resolve) => front.close(() => resolve())),
    };
  };
}

async function passOn(
  url: URL,
  method: string,
  headers: http.IncomingHttpHeaders,
  body: string,
): Promise<Reply> {
  const request = http.request(url, { method, headers, agent: false });
  request.end(body);
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await textOf(response),
  };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
