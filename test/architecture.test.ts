import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../src/root.js';

const root = projectRoot();

/** What the app is for: at the least these, and every other folder that has pages. */
const FIRST_FEATURES = ['accounts', 'households', 'places', 'items', 'put-away', 'journal', 'home'];
/** These have routes, but they are made for the features to declare theirs with. */
const ENGINES = ['drafts'];
/** Shown by the pages of more than one feature. */
const SHARED_VIEWS = ['partials', 'errors'];
/** What tests stand on, and tests of the whole program at once. */
const WHOLE = ['support', 'browser', 'torture'];

interface SourceFile {
  /** From the project's root, with slashes. */
  path: string;
  text: string;
}

function filesIn(folder: string, ending: string): SourceFile[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const file = `${folder}/${name.split(path.sep).join('/')}`;
      return { path: file, text: readFileSync(path.join(root, file), 'utf8') };
    });
}

const sources = [...filesIn('src', '.ts'), ...filesIn('migrations', '.ts')];
const views = filesIn('views', '.ejs');
const tests = [...filesIn('test', '.ts'), ...filesIn('test', '.mjs')];
const folderOf = (file: string) => file.split('/')[1] ?? '';
const foldersIn = (folder: string) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const FEATURES = foldersIn('src').filter(
  (name) =>
    !ENGINES.includes(name) &&
    sources.some(({ path: file }) => file.startsWith(`src/${name}/`) && file.endsWith('.routes.ts')),
);

/** What a file imports: packages by name, files of the project by their path from its root. */
function importsOf({ path: file, text }: SourceFile): string[] {
  const found = code(text).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts') : name,
  );
}

/** The text without its comments. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;])\/\/.*$/gm, '$1');
}

/** The files that do what the pattern says and are not among those that may. */
function offenders(
  files: SourceFile[],
  does: RegExp | ((file: SourceFile) => boolean),
  may: RegExp[],
): string[] {
  const doesIt = does instanceof RegExp ? ({ text }: SourceFile) => does.test(code(text)) : does;
  return files
    .filter((file) => doesIt(file) && !may.some((allowed) => allowed.test(file.path)))
    .map((f) => f.path);
}

const importing = (pattern: RegExp) => (file: SourceFile) =>
  importsOf(file).some((name) => pattern.test(name));

describe('The walls between the parts', () => {
  test('are looked for in real files', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(views.length).toBeGreaterThan(20);
    const home = sources.find((file) => file.path === 'src/home/home.routes.ts');
    expect(home && importsOf(home)).toEqual(expect.arrayContaining(['express', 'src/web/page.ts']));
    expect(FEATURES).toEqual(expect.arrayContaining(FIRST_FEATURES));
  });

  test('only routes and plumbing know of express', () => {
    const may = [
      /\.routes\.ts$/,
      /^src\/(web|session|drafts|parking)\//,
      /^src\/app\.ts$/,
      /^src\/people\/(current-member|give-password|own-password)\.ts$/,
      /^src\/joining\/waiting\.ts$/,
    ];
    // A step or a kind of a draft is handed the request by the routes that it declares.
    may.push(/^src\/\w[\w-]*\/[\w.-]+\.kind\.ts$/);
    expect(offenders(sources, importing(/^express$/), may)).toEqual([]);
  });

  test('only repositories, migrations and src/database know of the query builder and the database driver', () => {
    const may = [/\.repository\.ts$/, /^src\/database\//, /^migrations\//];
    expect(offenders(sources, importing(/^kysely$/), may)).toEqual([]);
    const sessionFile = [/^src\/session\//, /^src\/people\/tries\.ts$/];
    expect(offenders(sources, importing(/^better-sqlite3$/), [/^src\/database\//, ...sessionFile])).toEqual(
      [],
    );
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

  test('no feature knows of another', () => {
    const crossing = sources.flatMap((file) => {
      const own = folderOf(file.path);
      if (!FEATURES.includes(own)) return [];
      const others = importsOf(file).filter((name) => {
        const folder = name.startsWith('src/') && name.split('/').length > 2 ? folderOf(name) : own;
        return folder !== own && FEATURES.includes(folder);
      });
      return others.map((other) => `${file.path} → ${other}`);
    });
    expect(crossing).toEqual([]);
  });

  test('what features stand on knows of no feature', () => {
    const above = new RegExp(`^src/(${FEATURES.join('|')})/`);
    const may = [above, /^src\/app\.ts$/, /^src\/demo\//];
    expect(offenders(sources, importing(above), may)).toEqual([]);
  });

  test('the domain knows nothing of pages, but for the shape of what was typed', () => {
    const domain = sources.filter((file) => /^src\/stock\/(?!item\.form)/.test(file.path));
    expect(offenders(domain, importing(/^src\/(web|session|drafts)\//), [])).toEqual([]);
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
    const may = [/^src\/clock\.ts$/, /^src\/(session|parking)\//, /^src\/web\/log\.ts$/, /^src\/demo\//];
    expect(offenders(sources, /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\)/, may)).toEqual([]);
  });

  test('the session is touched by its engine, the drafts and whoever finds the current member', () => {
    const may = [/^src\/(session|drafts|parking)\//, /^src\/people\/current-member\.ts$/];
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

  test('let each form say which household it was drawn for, so that it acts on no other', () => {
    const says = /include\('(?:\.\.\/partials\/)?(?:for-household|draft-fields)'\)|name="for_household"/;
    // An account has no household, the choice of a household and an invitation name their own, and a fault sends again
    // what was sent.
    const may =
      /action="\/(?:login|logout|signup|account\/[\w/]+|household\/current|joining\/[^"]*)"|action="<%= (?:path|again\.action) %>"/;
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

  test('has a folder of sources for every folder of views and of tests', () => {
    const known = foldersIn('src');
    expect(
      foldersIn('views').filter((name) => !known.includes(name) && !SHARED_VIEWS.includes(name)),
    ).toEqual([]);
    expect(foldersIn('test').filter((name) => !known.includes(name) && !WHOLE.includes(name))).toEqual([]);
  });

  test('skips no test and leaves none alone', () => {
    const left = /\b(test|it|describe)\.(skip|only|todo|fixme)\b|\b(xit|xtest|fit)\(/;
    const files = tests.filter((file) => file.path !== 'test/architecture.test.ts');
    expect(offenders(files, left, [])).toEqual([]);
  });
});
