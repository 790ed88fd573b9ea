import http from 'node:http';

/** Names in small letters; undefined takes a header away. */
export type SentHeaders = Record<string, string | string[] | undefined>;

export interface HttpRequest {
  method: string;
  url: URL;
  headers: SentHeaders;
  body?: string | undefined;
}

export interface HttpResponse {
  status: number;
  headers: Headers;
  body: string;
}

/** Milliseconds. An answer that takes its time on a crowded machine is not one that never comes. */
const TIMEOUT = 90_000;

/**
 * One request on a connection of its own; fetch can't set Host and Sec-Fetch-Mode.
 * @param server where to connect; the request may name another host, as behind a proxy
 */
export function send(server: URL, { method, url, headers, body }: HttpRequest): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent: false,
        hostname: server.hostname.replace(/^\[|\]$/g, ''),
        port: server.port,
        method,
        path: url.pathname + url.search,
        headers: { host: url.host, ...withLength(defined(headers), body) },
        timeout: TIMEOUT,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: headersOf(response.rawHeaders),
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('timeout', () =>
      request.destroy(new Error(`${method} ${url.pathname}: no answer in ${TIMEOUT} ms`)),
    );
    request.on('error', reject);
    request.end(body);
  });
}

function defined(headers: SentHeaders): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}

function withLength(headers: Record<string, string | string[]>, body: string | undefined) {
  return body === undefined ? headers : { 'content-length': String(Buffer.byteLength(body)), ...headers };
}

function headersOf(raw: string[]): Headers {
  const headers = new Headers();
  for (let i = 0; i < raw.length; i += 2) headers.append(raw[i] ?? '', raw[i + 1] ?? '');
  return headers;
}
