import { signUp } from '../support/people.js';
import { Visitor } from '../support/visitor.js';
import type { Family } from './family.js';
import type { Seen } from './seen.js';
import { NOTHING, type Session, type State } from './state.js';

const NAMES = ['Ada', 'Bob', 'Cleo'];
const PASSWORD = 'plum-lantern-orbit-47';

/** Signs everybody up through the real forms, and lets them share the first one's household by a link. */
export async function moveIn(family: Family, people: number): Promise<void> {
  const browsers = NAMES.slice(0, people).map((name, n) => {
    const username = `${name}${family.name}`;
    const tabs = family.addBrowser(username, n === 0 ? 4 : 2);
    return { username, tabs };
  });
  let link = '';
  for (const { username, tabs } of browsers) {
    const visitor = new Visitor(family.larders.url(0), tabs[0] && { cookies: tabs[0].browser.cookies });
    await signUp(visitor, {
      timeZone: 'UTC',
      username,
      password: PASSWORD,
      firstName: username,
      householdName: `House of ${username}`,
    });
    if (link === '') {
      const made = await (await visitor.get('/household/invitations'))
        .form('/household/invitations')
        .fill({ uses: 5 })
        .submit();
      link = new URL(
        made
          .form('/household/invitations')
          .element.ownerDocument.querySelector('#link')
          ?.getAttribute('value') ?? '',
      ).pathname;
    } else await (await visitor.get(link)).form(link).submit();
  }
  const users = browsers.map(({ username }) => username);
  const first = stateOf(family, users, link.replace('/join/', ''));
  family.files.makeSignInsQuick(first);
  family.state = first;
  // A second device of the first one's, signed in later.
  family.addBrowser(`${users[0]} (phone)`, 2);
}

/** What is there once everybody has moved in. */
function stateOf(family: Family, users: string[], token: string): State {
  const { files } = family;
  const rows = files.larder.prepare('select id, username from users').all() as {
    id: number;
    username: string;
  }[];
  const idOf = (username: string) => String(rows.find((row) => row.username === username)?.id);
  const blank = { households: [], current: '', password: PASSWORD };
  const people = Object.fromEntries(users.map((name) => [name, { ...blank, id: idOf(name) }]));
  const seen: Seen = files.look({ ...NOTHING, people });
  const all = [...new Set(Object.values(seen.people).flatMap(({ households }) => households))];
  const names = files.larder.prepare('select name from households where id = ?').pluck();
  const empty = Object.fromEntries(
    all.map((id) => [id, { name: String(names.get(id)), owner: '', places: {}, items: {} }]),
  );
  const there = files.look({ ...NOTHING, people, households: empty });
  const owner = (id: string) => String(empty[id]?.name.replace('House of ', ''));
  const households = all.map((id) => [
    id,
    { name: empty[id]?.name ?? '', owner: owner(id), places: there.households[id]?.places ?? {}, items: {} },
  ]);
  const settled = users.map((name) => [
    name,
    { ...people[name], households: seen.people[name]?.households ?? [], current: seen.people[name]?.current },
  ]);
  const username = (id: string | null) => users.find((name) => people[name]?.id === id) ?? null;
  const sessions = Object.entries(there.sessions).map(([key, { user }]): [string, Session] => [
    key,
    { user: username(user), drafts: [] },
  ]);
  const home = seen.people[users[0] ?? '']?.current ?? '';
  return {
    ...NOTHING,
    people: Object.fromEntries(settled),
    households: Object.fromEntries(households),
    sessions: Object.fromEntries(sessions),
    owners: Object.fromEntries(sessions.map(([key, { user }]) => [key, user ?? ''])),
    links: { [token]: { household: home, uses: 5 - (users.length - 1) } },
  };
}
