import {
  buttonLabel,
  type Control,
  choose,
  controlsOf,
  isButton,
  isDisabled,
  valuesOf,
} from './form-controls.js';
import type { Page } from './page.js';
import { encode } from './visitor.js';

export type Filling = string | number | boolean | string[];

/** A form of a page, sent as a browser without script does it. */
export class Form {
  readonly element: Element;
  readonly #page: Page;
  readonly #tampered = new Map<string, string[]>();
  /** They are asked for again and again, and none comes or goes. */
  #controls: Control[] | undefined;

  constructor(page: Page, element: Element) {
    this.#page = page;
    this.element = element;
  }

  /** In a browser's order, without any button. */
  entries(): [string, string][] {
    const fields = this.#fields().filter((field) => !isDisabled(field));
    const own = fields
      .filter((field) => !this.#tampered.has(field.getAttribute('name') ?? ''))
      .flatMap((field) => pairs(field.getAttribute('name') ?? '', valuesOf(field)));
    return own.concat([...this.#tampered].flatMap(([name, values]) => pairs(name, values)));
  }

  /** A list where a name is sent more than once. */
  values(): Record<string, string | string[]> {
    const values: Record<string, string | string[]> = {};
    for (const [name, value] of this.entries()) {
      const before = values[name];
      values[name] = before === undefined ? value : [before, value].flat();
    }
    return values;
  }

  /** Undefined when it would not be sent. */
  value(name: string): string | undefined {
    return this.entries().find(([entry]) => entry === name)?.[1];
  }

  /**
   * Types or chooses: by value or label, a checkbox by true or false.
   * @throws for a field that the form lacks, or a person could not change
   */
  fill(fillings: Record<string, Filling>): this {
    for (const [name, filling] of Object.entries(fillings)) choose(this.#changeable(name), name, filling);
    return this;
  }

  /** What no person could do: sets any field; an empty list takes it out. */
  tamper(fields: Record<string, string | string[]>): this {
    for (const [name, value] of Object.entries(fields)) this.#tampered.set(name, [value].flat());
    return this;
  }

  buttons(): string[] {
    return this.#submitters().map(buttonLabel);
  }

  /** Presses this button, or the first one, and follows redirects. */
  submit(button?: string | RegExp): Promise<Page> {
    const { method, url, entries } = this.#prepared(button);
    return method === 'get'
      ? this.#page.visitor.get(withQuery(url, entries))
      : this.#page.visitor.post(url, entries, { referer: this.#page.url });
  }

  /** Without following redirects. */
  submitRaw(button?: string | RegExp): Promise<Page> {
    const { method, url, entries } = this.#prepared(button);
    return method === 'get'
      ? this.#page.visitor.getRaw(withQuery(url, entries))
      : this.#page.visitor.postRaw(url, entries, { referer: this.#page.url });
  }

  #prepared(wanted?: string | RegExp) {
    const button = this.#button(wanted);
    const says = (name: string) => button?.getAttribute(`form${name}`) ?? this.element.getAttribute(name);
    const name = button?.getAttribute('name');
    const pressed = name ? pairs(name, [button?.getAttribute('value') ?? '']) : [];
    const entries = this.entries().concat(pressed);
    const url = new URL(says('action') || this.#page.url, this.#page.url).href;
    return { method: (says('method') ?? 'get').toLowerCase(), url, entries: entries.map(withCrLf) };
  }

  #button(wanted?: string | RegExp): Control | undefined {
    const buttons = this.#submitters();
    if (wanted === undefined) return buttons[0];
    const fitting = buttons.filter((button) =>
      wanted instanceof RegExp ? wanted.test(buttonLabel(button)) : buttonLabel(button) === wanted,
    );
    if (fitting.length === 1) return fitting[0];
    throw new Error(
      `${fitting.length} buttons say ${wanted}; the form's buttons: ${this.buttons().join(' | ')}`,
    );
  }

  #changeable(name: string): Control[] {
    const named = this.#fields().filter((field) => field.getAttribute('name') === name);
    const names = [...new Set(this.#fields().map((field) => field.getAttribute('name')))].join(', ');
    if (named.length === 0) throw new Error(`The form has no field ${name}; it has: ${names}`);
    const open = named.filter((field) => !isDisabled(field) && !field.hasAttribute('readonly'));
    const seen = open.filter((field) => field.getAttribute('type') !== 'hidden');
    if (seen.length === 0) throw new Error(`Nobody can change ${name}: it is hidden or locked (see tamper)`);
    return seen;
  }

  #all(): Control[] {
    this.#controls ??= controlsOf(this.element);
    return this.#controls;
  }

  #fields(): Control[] {
    return this.#all().filter((control) => !isButton(control) && control.getAttribute('name'));
  }

  #submitters(): Control[] {
    const silent = ['button', 'reset'];
    return this.#all().filter(
      (control) =>
        isButton(control) && !isDisabled(control) && !silent.includes(control.getAttribute('type') ?? ''),
    );
  }
}

function pairs(name: string, values: string[]): [string, string][] {
  return values.map((value) => [name, value]);
}

function withCrLf([name, value]: [string, string]): [string, string] {
  return [name, value.replace(/\r\n|\r|\n/g, '\r\n')];
}

function withQuery(address: string, entries: [string, string][]): string {
  const url = new URL(address);
  url.search = encode(entries);
  return url.href;
}
