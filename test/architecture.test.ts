import { describe, expect, test } from 'vitest';
import { filesIn, importing, importsOf, offenders, sources, tests, views } from './support/sources.js';
import { SQLITE_ONLY, STILL_IN_FILES } from './support/sqlite-only.js';

describe('The walls between the parts', () => {
  test('are looked for in real files', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(views.length).toBeGreaterThan(20);
    const home = sources.find((file) => file.path === 'src/pages/home/home.routes.ts');
    expect(home && importsOf(home)).toEqual(
      expect.arrayContaining(['express', 'src/pages/home/home.view.ts']),
    );
  });

  test('only routes and plumbing know of express', () => {
    const may = [
      /\.routes\.ts$/,
      /^src\/(web|session|drafts|kept-forms)\//,
      /^src\/app\.ts$/,
      /^src\/members\/current-member\.ts$/,
      /^src\/accounts\/(give-password|let-in|own-password)\.ts$/,
      /^src\/households\/waiting\.ts$/,
    ];
    expect(offenders(sources, importing(/^express$/), may)).toEqual([]);
  });

  test('only repositories, migrations and src/database know of the query builder and the database driver', () => {
    const may = [/\.repository\.ts$/, /^src\/database\//, /^migrations\//];
    expect(offenders(sources, importing(/^kysely$/), may)).toEqual([]);
    const ofSqlite = [/^src\/(database|session\/store)\/sqlite\//, /^src\/accounts\/limiters\/sqlite\.ts$/];
    expect(offenders(sources, importing(/^better-sqlite3$/), ofSqlite)).toEqual([]);
  });

  test('only the folders of the engines, the sessions, the settings and what puts Larder together know which engine it is', () => {
    const may = [
      /^src\/database\/(database|locks|migrate|soundness|when-free|by-engine)\.ts$/,
      /^src\/database\/(sqlite|postgres|engine)\//,
      /^src\/session\/store\/(sqlite|postgres)\//,
      /^src\/accounts\/limiters\/(sqlite|postgres)\.ts$/,
      /^src\/engines\//,
      /^src\/config\.ts$/,
      /^migrations\//,
    ];
    const knows = importing(/^(pg|better-sqlite3)$|^src\/database\/(sqlite|postgres|engine)\//);
    expect(offenders(sources, knows, may)).toEqual([]);
    expect(offenders(sources, /\bengineOf\(|'(sqlite|postgres)'|\bdatabaseUrl\b/, may)).toEqual([]);
    expect(sources.filter((file) => /\bbyEngine</.test(file.text)).map((file) => file.path)).not.toEqual([]);
  });

  test('tests that run on SQLite alone are named with the reason, and there are few of them', () => {
    const files = Object.keys(SQLITE_ONLY);
    expect(files.filter((name) => !tests.some((file) => file.path === name))).toEqual([]);
    expect(files).toHaveLength(19);
    expect(STILL_IN_FILES.filter((name) => !tests.some((file) => file.path === name))).toEqual([]);
    expect(STILL_IN_FILES.length).toBeLessThanOrEqual(16);
  });

  test('an engine does not know the other', () => {
    expect(
      offenders(sources, importing(/^(pg$|src\/database\/postgres\/)/), [
        /^src\/database\/(postgres\/|database\.ts|soundness\.ts|when-free\.ts)/,
        /^src\/session\/store\/postgres\//,
        /^src\/accounts\/limiters\/postgres\.ts$/,
        /^src\/engines\/postgres\.ts$/,
        /^migrations\/postgres\//,
      ]),
    ).toEqual([]);
    const ofSqlite = sources.filter(({ path: file }) => file.startsWith('src/database/sqlite/'));
    expect(ofSqlite.length).toBeGreaterThan(4);
  });

  test('SQL is written in repositories and migrations, the sessions’ own in src/session', () => {
    const sql =
      /\.(selectFrom|insertInto|updateTable|deleteFrom|selectNoFrom)\(|\b(select .+ from|insert into|delete from|update \w+ set) /;
    const may = [/\.repository\.ts$/, /^migrations\//, /^src\/(session|database)\//];
    expect(offenders(sources, sql, may)).toEqual([]);
  });

  test('a repository knows nothing of requests, sessions and pages', () => {
    const repositories = sources.filter((file) => file.path.endsWith('.repository.ts'));
    expect(repositories.length).toBeGreaterThan(5);
    expect(offenders(repositories, importing(/^express|^src\/(session|web)\//), [])).toEqual([]);
  });

  test('what a household has knows nothing of pages, but for the shape of what was typed', () => {
    const nouns = /^src\/(stock|items|shopping|places|foods|journal|history|food-names)\/(?!item\.form)/;
    const known = sources.filter((file) => nouns.test(file.path));
    expect(known.length).toBeGreaterThan(30);
    expect(offenders(known, importing(/^src\/(web|session|drafts)\//), [])).toEqual([]);
  });

  test('what is pure knows of no file, no page and nobody', () => {
    const pure = sources.filter(({ path: file }) =>
      /^src\/(keeping|amounts|calendar|entry-line|eat-first)\//.test(file),
    );
    expect(pure.length).toBeGreaterThan(60);
    const outside =
      /^(express|kysely|better-sqlite3|node:fs)|^src\/(web|session|drafts|members|journal)\/|\.repository\.ts$/;
    expect(offenders(pure, importing(outside), [])).toEqual([]);
  });

  test('the words of languages are data, and stand on nothing but how letters are compared', () => {
    const vocabulary = sources.filter((file) => file.path.startsWith('src/vocabulary/'));
    expect(vocabulary.length).toBeGreaterThan(7);
    expect(offenders(vocabulary, importing(/^(?!src\/(vocabulary\/|folding\.ts$))/), [])).toEqual([]);
  });

  test('only the app and the server know of the whole', () => {
    expect(
      offenders(sources, importing(/^src\/(app|larder|serve|server)\.ts$/), [
        /^src\/(larder|serve|server)\.ts$/,
      ]),
    ).toEqual([]);
  });
});

describe('What is given from outside', () => {
  test('the environment is read in one place, and handed over in another', () => {
    expect(offenders(sources, /\bprocess\.env\b/, [/^src\/(config|server)\.ts$/])).toEqual([]);
  });

  test('what time it is comes from the clock, for all that a test may want to say', () => {
    const may = [/^src\/clock\.ts$/, /^src\/session\//, /^src\/web\/log\.ts$/, /^src\/demo\//];
    expect(offenders(sources, /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\)/, may)).toEqual([]);
  });

  test('the session is touched by its engine, the drafts and whoever finds the current member', () => {
    const may = [/^src\/(session|drafts|kept-forms)\//, /^src\/members\/current-member\.ts$/];
    expect(offenders(sources, /\b(req|request)\.session\b/, may)).toEqual([]);
  });
});

describe('The views', () => {
  test('write nothing without escaping it, but other views and the body of the page', () => {
    const raw = views.flatMap(({ path: file, text }) =>
      [...text.matchAll(/<%-([\s\S]*?)-?%>/g)]
        .map(([, inside = '']) => inside.trim())
        .filter(
          (inside) =>
            !/^include\('[\w./-]+'/.test(inside) && !(inside === 'body' && file === 'views/layout.ejs'),
        )
        .map((inside) => `${file}: ${inside}`),
    );
    expect(raw).toEqual([]);
  });

  test('have no script or style of their own, as the content security policy demands', () => {
    const scripts = /<script(?![^>]*\ssrc=)|<style|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:/i;
    expect(views.filter(({ text }) => scripts.test(text)).map((file) => file.path)).toEqual([]);
  });

  test('ask no other host for anything', () => {
    const elsewhere = /(?:src|href|action|url)\s*[=(]\s*["']?(?:https?:)?\/\//i;
    const files = [...views, ...filesIn('public', '.css'), ...filesIn('public', '.js')];
    expect(files.filter(({ text }) => elsewhere.test(text)).map((file) => file.path)).toEqual([]);
  });

  test('label each form with a method, and change things by POST alone: by GET a form may search', () => {
    const forms = views.flatMap(({ path: file, text }) =>
      [...text.matchAll(/<form\b[^>]*>/g)].map(([form]) => ({ file, form })),
    );
    expect(forms.length).toBeGreaterThan(10);
    const allowed = /\smethod="post"|\srole="search" method="get"/;
    expect(forms.filter(({ form }) => !allowed.test(form))).toEqual([]);
  });

  test('let each form say which user and household it was drawn for, so that it acts for no other', () => {
    const says = new RegExp(
      [
        String.raw`include\('(?:\.\./partials/)?(?:for-household|draft-fields)'\)`,
        'name="for_user".*name="for_household"',
        String.raw`action="/account/.*include\('(?:\.\./partials/)?for-user'\)`,
      ].join('|'),
      's',
    );
    // Strangers send some, the choice of a household and an invitation name their own, and a fault sends again what was
    // sent.
    const may =
      /action="\/(?:login|logout|signup|household\/current|joining\/[^"]*)"|action="<%= (?:path|again\.action) %>"/;
    const forms = views.flatMap(({ path: file, text }) =>
      [...text.matchAll(/<form\b.*?method="post".*?<\/form>/gs)].map(([form]) => ({ file, form })),
    );
    expect(forms.length).toBeGreaterThan(10);
    expect(forms.filter(({ form }) => !says.test(form) && !may.test(form))).toEqual([]);
  });
});

describe('The house', () => {
  test('has no file over 250 lines', () => {
    const long = [...sources, ...views, ...tests]
      .map(({ path: file, text }) => ({ file, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  test('skips no test and leaves none alone', () => {
    const left = /\b(test|it|describe)\.(skip|only|todo|fixme)\b|\b(xit|xtest|fit)\(/;
    const files = tests.filter((file) => file.path !== 'test/architecture.test.ts');
    expect(offenders(files, left, [])).toEqual([]);
  });
});
