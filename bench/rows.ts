import type { LarderServer } from '../test/support/server.js';
import { encode, type Fields } from '../test/support/visitor.js';
import { type Answer, answerOf } from './answer.js';
import type { Folder } from './folders.js';
import { NUMBER, type Sent } from './generator.js';
import { cookieOf, PASSWORD, signedIn } from './people.js';

/** What is asked for, and what the answer is. */
export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
  raises?: number;
  answer: Answer;
}

/** One line of the table. */
export interface Row {
  name: string;
  /** Stands for the row on the floor. */
  path: string;
  requests: Asked[];
  connections: number;
  seconds: number;
  amount?: number;
}

/** As in the goals. */
export const CONNECTIONS = 16;
const SECONDS = 0.8;
/** A browser reads each message at once; here nobody comes, so few are left to wait in one session. */
const POSTS_EACH = 6;
/** Finds several foods in either household. */
const SLIP = '/search?q=mlik';
const ACCEPT = { accept: 'text/html' };
const FORM = { ...ACCEPT, 'content-type': 'application/x-www-form-urlencoded' };

/** A request as it goes over the wire. */
export function sentOf({ method, path, headers, body, raises }: Asked, as = path): Sent {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries({ host: '127.0.0.1', ...headers, ...length });
  const head = [`${method} ${as} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return { raw: `${head.join('\r\n')}\r\n\r\n${body ?? ''}`, raises };
}

/** The pages that are held against the floor. */
export async function pageRows(server: LarderServer, { homes }: Folder): Promise<Row[]> {
  const changing = Object.keys(homes).filter((name) => name.startsWith('changing'));
  const [home, place] = ['/', `/places/${homes.place?.placeId}`];
  const rows: [string, string, Asked[]][] = [
    ['Welcome', '/welcome', [await got(server, undefined, '/')]],
    ['Home, 20 places, 200 items', '/home', [await got(server, 'home', home)]],
    ['A place of 50 items', '/place', [await got(server, 'place', place)]],
    [
      'Home, the first view after a change',
      '/changed-home',
      await Promise.all(changing.map((name) => got(server, name, home, homes[name]?.householdId))),
    ],
    [
      'A place of 10 items, the first view after a change',
      '/changed-place',
      await Promise.all(
        changing.map((name) =>
          got(server, name, `/places/${homes[name]?.placeId}`, homes[name]?.householdId),
        ),
      ),
    ],
  ];
  return rows.map(([name, path, requests]) => ({
    name,
    path,
    requests,
    // Each of those that change has its own household, so that no two ask for the same revision.
    connections: requests.length === 1 ? CONNECTIONS : requests.length,
    seconds: SECONDS,
  }));
}

/** Another food with each post, by people who have just signed in. */
export async function addingRow(server: LarderServer, { homes }: Folder): Promise<Row> {
  const address = `/places/${homes.adding?.placeId}`;
  const forms: Omit<Asked, 'answer'>[] = [];
  for (let n = 0; n < CONNECTIONS; n += 1) {
    // One after another: ten at once under one name are too many tries.
    const visitor = await signedIn(server, 'adding');
    const fields = (await visitor.get(address)).form(`${address}/items`).values();
    const food = { name: `Peaches ${NUMBER}`, unit: 'tin', best_before: '2030-01-01' };
    const headers = { ...FORM, ...cookieOf(visitor, address) };
    forms.push(posted(`${address}/items`, headers, { ...fields, ...food }));
  }
  const first = forms[0] as Omit<Asked, 'answer'>;
  const body = first.body?.replace(NUMBER, 'in sight');
  const answer = answerOf(await server.visitor().requestRaw('POST', first.path, first.headers, body));
  const requests = forms.map((form) => ({ ...form, answer }));
  const amount = CONNECTIONS * POSTS_EACH;
  return { name: 'Adding an item', path: '/adding', requests, connections: CONNECTIONS, seconds: 5, amount };
}

/** Eight people who sign in again and again. */
export async function signInRow(server: LarderServer, { homes }: Folder): Promise<Row> {
  const names = Object.keys(homes).filter((name) => name.startsWith('signing-in'));
  const forms = names.map((username) =>
    posted('/login', FORM, { username, password: PASSWORD, return_to: '' }),
  );
  const first = forms[0] as Omit<Asked, 'answer'>;
  const answer = answerOf(await server.visitor().requestRaw('POST', first.path, first.headers, first.body));
  const requests = forms.map((form) => ({ ...form, answer }));
  return { name: 'Signing in', path: '/login', requests, connections: names.length, seconds: 3 };
}

/** Pages of a household, none of them kept from before: one at a time, each after a change. */
export async function sizedRows(server: LarderServer, folder: Folder, username: string, long: string) {
  const [home, longHome] = [folder.homes[username], folder.homes[long]];
  const pages: [string, string, string, number | undefined][] = [
    ['Home', username, '/', home?.householdId],
    ['The first 60 items of a place', long, `/places/${longHome?.placeId}`, longHome?.householdId],
    ['An item', username, `/items/${home?.itemId}/edit`, home?.householdId],
    ['Shopping', username, '/shopping', home?.householdId],
    ['History', username, '/journal', home?.householdId],
    ['Find, with a slip', username, SLIP, home?.householdId],
  ];
  const rows: Row[] = [];
  for (const [name, who, address, raises] of pages) {
    const requests = [await got(server, who, address, raises)];
    rows.push({ name, path: '', requests, connections: 1, seconds: SECONDS / 2 });
  }
  return rows;
}

async function got(
  server: LarderServer,
  username: string | undefined,
  path: string,
  raises?: number,
): Promise<Asked> {
  const visitor = username === undefined ? server.visitor() : await signedIn(server, username);
  const headers = { ...ACCEPT, ...cookieOf(visitor, path) };
  const answer = answerOf(await server.visitor().getRaw(path, headers));
  if (answer.status !== 200) throw new Error(`${path} answers with ${answer.status}`);
  return { method: 'GET', path, headers, answer, ...(raises === undefined ? {} : { raises }) };
}

function posted(path: string, headers: Record<string, string>, fields: Fields): Omit<Asked, 'answer'> {
  // The mark is to be filled in by the generator: it must come through as it is.
  const body = String(encode(fields)).replaceAll(encodeURIComponent(NUMBER), NUMBER);
  return { method: 'POST', path, headers, body };
}
