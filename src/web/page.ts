import type { Request, Response } from 'express';
import { leaveFlash, type NewFlash, takeFlash } from '../session/flash.js';
import type { FlashMessage } from '../session/store/session-data.js';
import type { Errors, Values } from './form.js';

/** A form that was not taken, to be shown again. */
export interface TypedBefore {
  values: Values;
  /** Why it was not taken. */
  note: string;
}

export interface PageData {
  title: string;
  errors?: Errors;
  values?: Values;
  [name: string]: unknown;
}

/**
 * Shows a page inside the layout, with its messages.
 * @param view a path in views/, without the ending
 * @param data for the view
 * @param status 200 when left out
 */
export async function page(
  req: Request,
  res: Response,
  view: string,
  data: PageData,
  status = 200,
): Promise<void> {
  if (isPart(req)) return part(req, res, view, data, status);
  const flash: Pick<FlashMessage, 'type' | 'text'>[] = await takeFlash(req);
  sendHtml(res, await pageHtml(req, res, view, data, { flash, status }), status);
}

/**
 * A page inside the layout, for whoever sends it.
 * @param own what this request's page alone has: messages, and another status than 200
 */
export async function pageHtml(
  req: Request,
  res: Response,
  view: string,
  data: PageData,
  { flash = [], status = 200 }: { flash?: Pick<FlashMessage, 'type' | 'text'>[]; status?: number } = {},
): Promise<string> {
  // Don't come back to a form's answer or an error.
  const back = req.method === 'GET' && status < 400 ? req.path : '/';
  const locals = { ...res.locals, errors: {}, values: {}, path: req.path, back, flash, ...data };
  const before: TypedBefore | undefined = res.locals.typedBefore;
  if (before) {
    locals.values = { ...locals.values, ...before.values };
    flash.push({ type: 'info', text: before.note });
  }
  const told = res.locals.notices ? await render(res, 'partials/notices', locals) : '';
  const body = told + (await render(res, view, locals));
  return render(res, 'layout', { ...locals, body });
}

/** Answers with a page that is ready. */
export function sendHtml(res: Response, html: string | Buffer, status = 200): void {
  res.status(status).type('html').send(html);
}

/** True for a page that is open and asks for what others changed. */
export function isPart(req: Request): boolean {
  return req.get('Larder-Part') !== undefined;
}

/**
 * Answers it, without layout and messages. It names the household that it shows: when that is not the current one,
 * there is no answer for it.
 */
async function part(
  req: Request,
  res: Response,
  view: string,
  data: PageData,
  status: number,
): Promise<void> {
  if (req.get('Larder-Part') !== String(res.locals.household?.id)) return void res.status(204).end();
  const locals = { ...res.locals, errors: {}, values: {}, path: req.path, ...data };
  sendHtml(res, await render(res, view, locals), status);
}

/** Shows a wrong form again: the same page, 422, with what was typed. */
export function refuse(
  req: Request,
  res: Response,
  view: string,
  data: PageData & { errors: Errors; values: Values },
): Promise<void> {
  return page(req, res, view, data, 422);
}

/** Redirects after a change. */
export function goTo(res: Response, address: string): void {
  res.redirect(303, address);
}

/** Redirects to a page that shows a message once, after any that was left for this one. */
export async function goToWith(
  req: Request,
  res: Response,
  address: string,
  message: NewFlash,
): Promise<void> {
  goTo(res, await leaveFlash(req, address, ...(await takeFlash(req)), message));
}

/** Redirects to the page that stands for this one now, with what was left for this one to show. */
export async function goOnTo(req: Request, res: Response, address: string): Promise<void> {
  const messages = await takeFlash(req);
  goTo(res, messages.length > 0 ? await leaveFlash(req, address, ...messages) : address);
}

function render(res: Response, view: string, locals: object): Promise<string> {
  return new Promise((resolve, reject) => {
    res.app.render(view, locals, (error: Error | null, html?: string) => {
      if (error) reject(error);
      else resolve(html ?? '');
    });
  });
}
