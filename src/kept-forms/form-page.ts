import type { Request } from 'express';

/** The page that a form stands on, where that is not the address that it is sent to. */
const PAGES: [RegExp, string][] = [
  [/^\/places$/, '/places/new'],
  [/^\/places\/(\d+)$/, '/places/$1/edit'],
  [/^\/places\/(\d+)\/items$/, '/places/$1'],
  [/^\/items\/thrown-away$/, '/'],
  [/^\/items\/(\d+)(?:\/(?:eaten|thrown-away|opened|moved|date|level))?$/, '/items/$1/edit'],
  [/^\/foods\/(\d+)\/(?:merge|delete)$/, '/foods/$1'],
  [/^\/shopping\/(\d+)$/, '/shopping/$1/edit'],
  [/^\/shopping\/aisles\/order$/, '/shopping/aisles'],
  [/^\/shopping\/[\d,]+\/(tick|untick|delete|clear|restore)$/, '/shopping'],
  // Their last step is their review.
  [/^\/put-away\/([\w-]+)\/(?:commit|place)$/, '/put-away/$1/details'],
  [/^\/put-away\/keep$/, '/put-away'],
  // Of whatever kind of draft.
  [/^\/([\w-]+)\/([\w-]+)\/discard\?step=([\w-]+)$/, '/$1/$2/$3'],
  [/^\/([\w-]+)\/([\w-]+)\/([\w-]+)\/(?:keep|saved)$/, '/$1/$2/$3'],
  [/^\/([\w-]+)\/([\w-]+)\/commit$/, '/$1/$2/review'],
  [/^\/household\/(members|current)$/, '/household'],
  [/^\/household\/invitations\/revoke$/, '/household/invitations'],
  [/^\/household\/members\/(\d+)\/link(?:\/cancel)?$/, '/household/members/$1'],
  [/^\/account\/(?:notices|link)$/, '/account'],
  [/^\/journal\/\d+\/(undo|reason)$/, '/journal'],
];

/** The path of the page that the form of a request stands on. */
export function pageOf({ path, query }: Pick<Request, 'path' | 'query'>): string {
  return formPage(typeof query.step === 'string' ? `${path}?step=${query.step}` : path);
}

/** @param action the path that a form is sent to, with the step that it names. @returns the path of its page */
export function formPage(action: string): string {
  const known = PAGES.find(([pattern]) => pattern.test(action));
  return known ? action.replace(...known) : action.replace(/\?.*/, '');
}
