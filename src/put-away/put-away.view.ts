import { type Draft, mayShow, nextStep } from '../drafts/draft.js';
import type { DraftCommit } from '../drafts/draft-commit.repository.js';
import { type IsoDate, inWords } from '../stock/best-before.js';
import { amountText, type ItemContent, type Place } from '../stock/stock.js';
import { detailsOf, linesOf, PUT_AWAY, type PutAwayContent, placeIdOf } from './put-away.kind.js';

const LABELS = { place: 'Where', foods: 'What', details: 'How much', review: 'Review' };

export type Step = keyof typeof LABELS;

/** The way through the steps: done ones can be gone back to. */
export function stepsOf(draft: Draft, current: Step) {
  return (Object.keys(LABELS) as Step[]).map((step) => ({
    label: LABELS[step],
    state: step === current ? 'current' : isDone(draft, step) ? 'done' : 'todo',
    ...(isOpen(draft, step) ? { href: `/put-away/${draft.id}/${step}` } : {}),
  }));
}

/** What a step of a draft now says, a line each, to be held against what someone else typed. */
export function saidIn(draft: Draft, step: Step, places: Place[]): string[] {
  if (step === 'place') return places.filter(({ id }) => id === placeIdOf(draft)).map(({ name }) => name);
  if (step === 'foods' || draft.steps.details === undefined) return linesOf(draft).map(({ name }) => name);
  const details = detailsOf(draft);
  return linesOf(draft).flatMap(({ id, name }) => {
    const detail = details[id];
    return detail
      ? [`${name}: ${amountText(detail)}${detail.bestBefore ? `, ${detail.bestBefore}` : ''}`]
      : [name];
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

/** What became of a draft that was put away. */
export function alreadyPage(commit: DraftCommit, today: IsoDate) {
  const { placeName, items } = commit.content as PutAwayContent;
  return {
    title: 'Put away already',
    resultAddress: commit.resultAddress,
    placeName,
    stored: shownContents(items, today),
  };
}

function isDone(draft: Draft, step: Step): boolean {
  return draft.steps[step] !== undefined;
}

function isOpen(draft: Draft, step: Step): boolean {
  return step === 'review' ? !nextStep(PUT_AWAY, draft) : mayShow(PUT_AWAY, draft, step);
}
