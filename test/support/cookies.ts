import { type Cookie, CookieJar } from 'tough-cookie';

/** A browser's cookies, with the rules of Secure, Path, Max-Age and __Host-. */
export class Cookies {
  #jar = new CookieJar(undefined, { prefixSecurity: 'strict', rejectPublicSuffixes: false });

  keep(setCookies: string[], url: URL): void {
    for (const line of setCookies) this.#jar.setCookieSync(line, url.href, { ignoreError: true });
  }

  header(url: URL): string | undefined {
    return this.#jar.getCookieStringSync(url.href) || undefined;
  }

  all(): Cookie[] {
    const cookies: Cookie[] = [];
    this.#jar.store.getAllCookies((_error, stored) => cookies.push(...(stored ?? [])));
    return cookies;
  }

  /** One cookie by how its name begins, with or without its __Host- prefix: an installation's own part comes after. */
  find(name: string): Cookie | undefined {
    return this.all().find((cookie) => /^(?:__Host-)?(\w+)/.exec(cookie.key)?.[1] === name);
  }

  /** As a closed private window does. */
  clear(): void {
    this.#jar.removeAllCookiesSync();
  }
}
