import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrows, circles, foldersIn, PAGES, sources, tests, views } from './support/sources.js';

/** The rooms of src, from the roof to the ground: a room may use those below it, never one above. */
const ROOMS = [
  ...['demo', 'engines', 'pages', 'kept-forms', 'history'],
  ...['accounts', 'households', 'items', 'shopping', 'places', 'foods', 'journal'],
  ...['drafts', 'eat-first', 'entry-line', 'stock', 'members', 'web', 'session'],
  ...['keeping', 'amounts', 'calendar', 'food-names', 'vocabulary', 'database'],
];
/** Shown by the pages of more than one feature. */
const SHARED_VIEWS = ['partials', 'errors'];
/** What tests stand on, and tests of the whole program at once. */
const WHOLE = ['support', 'browser', 'torture', 'speed'];

const roomOf = ([, room = '']: string[]) => room;
/** What stands in src itself is a room of its own. */
const folderOf = (parts: string[]) => (parts.length > 2 ? parts.slice(0, -1) : parts).join('/');

describe('The order of rooms', () => {
  test('a room uses the rooms below it, and none above', () => {
    expect([...foldersIn('src')].sort()).toEqual([...ROOMS].sort());
    const upward = arrows(sources, roomOf).filter(
      ({ from, to }) => ROOMS.indexOf(to) < ROOMS.indexOf(from) && ROOMS.includes(from) && ROOMS.includes(to),
    );
    expect(upward.map(({ words }) => words)).toEqual([]);
  });

  test('no folder is in a circle with another, be it inside a room', () => {
    const inside = arrows(sources, folderOf);
    expect(circles(inside)).toEqual([]);
    const round = ['a b', 'b c', 'c a', 'c d'].map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return { from, to, words: pair };
    });
    expect(circles(round)).toEqual(['a b', 'b c', 'c a']);
  });

  test('no page knows of another', () => {
    const pageOf = ([, room = '', page = '']: string[]) => (room === 'pages' ? page : '');
    const crossing = arrows(sources, pageOf).filter(({ from, to }) => from !== '' && to !== '');
    expect(crossing.map(({ words }) => words)).toEqual([]);
  });
});

describe('The house', () => {
  test('has no folder of more than 15 files', () => {
    const folders = [...sources, ...views, ...tests].map(({ path: file }) => path.posix.dirname(file));
    const full = [...new Set(folders)].filter(
      (folder) => folder.startsWith('src') && folders.filter((one) => one === folder).length > 15,
    );
    expect(full).toEqual([]);
  });

  test('has a folder of sources for every folder of views and of tests', () => {
    const known = [...foldersIn('src'), ...PAGES];
    expect(
      foldersIn('views').filter((name) => !known.includes(name) && !SHARED_VIEWS.includes(name)),
    ).toEqual([]);
    expect(foldersIn('test').filter((name) => !known.includes(name) && !WHOLE.includes(name))).toEqual([]);
  });
});
