import type { Deps } from '../../deps.js';
import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import type { Member } from '../../members/member.js';
import { findPutAway } from '../../shopping/bought.repository.js';
import type { ShoppingLine } from '../../shopping/shopping.js';
import { listShopping } from '../../shopping/shopping.repository.js';
import { LINES_AT_MOST, type Line, linesOf, listIdsOf, type NewLine, relisted } from './put-away.lines.js';

/** What is ticked on the shopping list, as lines of an entry. */
export async function boughtLines({ db }: Deps, member: Member): Promise<Line[]> {
  const { ticked } = await listShopping(db, member);
  return relisted([], ticked.slice(0, LINES_AT_MOST).map(boughtLine), 1);
}

/** An entry's lines, without those put away meanwhile. */
export async function linesToPutAway({ deps, member, draft }: DraftContext): Promise<Line[]> {
  const putAway = await findPutAway(deps.db, member, listIdsOf(draft));
  return linesOf(draft).filter(({ listId }) => listId === undefined || !putAway.includes(listId));
}

function boughtLine({ id, name, quantityMilli, unit }: ShoppingLine): NewLine {
  const known = quantityMilli === null ? {} : { known: { quantityMilli, unit } };
  return { foodId: null, name, ...known, listId: id };
}
