import type { NextFunction, Request, Response } from 'express';

/** What the name of a picker beside a text field ends with. */
const PICKED = '_picked';

/** Takes what was picked beside a field for what was typed in it; a picker that was left empty says nothing. */
export function takePicked(req: Request, _res: Response, next: NextFunction): void {
  const body: Record<string, unknown> = req.body ?? {};
  for (const name of Object.keys(body).filter((one) => one.endsWith(PICKED))) {
    const picked = body[name];
    delete body[name];
    if (picked !== '') body[name.slice(0, -PICKED.length)] = picked;
  }
  next();
}
