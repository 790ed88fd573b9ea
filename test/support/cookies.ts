import { type Cookie, CookieJar } from 'tough-cookie';

/** What a browser remembers: it keeps the rules of Secure, Path, Max-Age and the __Host- prefix. */
export class Cookies {
  #jar = new CookieJar(undefined, { prefixSecurity: 'strict', rejectPublicSuffixes: false });

  /** Keeps what a response set; what a browser would refuse is left out. */
  keep(setCookies: string[], url: URL): void {
    for (const line of setCookies) this.#jar.setCookieSync(line, url.href, { ignoreError: true });
  }

  /** The Cookie header for a request, or undefined when there is nothing to send. */
  header(url: URL): string | undefined {
    return this.#jar.getCookieStringSync(url.href) || undefined;
  }

  /** Every cookie that is kept, with its attributes. */
  all(): Cookie[] {
    const cookies: Cookie[] = [];
    this.#jar.store.getAllCookies((_error, stored) => cookies.push(...(stored ?? [])));
    return cookies;
  }

  /** One cookie by how its name begins, with or without its __Host- prefix: an installation's own part comes after. */
  find(name: string): Cookie | undefined {
    return this.all().find((cookie) => /^(?:__Host-)?(\w+)/.exec(cookie.key)?.[1] === name);
  }

  /** Forgets everything, as a closed private window does. */
  clear(): void {
    this.#jar.removeAllCookiesSync();
  }
}
