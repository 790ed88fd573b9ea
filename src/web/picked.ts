import type { NextFunction, Request, Response } from 'express';

/** The end of a picker's name, beside a text field. */
const PICKED = '_picked';

/** Takes what was picked as typed, unless the picker is empty. */
export function takePicked(req: Request, _res: Response, next: NextFunction): void {
  const body: Record<string, unknown> = req.body ?? {};
  for (const name of Object.keys(body).filter((one) => one.endsWith(PICKED))) {
    const picked = body[name];
    delete body[name];
    if (picked !== '') body[name.slice(0, -PICKED.length)] = picked;
  }
  next();
}
