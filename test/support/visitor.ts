import { Cookies } from './cookies.js';
import { type HttpRequest, type SentHeaders, send } from './http.js';
import { Page, type Redirect } from './page.js';

type FieldValue = string | number | boolean | null | undefined;
/** A form's fields; a list sends the name for each; undefined is not sent. */
export type Fields = Record<string, FieldValue | FieldValue[]> | URLSearchParams | [string, string][];

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A browser without script, over HTTP, with cookies, redirects and a browser's headers. A header given as undefined
 * is left out.
 */
export class Visitor {
  readonly cookies: Cookies;
  readonly origin: string;
  readonly #server: URL;

  /**
   * @param server where Larder listens
   * @param options.as the public address behind a proxy, such as https://larder.example
   */
  constructor(
    server: string,
    { as = server, cookies = new Cookies() }: { as?: string; cookies?: Cookies } = {},
  ) {
    this.#server = new URL(server);
    this.origin = new URL(as).origin;
    this.cookies = cookies;
  }

  /** A second tab. */
  clone(): Visitor {
    return new Visitor(this.#server.href, { as: this.origin, cookies: this.cookies });
  }

  get(path: string, headers: SentHeaders = {}): Promise<Page> {
    return this.#follow({ method: 'GET', url: this.#resolve(path), headers });
  }

  post(path: string, fields: Fields = {}, headers: SentHeaders = {}): Promise<Page> {
    return this.#follow(this.#formPost(path, fields, headers));
  }

  /** Without following a redirect. */
  getRaw(path: string, headers: SentHeaders = {}): Promise<Page> {
    return this.#once({ method: 'GET', url: this.#resolve(path), headers });
  }

  /** Without following a redirect. */
  postRaw(path: string, fields: Fields = {}, headers: SentHeaders = {}): Promise<Page> {
    return this.#once(this.#formPost(path, fields, headers));
  }

  /** Another method, or a body that is no form. Redirects are not followed. */
  requestRaw(method: string, path: string, headers: SentHeaders = {}, body?: string): Promise<Page> {
    return this.#once({ method, url: this.#resolve(path), headers, body });
  }

  #resolve(path: string): URL {
    const url = new URL(path, this.origin);
    if (url.origin === this.origin || url.origin === this.#server.origin) return url;
    throw new Error(`${url} is on another site than ${this.origin}`);
  }

  #formPost(path: string, fields: Fields, headers: SentHeaders): HttpRequest {
    const url = this.#resolve(path);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', url, headers: { ...type, ...headers }, body: encode(fields) };
  }

  async #follow(request: HttpRequest): Promise<Page> {
    const redirects: Redirect[] = [];
    let page = await this.#once(request);
    while (REDIRECTS.has(page.status) && page.location !== undefined) {
      redirects.push({ status: page.status, location: page.location });
      if (redirects.length > 10) throw new Error(`Too many redirects: ${redirects.map((r) => r.location)}`);
      const url = this.#resolve(new URL(page.location, request.url).href);
      request = redirected(request, page.status, url);
      page = await this.#once(request, redirects);
    }
    return page;
  }

  async #once(request: HttpRequest, redirects: Redirect[] = []): Promise<Page> {
    const headers = { ...this.#browserHeaders(request), ...lowerCase(request.headers) };
    const response = await send(this.#server, { ...request, headers });
    this.cookies.keep(response.headers.getSetCookie(), request.url);
    return new Page({ visitor: this, url: request.url, redirects, ...response });
  }

  #browserHeaders({ method, url }: HttpRequest): SentHeaders {
    const https = url.protocol === 'https:';
    return {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'en',
      cookie: this.cookies.header(url),
      origin: method === 'GET' || method === 'HEAD' ? undefined : this.origin,
      'sec-fetch-dest': 'document',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-proto': https ? 'https' : undefined,
      'x-forwarded-host': https ? url.host : undefined,
    };
  }
}

function redirected(request: HttpRequest, status: number, url: URL): HttpRequest {
  if (status === 307 || status === 308 || request.method === 'GET') return { ...request, url };
  const { 'content-type': _type, origin: _origin, ...headers } = lowerCase(request.headers);
  return { method: 'GET', url, headers };
}

function lowerCase(headers: SentHeaders): SentHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Fields as a request's body. */
export function encode(fields: Fields): string {
  if (fields instanceof URLSearchParams || Array.isArray(fields))
    return new URLSearchParams(fields).toString();
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) pairs.append(name, String(one));
  return pairs.toString();
}
