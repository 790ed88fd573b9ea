import { type Request, type Response, Router } from 'express';
import { isUniqueViolation } from '../database/database.js';
import type { Deps } from '../deps.js';
import type { Invitation } from '../joining/invitation.repository.js';
import { InvitationGone, joined, waitingInvitation } from '../joining/join.kind.js';
import { memberOf } from '../people/current-member.js';
import { givePassword } from '../people/give-password.js';
import { maySignUp } from '../people/may-sign-up.js';
import { calledName, type Member } from '../people/person.js';
import { SERVER_TIME_ZONE, TIME_ZONE_CHOICES } from '../people/time-zones.js';
import { signIn } from '../session/sign-in.js';
import { readForm, type Values } from '../web/form.js';
import { goTo, goToWith, page, refuse } from '../web/page.js';
import { askedReturn, safeReturnTo } from '../web/return-to.js';
import { type SignUpForm, signUpForm } from './account.form.js';
import { NotTheFirst, signUp } from './sign-up.js';

const TOO_MANY = 'Too many accounts were made from here within an hour. Wait a while, then try again.';
const TAKEN = 'That username is taken. Choose another.';
const INVITATION_GONE = 'That invitation can’t be used any more. Sign up without it, or ask for a new one.';

/** Signing up: with a household of one's own, or into the one whose invitation waits. */
export function signUpRoutes(deps: Deps): Router {
  const { config, db, clock, tries } = deps;
  const router = Router();

  router.get('/signup', async (req, res) => {
    if (memberOf(req)) return goTo(res, '/');
    const invitation = await waitingInvitation(db, req, clock);
    if (!invitation && !(await maySignUp(deps))) return closed(req, res);
    await page(req, res, 'accounts/signup', signUpPage({ return_to: askedReturn(req) }, invitation));
  });

  router.post('/signup', async (req, res) => {
    const invitation = await waitingInvitation(db, req, clock);
    if (memberOf(req)) return goTo(res, '/');
    const form = readForm(req, signUpForm);
    const again = signUpPage(form.values, invitation);
    if (!form.ok) {
      if (!invitation && !(await maySignUp(deps))) return closed(req, res);
      return refuse(req, res, 'accounts/signup', { ...again, errors: form.errors });
    }
    // The second tap of a sign-up by invitation: the first one used it up.
    if (!invitation && config.signups === 'closed') {
      return (await isTheirs(req, form.data)) ? goTo(res, '/') : closed(req, res);
    }
    if (!(await tries.takeSignUp(req.ip ?? '')))
      return refuse(req, res, 'accounts/signup', { ...again, errors: { '': TOO_MANY } });
    try {
      const member = await signUpWith(form.data, invitation);
      await signIn(req, member.user.id, clock);
      await joined(req);
      const to = invitation ? '/' : safeReturnTo(form.data.return_to);
      await goToWith(req, res, to, { type: 'success', text: welcome(member, invitation) });
    } catch (error) {
      if (error instanceof InvitationGone) {
        const errors = { '': INVITATION_GONE };
        return refuse(req, res, 'accounts/signup', { ...signUpPage(form.values), errors });
      }
      const tooLate = error instanceof NotTheFirst;
      if (!tooLate && !isUniqueViolation(error)) throw error;
      // A second tap on the button signs up with what the first one did: that is a sign-in.
      if (await isTheirs(req, form.data)) return goTo(res, safeReturnTo(form.data.return_to));
      if (tooLate) return closed(req, res);
      await refuse(req, res, 'accounts/signup', { ...again, errors: { username: TAKEN } });
    }
  });

  return router;

  function signUpWith(form: SignUpForm, invitation: Invitation | undefined): Promise<Member> {
    const { username, password, first_name, last_name, household_name, time_zone } = form;
    const account = { username, password, firstName: first_name, lastName: last_name };
    const household = { householdName: household_name, timeZone: time_zone };
    const onlyFirst = config.signups === 'first';
    return signUp(db, { ...account, ...household }, clock.now(), { invitation, onlyFirst });
  }

  async function isTheirs(req: Request, form: SignUpForm): Promise<boolean> {
    return typeof (await givePassword(deps, req, form)) === 'number';
  }
}

function closed(req: Request, res: Response): Promise<void> {
  return page(req, res, 'accounts/signup-closed', { title: 'Sign-up is closed' }, 403);
}

function welcome({ user, household }: Member, invitation: Invitation | undefined): string {
  if (invitation) return `Welcome, ${calledName(user)}. You have joined ${household.name}.`;
  return `Welcome, ${calledName(user)}. Your fridge, freezer and pantry are ready to be filled.`;
}

function signUpPage(values: Values, invitation?: Invitation) {
  const filled = { ...values, time_zone: values.time_zone || SERVER_TIME_ZONE };
  return {
    invitation,
    title: 'Sign up',
    values: filled,
    timeZones: TIME_ZONE_CHOICES,
    detect: !values.time_zone,
  };
}
