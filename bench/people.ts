import { signIn } from '../test/support/people.js';
import type { LarderServer } from '../test/support/server.js';
import type { Visitor } from '../test/support/visitor.js';

/** Of everybody in the bench. */
export const PASSWORD = 'four-quiet-kettles';

export async function signedIn(server: LarderServer, username: string): Promise<Visitor> {
  return (await signIn(server.visitor(), { username, password: PASSWORD })).visitor;
}

export function cookieOf(visitor: Visitor, address: string): Record<string, string> {
  const cookie = visitor.cookies.header(new URL(address, visitor.origin));
  return cookie === undefined ? {} : { cookie };
}
