import type { Form } from '../../support/form.js';
import type { Choices } from '../../support/seeded.js';
import type { Family } from '../family.js';
import { amountIn, quantityIn, quantityTyped } from '../quantities.js';
import { onEitherDay, today } from '../rules/facts.js';
import { redate, setLevel, type Tap, tap } from '../rules/taps.js';
import type { State } from '../state.js';
import type { FormKind } from './forms.js';
import { pathOf } from './item-forms.js';

/** The buttons of lists and of an item's page, which say what happened to it. */
export const TAPS: FormKind[] = [
  tapKind('eat', 'eaten', 0.1, /eaten|gone already/),
  tapKind('throw away', 'thrown-away', 0.1, /thrown away|gone already/),
  tapKind('open', 'opened', 0.2, /opened|gone already/),
  tapKind('move', 'moved', 0.3, / now[,.]|gone already/),
  {
    kind: 'say how much is left',
    path: /^\/items\/(\d+)\/level$/,
    weight: 1,
    button: buttonTo,
    act({ form, ids: [id = ''], action, button }) {
      const back = pathOf(form.value('return_to'));
      return {
        about: id,
        rule: (state, { key = '' }) => setLevel(state, key, id, button?.[1] ?? '', { back, action }),
        says: /: (some|running low|none left)|gone already/,
        ...undoing(id, action, false),
      };
    },
  },
  {
    kind: 'choose another day',
    path: /^\/items\/(\d+)\/date$/,
    weight: 5,
    button: buttonTo,
    act({ form, ids: [id = ''], action, button }) {
      const back = pathOf(form.value('return_to'));
      return {
        about: id,
        rule(state, { key = '' }) {
          const once = JSON.stringify([form.value('once'), state.owners[key]]);
          return redate(state, key, id, button?.[1] ?? '', { back, once, action });
        },
        says: /best before|no date|gone already/,
        ...undoing(id, action, false),
      };
    },
  },
];

function tapKind(kind: string, what: Tap['what'], weight: number, says: RegExp): FormKind {
  return {
    kind,
    path: new RegExp(`^/items/(\\d+)/${what}$`),
    // There are many of them on a page.
    weight,
    fill: fillAmountAndDay,
    button: buttonTo,
    act({ form, ids: [id = ''], action, button }) {
      const back = pathOf(form.value('return_to'));
      const [some, to] = [someIn(form, button), button?.[0] === 'to' ? button[1] : undefined];
      const [on, sent] = [form.value('on'), today()];
      return {
        about: id,
        rule(state, { key = '' }) {
          const once = JSON.stringify([form.value('once'), state.owners[key]]);
          return onEitherDay(sent, (day) =>
            tap(state, key, id, { what, some, to, on, back, once, action, today: day }),
          );
        },
        says,
        ...undoing(id, action, what === 'eaten' || what === 'thrown-away'),
      };
    },
  };
}

/** What was done now is undone by its message; of what is gone already, what took it. */
function undoing(id: string, action: string, takes: boolean) {
  const did = (state: State) => (state.actions[action] ? action : undefined);
  const taken = (state: State) => (takes && !isThere(state, id) ? state.deletions[id] : undefined);
  return { did, undoes: (state: State) => did(state) ?? taken(state) };
}

/** On an item's page: mostly all of it and today. */
function fillAmountAndDay(form: Form, [id = '']: string[], family: Family, choices: Choices): void {
  if (form.value('on') === undefined) return;
  form.fill({ on: choices.weighted({ '': 70, yesterday: 25, 'next year': 5 }) });
  if (form.value('amount') === undefined) return;
  const items = Object.values(family.state.households).map((household) => household.items[id]);
  const unit = items.find((item) => item !== undefined)?.unit ?? '';
  const typed = `${quantityTyped(family.quantity() % 1000 || 1)} ${unit}`.trim();
  form.fill({ amount: choices.chance(0.4) ? typed : '' });
}

/** How much a tap is about: what its button says, else what was typed. */
function someIn(form: Form, button: [string, string] | undefined): Tap['some'] {
  const quantity = button?.[0] === 'some' ? quantityIn(button[1]) : undefined;
  return quantity === undefined ? amountIn(form.value('amount') ?? '') : { quantity, unit: '' };
}

/** One of the buttons that send a form to a path, with what it says. */
function buttonTo(form: Form, choices: Choices, path: string): [string, string] | undefined {
  const { element } = form;
  const id = element.getAttribute('id');
  const own = Array.from(element.querySelectorAll('button')).filter((one) => !one.hasAttribute('form'));
  const others = id ? Array.from(element.ownerDocument.querySelectorAll(`button[form="${id}"]`)) : [];
  const buttons = [...own, ...others].filter((one) => {
    const to = one.getAttribute('formaction') ?? element.getAttribute('action') ?? '';
    return new URL(to, 'http://larder').pathname === path.replace(/\?.*/, '');
  });
  const button = choices.pick(buttons);
  const name = button?.getAttribute('name');
  return name ? [name, button?.getAttribute('value') ?? ''] : undefined;
}

function isThere({ households }: State, id: string): boolean {
  return Object.values(households).some(({ items }) => items[id] !== undefined);
}
