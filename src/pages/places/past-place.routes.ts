import { type Request, Router } from 'express';
import { z } from 'zod';
import { addDays, dayIn, type IsoDate, inWords, isDay, startOfDay } from '../../calendar/day.js';
import type { Deps } from '../../deps.js';
import { findPastPlace, type PastItem } from '../../history/past.repository.js';
import { requireMember } from '../../members/current-member.js';
import { todayOf } from '../../members/member.js';
import { amountText } from '../../stock/stock.js';
import { found, idFrom, NotFound } from '../../web/errors.js';
import { readQuery } from '../../web/form.js';
import { goTo, page, refuse } from '../../web/page.js';

/** A page; the total is said. */
const SHOWN_AT_MOST = 200;
const PROMPT = 'Choose a day.';
const dayForm = z.object({ day: z.string({ error: PROMPT }).trim().refine(isAskable, { error: PROMPT }) });

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What was in a place on a past day. */
export function pastPlaceRoutes({ db, clock }: Deps): Router {
  const router = Router();

  // A form can't put a day into its address: redirects there.
  router.get('/places/:id/on', async (req, res) => {
    const today = todayOf(requireMember(req), clock);
    const { place, isThere } = await placeOn(req, today);
    const form = readQuery(req, dayForm);
    if (form.ok) return goTo(res, `/places/${place.id}/on/${form.data.day}`);
    await refuse(req, res, 'places/on', {
      title: `${place.name} on a day`,
      past: place,
      isThere,
      today,
      ...form,
    });
  });

  router.get('/places/:id/on/:day', async (req, res) => {
    const [day, today] = [req.params.day, todayOf(requireMember(req), clock)];
    if (!isAskable(day)) throw new NotFound();
    const { place, made, wasThere, isThere, items } = await placeOn(req, day);
    const firstDay = dayIn(requireMember(req).household.timeZone, made);
    await page(req, res, 'places/on', {
      title: `${place.name} on ${inWords(day, today).date}`,
      past: place,
      isThere,
      today,
      asked: { ...said(day, today), isToCome: day > today, wasThere },
      items: items.slice(0, SHOWN_AT_MOST).map((item) => shownThen(item, day)),
      itemCount: items.length,
      firstDay: day < firstDay ? said(firstDay, today) : undefined,
      before: day > firstDay && day <= today ? said(addDays(day, -1), today) : undefined,
      after: day < today ? said(addDays(day, 1), today) : undefined,
      values: { day },
    });
  });

  return router;

  async function placeOn(req: Request, day: IsoDate) {
    const member = requireMember(req);
    const until = startOfDay(member.household.timeZone, addDays(day, 1));
    return found(await findPastPlace(db, member, idFrom(req.params.id as string), until));
  }
}

/** True for a day of a century that food has dates in. */
function isAskable(day: string): boolean {
  return isDay(day) && day >= '2000-01-01' && day <= '2199-12-31';
}

/** "Sunday 1 March 2026", and how long ago. */
function said(day: IsoDate, today: IsoDate) {
  const date = new Date(day);
  return { ...inWords(day, today), inFull: `${weekday.format(date)} ${longDate.format(date)}` };
}

function shownThen(item: PastItem, day: IsoDate) {
  const date = item.bestBefore ? inWords(item.bestBefore, day) : undefined;
  const label = item.isEstimate ? 'best before about' : item.dateKind === 'use_by' ? 'use by' : 'best before';
  return { ...item, amount: amountText(item), date, label };
}
