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

  /** One cookie by its name, with or without its __Host- prefix. */
  find(name: string): Cookie | undefined {
    return this.all().find((cookie) => cookie.key.replace('__Host-', '') === name.replace('__Host-', ''));
  }

  /** Forgets everything, as a closed private window does. */
  clear(): void {
    this.#jar.removeAllCookiesSync();
  }
}
