import { parseHTML } from 'linkedom';
import { Form } from './form.js';
import { squeeze, visibleText } from './visible-text.js';
import type { Visitor } from './visitor.js';

export interface Redirect {
  status: number;
  location: string;
}

interface PageParts {
  visitor: Visitor;
  url: URL;
  status: number;
  headers: Headers;
  body: string;
  redirects: Redirect[];
}

/** What the visitor got: the answer, and the page in it as a person without script meets it. */
export class Page {
  readonly visitor: Visitor;
  readonly status: number;
  readonly url: string;
  /** The path with its query. */
  readonly path: string;
  readonly headers: Headers;
  readonly html: string;
  /** The redirects that led here, oldest first. */
  readonly redirects: Redirect[];
  #document: Document | undefined;

  constructor({ visitor, url, status, headers, body, redirects }: PageParts) {
    this.visitor = visitor;
    this.url = url.href;
    this.path = url.pathname + url.search;
    this.status = status;
    this.headers = headers;
    this.html = body;
    this.redirects = redirects;
  }

  /** Where this answer redirects to, if it does (see getRaw and postRaw). */
  get location(): string | undefined {
    return this.headers.get('location') ?? undefined;
  }

  get document(): Document {
    this.#document ??= parseHTML(this.html || '<html><body></body></html>').document;
    return this.#document;
  }

  /** The text a person can see. */
  get text(): string {
    return visibleText(this.document.body);
  }

  get title(): string {
    return squeeze(this.query('title')?.textContent ?? '');
  }

  get h1(): string {
    return visibleText(this.query('h1'));
  }

  query(css: string): Element | null {
    return this.document.querySelector(css);
  }

  queryAll(css: string): Element[] {
    return Array.from(this.document.querySelectorAll(css));
  }

  /** The visible text of everything that the selector finds. */
  texts(css: string): string[] {
    return this.queryAll(css).map(visibleText);
  }

  /** Messages beside fields: the field's id and what is wrong with it, as the eye reads it. */
  errors(): Record<string, string> {
    const messages = this.queryAll('[id$="-error"]').filter((element) => messageIn(element) !== '');
    return Object.fromEntries(messages.map((element) => [element.id.slice(0, -6), messageIn(element)]));
  }

  /** Messages in the summary at the top of the form. */
  summaryErrors(): string[] {
    return this.texts('.error-summary a, .error-summary li:not(:has(a))');
  }

  /** Messages of the one-time banner, as the eye reads them. */
  flashes(): string[] {
    return this.queryAll('.flash-text').map(messageIn);
  }

  /**
   * A form of this page: by its action's path, a pattern for that path, or a CSS selector.
   * Without any, the only form inside main. Throws unless exactly one form fits.
   */
  form(which?: string | RegExp): Form {
    const fitting = this.#forms(which);
    const [only] = fitting;
    if (only && fitting.length === 1) return new Form(this, only);
    const all = this.queryAll('form').map((form) => form.getAttribute('action') ?? '(this page)');
    throw new Error(
      `${fitting.length} forms fit ${which ?? 'main'} on ${this}; its forms: ${all.join(', ')}`,
    );
  }

  /** The address of the link with this text, whole and exact (or its aria-label, or a pattern). */
  link(text: string | RegExp): string {
    const links = this.queryAll('a[href]');
    const fitting = links.filter((link) => fits(link, text)).map((link) => link.getAttribute('href') ?? '');
    const addresses = [...new Set(fitting)];
    const [only] = addresses;
    if (only !== undefined && addresses.length === 1) return new URL(only, this.url).href;
    const all = links.map((link) => visibleText(link)).join(' | ');
    throw new Error(`${addresses.length} links fit ${text} on ${this}; its links: ${all}`);
  }

  /** Follows the link with this text. */
  async click(text: string | RegExp): Promise<Page> {
    return this.visitor.get(this.link(text));
  }

  toString(): string {
    return `${this.status} ${this.path} “${this.h1 || this.title}”`;
  }

  #forms(which?: string | RegExp): Element[] {
    if (which === undefined) return this.queryAll('main form');
    if (typeof which === 'string' && !which.startsWith('/')) return this.queryAll(which);
    return this.queryAll('form').filter((form) => {
      const action = new URL(form.getAttribute('action') || this.url, this.url);
      const withQuery = action.pathname + action.search;
      if (which instanceof RegExp) return which.test(withQuery);
      return which === action.pathname || which === withQuery;
    });
  }
}

/** Without the word that only screen readers say before it, such as “Error:”. */
function messageIn(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('.visually-hidden')) unseen.remove();
  return visibleText(copy);
}

function fits(link: Element, text: string | RegExp): boolean {
  const names = [visibleText(link), link.getAttribute('aria-label') ?? ''];
  return names.some((name) => (text instanceof RegExp ? text.test(name) : name === text));
}
