import { addDays, dayIn } from '../src/calendar/day.js';
import { signIn } from '../test/support/people.js';
import type { LarderServer } from '../test/support/server.js';
import { encode, type Fields, type Visitor } from '../test/support/visitor.js';
import { type Answer, answerOf } from './answer.js';
import { PASSWORD, SIGNING_IN } from './household.js';
import type { Load, NextRequest } from './measure.js';

/** One line of the table. */
export interface Row {
  name: string;
  /** Stands for the row on the floors. */
  path: string;
  next: NextRequest;
  answer: Answer;
  /** How Larder is loaded; the floors get the same connections. */
  load: Load;
  /** What has to be done before each of Larder's turns. */
  prepare?: () => Promise<void>;
}

const PAGE_LOAD: Load = { connections: 8, seconds: 0.7 };
/** A session keeps the messages that nobody came to read, so each of the four gets a few only. */
const ADDING_LOAD: Load = { connections: 4, seconds: 0.7, requests: 60 };
/** bcrypt takes its time: a number of whole sign-ins. */
const SIGN_IN_LOAD: Load = { connections: 4, seconds: 0.7, requests: 8 };
/** Finds several foods in either household. */
const SLIP = '/search?q=mlik';
const ACCEPT = { accept: 'text/html' };
const FORM = { ...ACCEPT, 'content-type': 'application/x-www-form-urlencoded' };

/** The rows, with the answer that Larder gives to each now. */
export async function makeRows(server: LarderServer, placeIds: Record<string, number>): Promise<Row[]> {
  const [home, place] = [await signedIn(server, 'home'), await signedIn(server, 'place')];
  const large = await signedIn(server, 'large');
  const lastWeek = addDays(dayIn('UTC', new Date()), -7);
  return [
    await pageRow('Welcome page', '/welcome', server.visitor(), '/'),
    await pageRow('Home, signed in: 20 places, 200 items', '/home', home, '/'),
    await pageRow('Home of 20 places, 5,000 items, 100,000 journal entries', '/large-home', large, '/'),
    await pageRow('A place of 50 items', '/place', place, `/places/${placeIds.place}`),
    await pageRow(
      'A place of 250 items, the first 60 of them',
      '/large-place',
      large,
      `/places/${placeIds.large}`,
    ),
    await pageRow('History, of 200 journal entries', '/journal', home, '/journal'),
    await pageRow('History, of 100,000 journal entries', '/large-journal', large, '/journal'),
    await pageRow(
      'A place of 50 items, as it was a week ago',
      '/past-place',
      place,
      `/places/${placeIds.place}/on/${lastWeek}`,
    ),
    await pageRow(
      'A place of 250 items, as it was a week ago, the first 200 of them',
      '/large-past-place',
      large,
      `/places/${placeIds.large}/on/${lastWeek}`,
    ),
    await pageRow('A search with a slip in it, that finds 9 of 200 foods', '/search', home, SLIP),
    await pageRow(
      'A search with a slip in it, that finds 223 of 5,000 foods, the nearest 50 of them',
      '/large-search',
      large,
      SLIP,
    ),
    await addingRow(server, `/places/${placeIds.adding}`),
    await signInRow(server),
  ];
}

async function pageRow(name: string, path: string, visitor: Visitor, address: string): Promise<Row> {
  const headers = { ...ACCEPT, ...cookieOf(visitor, address) };
  const answer = answerOf(await visitor.getRaw(address, ACCEPT));
  return { name, path, answer, load: PAGE_LOAD, next: () => ({ method: 'GET', path: address, headers }) };
}

/** Another food with each post, by people who have just signed in. */
async function addingRow(server: LarderServer, address: string): Promise<Row> {
  let forms: { fields: Fields; headers: Record<string, string> }[] = [];
  const prepare = async () => {
    const people = Array.from({ length: ADDING_LOAD.connections }, () => signedIn(server, 'adding'));
    forms = await Promise.all(people.map(async (visitor) => filledForm(await visitor, address)));
  };
  let count = 0;
  const next = () => {
    count += 1;
    const { fields, headers } = forms[count % forms.length] as (typeof forms)[number];
    return posted(`${address}/items`, { ...fields, name: `Peaches ${count}` }, headers);
  };
  await prepare();
  const answer = await answerTo(server, next());
  return { name: 'Adding an item: the post', path: '/adding', answer, load: ADDING_LOAD, next, prepare };
}

async function filledForm(visitor: Visitor, address: string) {
  const form = (await visitor.get(address)).form(`${address}/items`);
  const fields = { ...form.values(), unit: 'tin', best_before: '2030-01-01' };
  return { fields, headers: { ...FORM, ...cookieOf(visitor, address) } };
}

async function signInRow(server: LarderServer): Promise<Row> {
  let count = 0;
  const next = () => {
    count += 1;
    const username = SIGNING_IN[count % SIGNING_IN.length];
    return posted('/login', { username, password: PASSWORD, return_to: '' }, FORM);
  };
  const answer = await answerTo(server, next());
  return { name: 'Signing in', path: '/signing-in', answer, load: SIGN_IN_LOAD, next };
}

async function answerTo(server: LarderServer, { method, path, headers, body }: ReturnType<typeof posted>) {
  return answerOf(await server.visitor().requestRaw(method, path, headers, body));
}

async function signedIn(server: LarderServer, username: string): Promise<Visitor> {
  return (await signIn(server.visitor(), { username, password: PASSWORD })).visitor;
}

function cookieOf(visitor: Visitor, address: string) {
  const cookie = visitor.cookies.header(new URL(address, visitor.origin));
  return cookie === undefined ? {} : { cookie };
}

function posted(path: string, fields: Fields, headers: Record<string, string>) {
  return { method: 'POST', path, headers, body: encode(fields) } as const;
}
