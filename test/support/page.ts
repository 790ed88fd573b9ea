import { Form } from './form.js';
import { parseHtml } from './html.js';
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

/** An answer, and its page as a person without script sees it. */
export class Page {
  readonly visitor: Visitor;
  readonly status: number;
  readonly url: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Headers;
  readonly html: string;
  /** Oldest first. */
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

  get location(): string | undefined {
    return this.headers.get('location') ?? undefined;
  }

  get document(): Document {
    this.#document ??= parseHtml(this.html);
    return this.#document;
  }

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

  /** The text of everything that the selector finds. */
  texts(css: string): string[] {
    return this.queryAll(css).map(visibleText);
  }

  /** Messages beside fields, by the field's id. */
  errors(): Record<string, string> {
    const messages = this.queryAll('[id$="-error"]').filter((element) => messageIn(element) !== '');
    return Object.fromEntries(messages.map((element) => [element.id.slice(0, -6), messageIn(element)]));
  }

  /** In the summary above the form. */
  summaryErrors(): string[] {
    return this.texts('.error-summary a, .error-summary li:not(:has(a))');
  }

  flashes(): string[] {
    return this.queryAll('.flash-text').map(messageIn);
  }

  /**
   * A form: by its action's path, a pattern for it, or a selector; without any, the only one in main.
   * @throws unless exactly one fits
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

  /** The address of a link by its whole text, its aria-label, or a pattern. */
  link(text: string | RegExp): string {
    const links = this.queryAll('a[href]');
    const fitting = links.filter((link) => fits(link, text)).map((link) => link.getAttribute('href') ?? '');
    const addresses = [...new Set(fitting)];
    const [only] = addresses;
    if (only !== undefined && addresses.length === 1) return new URL(only, this.url).href;
    const all = links.map((link) => visibleText(link)).join(' | ');
    throw new Error(`${addresses.length} links fit ${text} on ${this}; its links: ${all}`);
  }

  /** Presses the only button with these words, whatever its form. */
  press(label: string | RegExp): Promise<Page> {
    const fitting = this.queryAll('form')
      .map((element) => new Form(this, element))
      .filter((form) =>
        form.buttons().some((said) => (label instanceof RegExp ? label.test(said) : said === label)),
      );
    const [form] = fitting;
    if (form && fitting.length === 1) return form.submit(label);
    throw new Error(`${fitting.length} forms have a button ${label} on ${this}`);
  }

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

/** Without “Error:”, which only screen readers say. */
function messageIn(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('.visually-hidden')) unseen.remove();
  return visibleText(copy);
}

function fits(link: Element, text: string | RegExp): boolean {
  const names = [visibleText(link), link.getAttribute('aria-label') ?? ''];
  return names.some((name) => (text instanceof RegExp ? text.test(name) : name === text));
}
