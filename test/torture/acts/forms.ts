import { Form } from '../../support/form.js';
import type { Page } from '../../support/page.js';
import type { Choices } from '../../support/seeded.js';
import { type Act, chooseWay, press } from '../act.js';
import type { Family } from '../family.js';
import { elsewhere, park, type Sent, sentTo } from '../rules/parking.js';
import type { Tab } from '../tab.js';
import { ACCOUNT_FORMS } from './account-forms.js';
import { DRAFT_FORMS } from './draft-forms.js';
import { ITEM_FORMS } from './item-forms.js';
import { TAPS } from './taps.js';

/** A form that is about to be sent. */
export interface Filled {
  family: Family;
  page: Page;
  form: Form;
  /** The ids in its address. */
  ids: string[];
  /** What its address asks besides. */
  search: URLSearchParams;
  button: [string, string] | undefined;
  /** What to call what it does. */
  action: string;
  sent: Sent;
}

/** What somebody may do with a kind of form. */
export interface FormKind {
  kind: string;
  path: RegExp;
  /** How readily it is chosen among the forms of a page. */
  weight: number;
  fill?(form: Form, ids: string[], family: Family, choices: Choices, tab: Tab): void;
  /** False for a form that nobody in the family knows the meaning of. @param ids in its address */
  isKnown?(family: Family, page: Page, ids: string[]): boolean;
  /** True when nothing was typed into it yet: it is filled in, whatever the page. */
  isBlank?(form: Form): boolean;
  /** The button that is pressed, where there are several. @param path where it sends the form */
  button?(form: Form, choices: Choices, path: string): [string, string] | undefined;
  act(filled: Filled): Omit<Act, 'kind' | 'tab' | 'words' | 'send' | 'way'>;
}

const FORMS: FormKind[] = [...DRAFT_FORMS, ...ITEM_FORMS, ...TAPS, ...ACCOUNT_FORMS];

/** How a form is sent. */
export type Sending = 'once' | 'twice at once';

/**
 * Presses a button on a page, the one in the tab or an older one that the back button leads to.
 * @returns the press, or the two that a double tap makes; nothing when the page has no form
 */
export function pressOn(family: Family, tab: Tab, page: Page, choices: Choices, sending: Sending): Act[] {
  const offered = page.queryAll('form').flatMap((element) => {
    return addressesOf(element).flatMap((path) => {
      const [pathname = ''] = path.split('?');
      const kind = FORMS.find((one) => one.path.test(pathname));
      const [, ...ids] = kind?.path.exec(pathname) ?? [];
      return kind && kind.isKnown?.(family, page, ids) !== false ? [{ element, path, kind, ids }] : [];
    });
  });
  if (offered.length === 0) return [];
  const weights = Object.fromEntries(offered.map(({ kind }, n) => [String(n), kind.weight]));
  const chosen = offered[Number(choices.weighted(weights))];
  if (!chosen) return [];
  const { element, path, kind, ids } = chosen;
  const form = new Form(page, element);
  // Gone back to, a form still says what was typed; sometimes that is sent again as it is.
  const asItIs = page !== tab.page && choices.chance(0.5);
  if (kind.fill && (!asItIs || kind.isBlank?.(form))) kind.fill(form, ids, family, choices, tab);
  const button = kind.button?.(form, choices, path);
  const server = choices.below(2);
  const servers = sending === 'once' ? [server] : [server, choices.chance(0.7) ? 1 - server : server];
  const isBack = page !== tab.page;
  const sent = sentTo(path, form.entries().concat(button ? [button] : []));
  return servers.map((one): Act => {
    const { searchParams: search } = new URL(path, page.url);
    const act = kind.act({ family, page, form, ids, search, button, action: family.actionName(), sent });
    return {
      kind: `${kind.kind}${sending === 'once' ? '' : ', twice at once'}${isBack ? ', from an older page' : ''}`,
      tab,
      words: `${kind.kind} on process ${one + 1}${isBack ? ' from an older page' : ''}: ${path} ${told(form, button)}`,
      way: chooseWay(choices),
      send: press(tab, one, page, form, { path, button }),
      ...act,
      rule(state, answer) {
        const other = elsewhere(state, sent, answer);
        const raced = act.secondTap && { raced: act.secondTap };
        const result = other ? { ...other, ...raced } : act.rule(state, answer);
        if (!result.signedOut) return result;
        const { racing = [] } = result;
        return { ...park(state, sent, answer), racing };
      },
      page,
      park: (state, answer) => park(state, sent, answer),
    };
  });
}

/** Where a form can be sent: by itself, by buttons that lead elsewhere, and by the script when its page is left. */
function addressesOf(form: Element): string[] {
  const elsewhere = Array.from(form.querySelectorAll('button[formaction]'), (button) =>
    String(button.getAttribute('formaction')),
  );
  const kept = form.getAttribute('data-keep');
  const addresses = [form.getAttribute('action') ?? '', ...elsewhere, ...(kept ? [kept] : [])];
  return [...new Set(addresses.map((one) => new URL(one, 'http://larder')))].map(
    ({ pathname, search }) => pathname + search,
  );
}

function told(form: Form, button: [string, string] | undefined): string {
  const fields = form.entries().concat(button ? [button] : []);
  return fields
    .map(([name, value]) => `${name}=${value.replaceAll('\n', ', ')}`)
    .join(' ')
    .slice(0, 200);
}
