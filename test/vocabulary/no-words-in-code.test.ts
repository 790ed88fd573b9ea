import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/root.js';
import { LANGUAGES } from '../../src/vocabulary/languages.js';
import { folded } from '../../src/vocabulary/spelling.js';

const FOLDER = path.join(projectRoot(), 'src/entry-line');

/** Every word of two letters or more that stands anywhere in a vocabulary. */
function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return folded(part).match(/\p{L}{2,}/gu) ?? [];
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(wordsIn) : [];
}
const known = new Set(LANGUAGES.flatMap(wordsIn));
/** Signs that all languages share. */
const SIGNS = new Set(LANGUAGES.flatMap(({ measures }) => Object.keys(measures)));

const textOf = (file: string) => readFileSync(path.join(projectRoot(), 'src', file), 'utf8');
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, textOf(`entry-line/${name}`)] as const);

/** The values of types, by which code tells forms apart: 'number' | 'times' are no words of a line. */
const types = [
  ...sources.map(([, text]) => text),
  textOf('database/tables.ts'),
  textOf('database/people-tables.ts'),
  textOf('vocabulary/languages/vocabulary.ts'),
];
const values = new Set(
  types.flatMap((text) =>
    [...text.matchAll(/'(\w[\w-]*)'(?= ?\|)|(?<=\| |Omit<\w+, )'(\w[\w-]*)'/g)].map(
      ([, one, other]) => one ?? other,
    ),
  ),
);

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const IMPORT = /^\s*(?:import|export)\b[^;]*\bfrom '[^']*';$/gm;
const LITERAL =
  /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|(?<=[(=,&|?:[] ?|^\s*)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*/gm;

/** The strings and patterns of code that say nothing but words of a language. */
function wordsOfCode(text: string): string[] {
  const code = text.replace(COMMENT, '').replace(IMPORT, '');
  const literals = [...code.matchAll(LITERAL)].map(
    (parts) => parts.slice(1).find((part) => part !== undefined) ?? '',
  );
  return literals.filter((literal) => {
    // What is put into a text, \p{L} and [a-z] are no words.
    const plain = literal.replace(/\$\{[^}]*\}|\\p\{\w+\}|\\./g, ' ');
    const words = (folded(plain).match(/\p{L}{2,}/gu) ?? []).filter((word) => !SIGNS.has(word));
    return !values.has(literal) && words.length > 0 && words.every((word) => known.has(word));
  });
}

describe('The code that reads a line', () => {
  test('is looked at as a whole, for many words', () => {
    expect(sources.length).toBeGreaterThan(10);
    expect(known.size).toBeGreaterThan(900);
    const example = `
      import a from './fri.js';
      const b = ['best', \`\${b} tins\`, "zq"]; // 'sat'
      if (/^(fri|sat)s?$/.test(b)) c = 'may';`;
    expect(wordsOfCode(example)).toEqual(['best', '$'.concat('{b} tins'), '^(fri|sat)s?$', 'may']);
  });

  test.each(sources)('has no word of a language: %s', (_, text) => {
    expect(wordsOfCode(text)).toEqual([]);
  });
});
