import { type Request, type Response, Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { givePassword } from '../../accounts/give-password.js';
import { maySignUp } from '../../accounts/may-sign-up.js';
import { NotTheFirst, signUp } from '../../accounts/sign-up.js';
import { SERVER_TIME_ZONE, TIME_ZONE_CHOICES } from '../../calendar/time-zones.js';
import { isUniqueViolation } from '../../database/database.js';
import { PendingKeyGone } from '../../drafts/pages/open-draft.js';
import { adoptBegun, forgetBegun } from '../../drafts/rows/begun-here.js';
import { DraftChanged } from '../../drafts/rows/commit-once.repository.js';
import { joinAsNewcomer } from '../../households/join-newcomer.js';
import { type Waiting, waitingAt, waitingAtOrNewest } from '../../households/waiting.js';
import { memberOf } from '../../members/current-member.js';
import { calledName, type Member } from '../../members/member.js';
import { signIn } from '../../session/sign-in.js';
import { type Errors, readForm, type Values } from '../../web/form.js';
import { goOnTo, goTo, goToWith, page } from '../../web/page.js';
import { askedReturn, safeReturnTo } from '../../web/return-to.js';
import { type SignUpForm, signUpForm } from './sign-up.form.js';

/** The invitation of a sign-up; `gone` when it can't be used any more. */
type Invited = Waiting | 'gone' | undefined;
type Refusal = 'gone' | 'closed' | 'taken' | 'too many';

const TOO_MANY = {
  '': 'Too many accounts were made from here within an hour. Wait a while, then try again.',
};
const TAKEN = { username: 'That username is taken. Choose another.' };
const INVITATION_GONE = {
  '': 'That invitation can’t be used any more. Sign up without it, or ask for a new one.',
};

export function signUpRoutes(deps: AccountDeps): Router {
  const { config, db, clock, rateLimits } = deps;
  const router = Router();

  router.get('/signup', async (req, res) => {
    const back = askedReturn(req);
    if (memberOf(req)) return goOnTo(req, res, safeReturnTo(back));
    const invited = await waitingAtOrNewest(deps, req, safeReturnTo(back));
    await show(req, res, { return_to: back }, invited, {}, 200);
  });

  router.post('/signup', async (req, res) => {
    const form = readForm(req, signUpForm);
    const back = safeReturnTo(form.values.return_to);
    if (memberOf(req)) return goTo(res, back);
    const invited = await waitingAt(deps, req, back);
    if (!form.ok) return show(req, res, form.values, invited, form.errors);
    const outcome = await enter(req, form.data, invited);
    if (typeof outcome === 'object') return greet(req, res, outcome, invited, back);
    if (outcome === 'too many') return show(req, res, form.values, invited, TOO_MANY);
    // Sent with an existing account's name and password, by a second tap or its owner: that is a sign-in.
    const known = await givePassword(deps, req, form.data);
    if (typeof known === 'number') {
      await adoptBegun(db, req, known);
      return goTo(res, back);
    }
    if (outcome === 'closed') return closed(req, res, invited);
    if (outcome === 'taken') return show(req, res, form.values, invited, TAKEN);
    await show(req, res, form.values, 'gone', {});
  });

  return router;

  /** Makes the account. @returns why not, when it can't */
  async function enter(req: Request, form: SignUpForm, invited: Invited): Promise<Member | Refusal> {
    if (invited === 'gone') return 'gone';
    if (!invited && config.signups === 'closed') return 'closed';
    if (!(await rateLimits.takeSignUp(req.ip ?? ''))) return 'too many';
    const { username, password, first_name: firstName, last_name: lastName } = form;
    const household = { householdName: form.household_name, timeZone: form.time_zone };
    const terms = {
      onlyFirst: config.signups === 'first',
      settle: invited && ((trx, user) => joinAsNewcomer(deps, trx, user, invited.draft)),
    } satisfies Parameters<typeof signUp>[3];
    try {
      return await signUp(
        deps,
        { username, password, firstName, lastName, ...household },
        clock.now(),
        terms,
      );
    } catch (error) {
      // Used up; or another sign-up in this browser has joined by it.
      if (error instanceof PendingKeyGone || error instanceof DraftChanged) return 'gone';
      if (error instanceof NotTheFirst) return 'closed';
      if (!isUniqueViolation(error)) throw error;
      return 'taken';
    }
  }

  async function greet(
    req: Request,
    res: Response,
    member: Member,
    invited: Invited,
    back: string,
  ): Promise<void> {
    await signIn(req, member.user.id, clock);
    await adoptBegun(db, req, member.user.id);
    const name = calledName(member.user);
    if (typeof invited !== 'object') {
      const to = back === '/' ? '/welcome' : back;
      return goToWith(req, res, to, { type: 'success', text: `Welcome, ${name}.` });
    }
    await forgetBegun(req, invited.draft.id);
    const text = `Welcome, ${name}. You have joined ${member.household.name}.`;
    await goToWith(req, res, '/', { type: 'success', text });
  }

  async function show(
    req: Request,
    res: Response,
    values: Values,
    invited: Invited,
    errors: Errors,
    status = 422,
  ): Promise<void> {
    const mayStart = await maySignUp(deps);
    if (!mayStart && typeof invited !== 'object') return closed(req, res, invited);
    const shown = { ...signUpPage(values, invited), mayStart };
    const all = invited === 'gone' ? { ...INVITATION_GONE, ...errors } : errors;
    await page(req, res, 'accounts/signup', { ...shown, errors: all }, status);
  }
}

function closed(req: Request, res: Response, invited: Invited): Promise<void> {
  const shown = { title: 'Sign-up is closed', invitationGone: invited === 'gone' };
  return page(req, res, 'accounts/signup-closed', shown, 403);
}

function signUpPage(values: Values, invited: Invited) {
  const leads = invited && { return_to: invited === 'gone' ? '' : invited.address };
  return {
    waiting: typeof invited === 'object' ? invited : undefined,
    title: 'Sign up',
    values: { ...values, ...leads, time_zone: values.time_zone || SERVER_TIME_ZONE },
    timeZones: TIME_ZONE_CHOICES,
    detect: !values.time_zone,
  };
}
