import { type Request, type Response, Router } from 'express';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { deleteAccount } from '../../accounts/delete-account.js';
import { changeOwnPassword, passwordRefusal } from '../../accounts/own-password.js';
import { momentInWords } from '../../calendar/time-ago.js';
import { isUniqueViolation } from '../../database/database.js';
import { cancelSignInLink, listUsedLinks, openSignInLink } from '../../households/sign-in-link.repository.js';
import { requireMember } from '../../members/current-member.js';
import { listHouseholdsOfOnly } from '../../members/household.repository.js';
import type { User } from '../../members/member.js';
import { forgetNotices } from '../../members/notice.repository.js';
import { updateProfile } from '../../members/user.repository.js';
import { signOut, signOutEverywhere } from '../../session/sign-in.js';
import { countStock } from '../../stock/stock.repository.js';
import { readForm, refused } from '../../web/form.js';
import { goTo, goToWith, page, refuse } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { deleteAccountForm, noticesForm, passwordForm, profileForm } from './account.form.js';
import { sessionRoutes } from './session.routes.js';

export function accountRoutes(deps: AccountDeps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/account', async (req, res) => {
    await page(req, res, 'accounts/show', await accountPage(req));
  });

  router.post('/account/link', async (req, res) => {
    await cancelSignInLink(db, requireMember(req).user.id);
    const text = 'The link is cancelled.';
    await goToWith(req, res, '/account', { type: 'success', text });
  });

  router.post('/account/notices', async (req, res) => {
    const { user } = requireMember(req);
    const form = readForm(req, noticesForm);
    if (form.ok) await forgetNotices(db, user.id, form.data.seen);
    goTo(res, safeReturnTo(form.values.return_to));
  });

  router.get('/account/edit', async (req, res) => {
    const { user } = requireMember(req);
    await page(req, res, 'accounts/edit', { title: 'Edit your profile', values: profileValues(user) });
  });

  router.post('/account/edit', async (req, res) => {
    const { user } = requireMember(req);
    const form = readForm(req, profileForm);
    if (!form.ok) return refuse(req, res, 'accounts/edit', { title: 'Edit your profile', ...form });
    const { username, first_name: firstName, last_name: lastName } = form.data;
    try {
      await updateProfile(db, user.id, { username, firstName, lastName });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const taken = refused(form, { username: 'That username is taken. Choose another.' });
      return refuse(req, res, 'accounts/edit', { title: 'Edit your profile', ...taken });
    }
    await goToWith(req, res, '/account', { type: 'success', text: 'Your profile is changed.' });
  });

  router.get('/account/password', async (req, res) => {
    await page(req, res, 'accounts/password', { title: 'Change your password' });
  });

  router.post('/account/password', async (req, res) => {
    const { user } = requireMember(req);
    const form = readForm(req, passwordForm(user.username));
    const again = { title: 'Change your password' };
    if (!form.ok) return refuse(req, res, 'accounts/password', { ...again, ...form });
    const { current_password: from, password: to } = form.data;
    const refusal = await changeOwnPassword(deps, req, user, { from, to });
    if (refusal) {
      const wrong = refused(form, { current_password: refusal });
      return refuse(req, res, 'accounts/password', { ...again, ...wrong });
    }
    await goToWith(req, res, '/account', {
      type: 'success',
      text: 'Your password is changed. You are signed out everywhere else.',
    });
  });

  router.get('/account/delete', async (req, res) => {
    await page(req, res, 'accounts/delete', await deletePage(req));
  });

  router.post('/account/delete', async (req, res) => {
    const { user } = requireMember(req);
    const form = readForm(req, deleteAccountForm);
    if (!form.ok) return refuseDeletion(req, res, form);
    const refusal = await passwordRefusal(deps, req, user, form.data.password);
    if (refusal) return refuseDeletion(req, res, refused(form, { password: refusal }));
    await deleteAccount(deps, user.id);
    await signOutEverywhere(req, user.id);
    await signOut(req);
    await goToWith(req, res, '/login', { type: 'success', text: 'Your account is deleted.' });
  });

  router.use(sessionRoutes(deps));
  return router;

  async function accountPage(req: Request) {
    const { user, household } = requireMember(req);
    const now = clock.now();
    const used = await listUsedLinks(db, user.id);
    const letIn = used.map(({ by, usedAt }) => ({
      by,
      when: momentInWords(Date.parse(usedAt), now, household.timeZone),
    }));
    return { title: 'Account', openLink: await openSignInLink(db, user.id, now), letIn };
  }

  async function deletePage(req: Request) {
    const { user } = requireMember(req);
    const households = await listHouseholdsOfOnly(db, user.id);
    const ending = await Promise.all(
      households.map(async (household) => ({ ...household, ...(await countStock(db, household.id)) })),
    );
    return { title: 'Delete your account', ending };
  }

  async function refuseDeletion(
    req: Request,
    res: Response,
    form: ReturnType<typeof refused>,
  ): Promise<void> {
    await refuse(req, res, 'accounts/delete', { ...(await deletePage(req)), ...form });
  }
}

function profileValues(user: User) {
  return { username: user.username, first_name: user.firstName, last_name: user.lastName };
}
