import { type Request, type Response, Router } from 'express';
import { isUniqueViolation } from '../database/database.js';
import type { Deps } from '../deps.js';
import type { Invitation } from '../joining/invitation.repository.js';
import { InvitationGone, joined, waitingInvitation } from '../joining/join.kind.js';
import { bringBackDraft } from '../parking/parking.js';
import { memberOf } from '../people/current-member.js';
import { maySignUp } from '../people/may-sign-up.js';
import { TOO_MANY_TRIES } from '../people/own-password.js';
import { isPassword } from '../people/password.js';
import { calledName, type Member } from '../people/person.js';
import { SERVER_TIME_ZONE, TIME_ZONE_CHOICES } from '../people/time-zones.js';
import { findCredentials, findPasswordHash } from '../people/user.repository.js';
import { signIn, signOut } from '../session/sign-in.js';
import { readForm, refused, type Values } from '../web/form.js';
import { goTo, goToWith, page, refuse } from '../web/page.js';
import { safeReturnTo } from '../web/return-to.js';
import { logInForm, signUpForm } from './account.form.js';
import { NotTheFirst, signUp } from './sign-up.js';

/** Signing up, in and out: the pages that need nobody signed in. */
export function signInRoutes(deps: Deps): Router {
  const { config, db, clock, tries, parked } = deps;
  const router = Router();

  router.get('/signup', async (req, res) => {
    if (memberOf(req)) return goTo(res, '/');
    const invitation = await waitingInvitation(db, req, clock);
    if (!invitation && !(await maySignUp(deps))) return closed(req, res);
    await page(req, res, 'accounts/signup', signUpPage({ return_to: asked(req) }, invitation));
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
    if (!invitation && config.signups === 'closed') {
      // The second tap of a sign-up by invitation: the first one used it up.
      const { username, password } = form.data;
      return (await signInWith(deps, req, username, password)) ? goTo(res, '/') : closed(req, res);
    }
    const { username, password, first_name, last_name, household_name, time_zone } = form.data;
    try {
      const account = { username, password, firstName: first_name, lastName: last_name };
      const household = { householdName: household_name, timeZone: time_zone };
      const onlyFirst = config.signups === 'first';
      const member = await signUp(db, { ...account, ...household }, clock.now(), { invitation, onlyFirst });
      await signIn(req, member.user.id, clock);
      await joined(req);
      await goToWith(req, res, invitation ? '/' : safeReturnTo(form.data.return_to), {
        type: 'success',
        text: welcome(member, invitation),
      });
    } catch (error) {
      if (error instanceof InvitationGone) {
        return refuse(req, res, 'accounts/signup', { ...signUpPage(form.values), errors: INVITATION_GONE });
      }
      const tooLate = error instanceof NotTheFirst;
      if (!tooLate && !isUniqueViolation(error)) throw error;
      // A second tap on the button signs up with what the first one did: that is a sign-in.
      if (await signInWith(deps, req, username, password))
        return goTo(res, safeReturnTo(form.data.return_to));
      if (tooLate) return closed(req, res);
      const taken = refused(form, { username: 'That username is taken. Choose another.' });
      await refuse(req, res, 'accounts/signup', { ...again, errors: taken.errors });
    }
  });

  router.get('/login', async (req, res) => {
    if (memberOf(req)) return goTo(res, safeReturnTo(asked(req)));
    await page(req, res, 'accounts/login', logInPage({ return_to: asked(req) }));
  });

  router.post('/login', async (req, res) => {
    const form = readForm(req, logInForm);
    if (!form.ok) return refuse(req, res, 'accounts/login', { ...logInPage(form.values), ...form });
    const { username, password, return_to } = form.data;
    const outcome = await signInWith(deps, req, username, password, safeReturnTo(return_to));
    if (outcome === true) return goTo(res, safeReturnTo(return_to));
    const error =
      outcome === undefined
        ? TOO_MANY_TRIES
        : 'That username and password don’t belong together. Check both.';
    const wrong = refused(form, { username: error });
    await refuse(req, res, 'accounts/login', { ...logInPage(form.values), ...wrong });
  });

  router.post('/logout', async (req, res) => {
    if (!memberOf(req)) return goTo(res, '/login');
    await signOut(req);
    await goToWith(req, res, '/login', { type: 'success', text: 'You are signed out.' });
  });

  return router;

  /** @returns true when signed in, false when the two don't belong together, undefined when no try is left */
  async function signInWith(
    { db, clock }: Deps,
    req: Request,
    username: string,
    password: string,
    returnTo = '/',
  ): Promise<boolean | undefined> {
    const address = req.ip ?? '';
    if (!(await tries.take(username, address))) return undefined;
    const known = await findCredentials(db, username);
    if (!(await isPassword(password, known?.passwordHash)) || !known) return false;
    await tries.giveBack(username, address);
    await signIn(req, known.id, clock);
    // Changing the password ends the sessions that are there: this one may have come after that.
    if ((await findPasswordHash(db, known.id)) !== known.passwordHash) {
      await signOut(req);
      return false;
    }
    await bringBackDraft(parked, req, known.id, returnTo);
    return true;
  }
}

function closed(req: Request, res: Response): Promise<void> {
  return page(req, res, 'accounts/signup-closed', { title: 'Sign-up is closed' }, 403);
}

const INVITATION_GONE = {
  '': 'That invitation can’t be used any more. Sign up without it, or ask for a new one.',
};

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

function logInPage(values: Values) {
  return { title: 'Sign in', values };
}

function asked(req: Request): string {
  return typeof req.query.return_to === 'string' ? req.query.return_to : '';
}
