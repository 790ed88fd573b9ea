import type { Draft } from '../drafts/draft.js';
import type { DraftKind } from '../drafts/draft-kind.js';
import { dayIn, type IsoDate, inWords } from '../stock/best-before.js';
import { amountText, type ItemContent } from '../stock/stock.js';
import { contentsOf, linesOf, type PutAwayContent } from './put-away.lines.js';

/** What the last step now says, a line each. */
export function saidOf(draft: Draft): string[] {
  // Not asked yet, or to be asked again: then only what there is counts.
  if (draft.steps.details === undefined) return linesOf(draft).map(({ name }) => name);
  return contentsOf(draft).map((content) => {
    const until = content.bestBefore ? `, best before ${content.bestBefore}` : '';
    return `${content.name}: ${amountText(content)}${until}`;
  });
}

/** Lines to be put away, or put away already, as a page shows them. */
export function shownContents(contents: ItemContent[], today: IsoDate) {
  return contents.map((content) => ({
    name: content.name,
    amount: amountText(content),
    when: content.bestBefore ? inWords(content.bestBefore, today) : undefined,
  }));
}

/** What was put away before, and what is sent now. */
export const alreadyLocals: DraftKind['already']['page'] = async ({ context, commit, unsaved }) => {
  const { deps, member } = context;
  const today = dayIn(member.household.timeZone, deps.clock.now());
  const { placeName, items } = commit.content as PutAwayContent;
  const yours = unsaved === undefined ? undefined : (unsaved as PutAwayContent).items;
  return {
    placeName,
    stored: shownContents(items, today),
    yours: yours && shownContents(yours, today),
  };
};

/** The first few of many names, in a line. */
export function inShort(names: string[], most = 4): string {
  const rest = names.length - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
