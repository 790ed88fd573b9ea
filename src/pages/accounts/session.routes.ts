import { type Request, Router } from 'express';
import { z } from 'zod';
import type { AccountDeps } from '../../accounts/account-deps.js';
import { asksPassword, delicateRefusal, passwordAgain } from '../../accounts/own-password.js';
import { momentInWords } from '../../calendar/time-ago.js';
import { requireMember } from '../../members/current-member.js';
import { endOneSession, listSessions, signOutElsewhere } from '../../session/sign-in.js';
import { readForm, refused } from '../../web/form.js';
import { goToWith, page, refuse } from '../../web/page.js';

const endForm = z.strictObject({
  end: z.string({ error: 'Choose what to sign out.' }).max(100),
  password: passwordAgain,
});

export function sessionRoutes(deps: AccountDeps): Router {
  const { clock } = deps;
  const router = Router();

  router.get('/account/sessions', async (req, res) => {
    await page(req, res, 'accounts/sessions', await sessionsPage(req));
  });

  router.post('/account/sessions', async (req, res) => {
    const { user } = requireMember(req);
    const form = readForm(req, endForm);
    if (!form.ok) return refuse(req, res, 'accounts/sessions', { ...(await sessionsPage(req)), ...form });
    const refusal = await delicateRefusal(deps, req, user, form.data.password);
    if (refusal) {
      const wrong = refused(form, { password: refusal });
      return refuse(req, res, 'accounts/sessions', { ...(await sessionsPage(req)), ...wrong });
    }
    if (form.data.end === 'others') await signOutElsewhere(req, user.id);
    else await endOneSession(req, user.id, form.data.end);
    const text =
      form.data.end === 'others' ? 'You are signed out everywhere else.' : 'You are signed out there.';
    await goToWith(req, res, '/account/sessions', { type: 'success', text });
  });

  return router;

  async function sessionsPage(req: Request) {
    const { user, household } = requireMember(req);
    const now = clock.now();
    const sessions = (await listSessions(req, user.id)).map((session) => ({
      ...session,
      sinceWords: momentInWords(session.since, now, household.timeZone),
      lastSeenWords: momentInWords(session.lastSeen, now, household.timeZone),
    }));
    return { title: 'Where you are signed in', sessions, asksPassword: asksPassword(req, clock) };
  }
}
