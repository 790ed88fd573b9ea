import { sentMark } from '../../../src/drafts/pages/commit-step.js';
import type { Form } from '../../support/form.js';
import { keepBox, start } from '../rules/box.js';
import { discard, restore } from '../rules/drafts.js';
import { decline } from '../rules/invitations.js';
import { keep, keepSaved } from '../rules/left.js';
import { typedIn } from '../rules/parking.js';
import { commit, makePlace, save } from '../rules/put-away.js';
import { STEPS, type Step } from '../rules/steps.js';
import { fillPlace, fillStep, readStep } from './filling.js';
import type { FormKind } from './forms.js';

/** Details as they are offered: a quantity of 1 for each line tells nobody's entries apart. */
function isBlank(form: Form): boolean {
  return form.entries().some(([name, value]) => name.startsWith('amount_') && value === '1');
}

/** The step whose form this is; undefined for a form of the list. */
function stepOf(form: Form): Step | undefined {
  return STEPS.find((step) => form.element.getAttribute('action')?.endsWith(`/${step}`));
}

/** Everything that a page of an entry lets one press. */
export const DRAFT_FORMS: FormKind[] = [
  {
    kind: 'start an entry',
    path: /^\/put-away$/,
    weight: 3,
    fill: (form, _ids, family, choices) => fillStep(form, 'foods', family, choices),
    isBlank: (form) => form.value('names') === '',
    act({ form }) {
      const { foods = [] } = readStep(form, '', 'foods');
      const box = { once: form.value('once') ?? '', place: form.value('place_id'), foods };
      return { rule: (state, answer) => start(state, answer.key ?? '', box, answer) };
    },
  },
  {
    kind: 'leave the box',
    path: /^\/put-away\/keep$/,
    weight: 1,
    fill: (form, _ids, family, choices) => fillStep(form, 'foods', family, choices),
    act({ form }) {
      const box = { once: form.value('once') ?? '', place: form.value('place_id') };
      const { names = '', food_id = '' } = typedIn(form.entries());
      return { rule: (state, { key }) => keepBox(state, key ?? '', box, { names, food_id }) };
    },
  },
  ...STEPS.map(
    (step): FormKind => ({
      kind: `save the ${step}`,
      path: new RegExp(`^/put-away/([^/]+)/${step}$`),
      weight: 12,
      fill: (form, _ids, family, choices) => {
        if (isBlank(form) || !choices.chance(0.1)) fillStep(form, step, family, choices);
      },
      isBlank,
      act({ form, ids: [id = ''], search }) {
        const said = readStep(form, id, step);
        const to = search.get('to');
        const out = to ? `/put-away/${id}/${to}` : undefined;
        return {
          about: id,
          rule: (state, { key }) => save(state, key ?? '', said, out),
          says: /is gone|comes first/,
        };
      },
    }),
  ),
  ...STEPS.map(
    (step): FormKind => ({
      kind: `leave the ${step}`,
      path: new RegExp(`^/put-away/([^/]+)/${step}/keep$`),
      weight: 3,
      fill: (form, _ids, family, choices) => fillStep(form, step, family, choices),
      act({ form, ids: [id = ''] }) {
        const said = readStep(form, id, step);
        return { about: id, rule: (state, { key }) => keep(state, key ?? '', said) };
      },
    }),
  ),
  ...STEPS.map(
    (step): FormKind => ({
      kind: `keep what is saved of the ${step}`,
      path: new RegExp(`^/put-away/([^/]+)/${step}/saved$`),
      weight: 8,
      act: ({ ids: [id = ''] }) => ({
        about: id,
        rule: (state, { key }) => keepSaved(state, key ?? '', id, step),
      }),
    }),
  ),
  {
    kind: 'commit',
    path: /^\/put-away\/([^/]+)\/commit$/,
    weight: 16,
    fill: (form, _ids, family, choices) => {
      if (isBlank(form) || choices.chance(0.3)) fillStep(form, 'details', family, choices);
    },
    isBlank,
    act({ form, ids: [id = ''], action }) {
      const said = readStep(form, id, 'details');
      // Pickers that nothing was picked in say nothing.
      const values = Object.entries(form.values()).filter(([name]) => !name.endsWith('_picked'));
      const mark = sentMark(Object.fromEntries(values));
      return {
        about: id,
        rule: (state, { key }) => commit(state, key ?? '', said, mark, action),
        says: /put away|is gone|comes first/,
        undoes: (state) => state.commits[id]?.action,
      };
    },
  },
  {
    kind: 'make a place beside the lines',
    path: /^\/put-away\/([^/]+)\/place$/,
    weight: 1.5,
    fill: (form, _ids, family, choices) => fillPlace(form, family, choices),
    act({ form, ids: [id = ''] }) {
      const said = readStep(form, id, 'details');
      const name = form.value('new_name') ?? '';
      return {
        about: id,
        rule: (state, { key }) => makePlace(state, key ?? '', said, name),
        says: /is ready|is gone|comes first/,
      };
    },
  },
  {
    kind: 'discard',
    path: /^\/put-away\/([^/]+)\/discard$/,
    weight: 1.5,
    fill(form, _ids, family, choices) {
      const step = stepOf(form);
      if (step) fillStep(form, step, family, choices);
    },
    act({ form, ids: [id = ''], search }) {
      const step = STEPS.find((one) => one === search.get('step'));
      const left = step && readStep(form, id, step);
      return {
        about: id,
        rule: (state, { key }) => discard(state, key ?? '', id, form.value('return_to') ?? '/put-away', left),
        says: /is discarded|no longer open/,
      };
    },
  },
  {
    kind: 'restore',
    path: /^\/put-away\/([^/]+)\/restore$/,
    weight: 8,
    act: ({ form, ids: [id = ''] }) => ({
      about: id,
      rule: (state, { key }) => restore(state, key ?? '', id, form.value('return_to') ?? '/put-away'),
      says: /is back|Ten others/,
    }),
  },
  {
    kind: 'decline an invitation',
    path: /^\/joining\/([^/]+)\/discard$/,
    weight: 2,
    act: ({ form, ids: [id = ''] }) => ({
      about: id,
      rule: (state, answer) => decline(state, id, form.value('return_to') ?? '/joining', answer),
      says: /is discarded|no longer open/,
    }),
  },
];
