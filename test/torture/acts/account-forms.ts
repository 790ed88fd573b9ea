import { toLogin } from '../result.js';
import { changePassword, endSessions, signIn, signOut } from '../rules/accounts.js';
import { change, invite, join, leave, removeMember } from '../rules/households.js';
import { waitToJoin } from '../rules/invitations.js';
import { withCarried } from '../rules/parking.js';
import { memberOf } from '../state.js';
import type { FormKind } from './forms.js';

/** Everything about who is signed in, and about who shares the household. */
export const ACCOUNT_FORMS: FormKind[] = [
  {
    kind: 'sign in',
    path: /^\/login$/,
    weight: 10,
    fill(form, _ids, family, choices, tab) {
      const names = Object.keys(family.state.people);
      const own = names.find((name) => tab.browser.name.startsWith(name)) ?? '';
      const username = choices.chance(0.9) ? own : choices.oneOf(names);
      form.fill({ username, password: family.state.people[username]?.password ?? '' });
    },
    act({ form }) {
      const [username = '', password = ''] = [form.value('username'), form.value('password')];
      const to = form.value('return_to') || '/';
      return {
        ends: true,
        rule: (state, answer) => {
          const result = signIn(state, answer.key, username, password, to, answer);
          return withCarried(result, form.value('kept_form'), state.people[username]?.id ?? '', answer);
        },
      };
    },
  },
  {
    kind: 'sign out',
    path: /^\/logout$/,
    weight: 0.12,
    act: () => ({
      ends: true,
      rule: (state, answer) => signOut(state, answer.key, answer),
      says: /signed out/,
    }),
  },
  {
    kind: 'end sessions',
    path: /^\/account\/sessions$/,
    weight: 1,
    button(form, choices) {
      const keys = Array.from(form.element.querySelectorAll('button[name="end"]'));
      const value = choices.pick(keys)?.getAttribute('value');
      return value ? ['end', value] : ['end', 'others'];
    },
    act: ({ button }) => ({
      ends: true,
      rule: (state, { key }) => endSessions(state, key ?? '', button?.[1] ?? ''),
      says: /signed out/,
    }),
  },
  {
    kind: 'change the password',
    path: /^\/account\/password$/,
    weight: 1,
    fill(form, _ids, family, choices, tab) {
      const now = memberOf(family.state, tab.browser.key)?.person.password ?? 'nobody-is-signed-in';
      form.fill({ current_password: now, password: `walnut-harbour-${choices.below(1e9)}-tiger` });
    },
    act({ form }) {
      const [from = '', to = ''] = [form.value('current_password'), form.value('password')];
      return {
        ends: true,
        rule: (state, answer) => changePassword(state, answer.key ?? '', from, to, answer),
        says: /is changed/,
      };
    },
  },
  {
    kind: 'invite',
    path: /^\/household\/invitations$/,
    weight: 3,
    // By one press of the household's page it is for one.
    fill: (form, _ids, _family, choices) => {
      if (form.value('uses') !== undefined) form.fill({ uses: 1 + choices.below(2) });
    },
    act({ form }) {
      const uses = Number(form.value('uses') ?? '1');
      return {
        alone: true,
        rule: (state, { key, page }) =>
          invite(state, key ?? '', page && /\/join\/([\w-]+)/.exec(page.html)?.[1], uses),
      };
    },
  },
  {
    kind: 'join',
    path: /^\/join\/([\w-]+)$/,
    weight: 10,
    button: (form) => (form.element.querySelector('[value="known"]') ? ['account', 'known'] : undefined),
    act: ({ ids: [token = ''], form }) => ({
      alone: true,
      says: /You have joined/,
      rule(state, answer) {
        const isMember = memberOf(state, answer.key) !== undefined;
        return isMember
          ? join(state, answer.key ?? '', token, form.value('as'), form.value('once') ?? '')
          : waitToJoin(state, answer.key, token, form.value('once') ?? '', answer);
      },
    }),
  },
  {
    kind: 'see another household',
    path: /^\/household\/current$/,
    weight: 3,
    act: ({ form }) => ({
      alone: true,
      rule(state, { key }) {
        const { pathname } = new URL(form.value('return_to') || '/', 'http://larder');
        return change(state, key ?? '', form.value('household_id') ?? '', pathname);
      },
      says: /You now see/,
    }),
  },
  {
    kind: 'change who is a member',
    path: /^\/household\/members$/,
    weight: 0.6,
    button(form, choices) {
      const buttons = Array.from(form.element.querySelectorAll('button[name="act"]'));
      const acts = buttons
        .map((button) => button.getAttribute('value') ?? '')
        .filter((act) => /^(leave|remove_)/.test(act));
      return ['act', choices.pick(acts) ?? 'leave'];
    },
    act: ({ button }) => ({
      alone: true,
      says: /have left|no longer/,
      // The second of two taps may have been let in before the first one has left.
      ...(button?.[1] === 'leave' && { secondTap: { status: 303, to: '/' } }),
      rule(state, { key }) {
        const member = memberOf(state, key);
        if (!member) return toLogin(state);
        const id = button?.[1].replace('remove_', '');
        const removed = Object.keys(state.people).find((name) => state.people[name]?.id === id);
        return removed === undefined ? leave(state, key ?? '') : removeMember(state, key ?? '', removed);
      },
    }),
  },
];
