export interface CookieNames {
  name: string;
  /** An older Larder's name, which is still read. */
  before: string;
}

/**
 * The names of the session cookie. Browsers send a host's cookies to all its ports, so each installation has a name
 * of its own.
 * @param installation kept with the sessions
 * @param https adds the prefix __Host-
 */
export function cookieNames(installation: string, https: boolean): CookieNames {
  const before = https ? '__Host-larder' : 'larder';
  return { name: `${before}-${installation}`, before };
}
