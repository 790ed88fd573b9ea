import { readFileSync } from 'node:fs';
import path from 'node:path';
import ejs, { type TemplateFunction } from 'ejs';

type Locals = Record<string, unknown>;
type Done = (error: Error | null, html?: string) => void;

const SPECIAL = /[&<>'"]/;

interface View {
  source: string;
  /** A local whose name is not among them is not used. */
  words: Set<string>;
  folder: string;
  /** By the locals that it gets. */
  compiled: Map<string, TemplateFunction>;
  included: Map<string, string>;
}

/**
 * Express's engine for EJS views: each is compiled once for the locals that it gets, which are its variables (`with`
 * makes each of them a search), and an include is a look-up.
 * @returns what `app.engine` takes; while the app does not cache views, a changed one shows at once
 */
export function viewEngine(): (file: string, locals: object, done: Done) => void {
  const views = new Map<string, View>();

  return (file, locals, done) => {
    let html: string;
    try {
      if (!(locals as { cache?: boolean }).cache) views.clear();
      html = render(file, locals as Locals);
    } catch (error) {
      return done(error instanceof Error ? error : new Error(String(error)));
    }
    done(null, html);
  };

  function render(file: string, locals: Locals): string {
    const view = views.get(file) ?? readView(file);
    views.set(file, view);
    const names = Object.keys(locals).filter((name) => name !== 'include' && view.words.has(name));
    const key = names.join();
    const compiled = view.compiled.get(key) ?? compile(view, file, names);
    view.compiled.set(key, compiled);
    // Both the caller's and an include's are made for this rendering alone.
    locals.include = (name: string, data?: Locals) => render(fileOf(view, name), { ...locals, ...data });
    return compiled(locals);
  }
}

function readView(file: string): View {
  const source = readFileSync(file, 'utf8');
  const words = new Set(source.match(/[\p{L}_$][\p{L}\d_$]*/gu));
  return { source, words, folder: path.dirname(file), compiled: new Map(), included: new Map() };
}

function compile({ source }: View, filename: string, names: string[]): TemplateFunction {
  // In a block of its own, where a view may use a local's name for something else.
  const template = `<%{ const include = locals.include; %>${source}<%}%>`;
  const options = { filename, _with: false, destructuredLocals: names, rmWhitespace: true, escape: escaped };
  // EJS need not copy what is made for this call alone.
  return ejs.compile(template, { ...options, unsafePrototypeLocals: true } as object) as TemplateFunction;
}

/** As EJS escapes, which looks longer for what is hardly ever there. */
function escaped(value: unknown): string {
  const text = String(value ?? '');
  return SPECIAL.test(text) ? ejs.escapeXML(text) : text;
}

function fileOf({ folder, included }: View, name: string): string {
  const file = included.get(name) ?? path.resolve(folder, `${name}.ejs`);
  included.set(name, file);
  return file;
}
