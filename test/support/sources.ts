import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/root.js';

const root = projectRoot();

export interface SourceFile {
  /** From the project's root. */
  path: string;
  text: string;
}

export function filesIn(folder: string, ending: string): SourceFile[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const file = `${folder}/${name.split(path.sep).join('/')}`;
      return { path: file, text: readFileSync(path.join(root, file), 'utf8') };
    });
}

export const sources = [...filesIn('src', '.ts'), ...filesIn('migrations', '.ts')];
export const views = filesIn('views', '.ejs');
export const tests = [...filesIn('test', '.ts'), ...filesIn('test', '.mjs')];
export const foldersIn = (folder: string) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

export const PAGES = foldersIn('src/pages');

/** Packages by name, files by their path from the root. */
export function importsOf({ path: file, text }: SourceFile): string[] {
  const found = code(text).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts') : name,
  );
}

/** The text without its comments. */
export function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;])\/\/.*$/gm, '$1');
}

/** Files that match the pattern and are not allowed to. */
export function offenders(
  files: SourceFile[],
  does: RegExp | ((file: SourceFile) => boolean),
  may: RegExp[],
): string[] {
  const doesIt = does instanceof RegExp ? ({ text }: SourceFile) => does.test(code(text)) : does;
  return files
    .filter((file) => doesIt(file) && !may.some((allowed) => allowed.test(file.path)))
    .map((f) => f.path);
}

export interface Arrow {
  from: string;
  to: string;
  words: string;
}

/** Who imports whom, by the name that `called` makes of a path's parts. */
export function arrows(files: SourceFile[], called: (parts: string[]) => string): Arrow[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('src/'))
      .map((name) => {
        const [own, other] = [file.path.split('/'), name.split('/')];
        return { from: called(own), to: called(other), words: `${file.path} → ${name}` };
      })
      .filter(({ from, to }) => from !== to),
  );
}

/** Arrows that are part of a circle. */
export function circles(all: Arrow[]): string[] {
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>();
    const next = [start];
    for (let at = next.pop(); at !== undefined; at = next.pop())
      for (const { from, to } of all)
        if (from === at && !seen.has(to)) {
          seen.add(to);
          next.push(to);
        }
    return seen;
  };
  const ways = new Map([...new Set(all.map(({ to }) => to))].map((to) => [to, reached(to)]));
  return all.filter(({ from, to }) => ways.get(to)?.has(from)).map(({ words }) => words);
}

export const importing = (pattern: RegExp) => (file: SourceFile) =>
  importsOf(file).some((name) => pattern.test(name));
