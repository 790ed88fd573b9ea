import { sentMark } from '../../../src/drafts/pages/commit-step.js';
import type { Form } from '../../support/form.js';
import { discard, restore } from '../rules/drafts.js';
import { decline } from '../rules/invitations.js';
import { commit, makePlace, save, start } from '../rules/put-away.js';
import { STEPS } from '../rules/steps.js';
import { fillPlace, fillStep, readStep } from './filling.js';
import type { FormKind } from './forms.js';

/** Details as they are offered: a quantity of 1 for each line tells nobody's entries apart. */
function isBlank(form: Form): boolean {
  return form.entries().some(([name, value]) => name.startsWith('amount_') && value === '1');
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
  ...STEPS.map(
    (step): FormKind => ({
      kind: `save the ${step}`,
      path: new RegExp(`^/put-away/([^/]+)/${step}$`),
      weight: 12,
      fill: (form, _ids, family, choices) => {
        if (isBlank(form) || !choices.chance(0.1)) fillStep(form, step, family, choices);
      },
      isBlank,
      act({ form, ids: [id = ''] }) {
        const said = readStep(form, id, step);
        return {
          about: id,
          rule: (state, { key }) => save(state, key ?? '', said),
          says: /is gone|comes first/,
        };
      },
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
    weight: 0.5,
    act: ({ form, ids: [id = ''] }) => ({
      about: id,
      rule: (state, { key }) => discard(state, key ?? '', id, form.value('return_to') ?? '/put-away'),
      says: /is discarded|no longer open/,
    }),
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
