import type { Page } from '../../support/page.js';
import { notFound, type Result, toLogin } from '../result.js';
import { type Draft, type Id, memberOf, type State, type Typed } from '../state.js';
import { belongs, draftOf, isFull, ownDraft, withDraft } from './own-drafts.js';
import { closed, type StepForm } from './put-away.js';
import {
  addressOf,
  drawnFrom,
  leftWith,
  NEW_MARK,
  nextStep,
  notYet,
  placeGone,
  STEPS,
  typedInto,
} from './steps.js';

/**
 * Looking at a page of a draft: it shows what was saved.
 * @param step a step, or one that there was once
 * @param typed what waited for the page's form: shown in it, or kept until its turn comes
 */
export function look(state: State, key: string, id: Id, step: string, typed?: Typed): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(state, member, id);
  if (!draft) return closed(state, member, id, 200);
  if (!STEPS.some((one) => one === step)) {
    return { status: 303, to: addressOf(id, draft), after: state, promise: 'drafts' };
  }
  const early = placeGone(state, member, id, step) ?? notYet(state, id, draft, step);
  if (early) return { ...early, after: keeping(early.after), halfway: [state, keeping(state)] };
  const shown = typed ? typedInto(draft, step, typed) : draft;
  return { status: 200, after: state, shows: (page) => wrongOn(page, step, shown), promise: 'shown' };

  function keeping(now: State): State {
    const one = now.drafts[id];
    return one && typed ? withDraft(now, id, typedInto(one, step, typed)) : now;
  }
}

function wrongOn(page: Page, step: string, draft: Draft): string | undefined {
  const revision = /name="revision" value="([^"]*)"/.exec(page.html)?.[1];
  const marks = drawnFrom(draft, step);
  if (!isOf(marks, revision)) return `It shows revision ${revision}, not ${marks}.`;
  if (step === 'foods') {
    const typed = namesIn(page.form(/\/foods$/).value('names'));
    const before = draft.typed.foods;
    const expected = before
      ? namesIn(before.names)
      : draft.foods.filter(({ food }) => food === '').map(({ name }) => name);
    return typed.join() === expected.join() ? undefined : `It shows the foods ${typed}, not ${expected}.`;
  }
  const asked = [...page.html.matchAll(/class="put-name">(.*?)<\/span>/g)].map(([, name]) => name);
  const lines = draft.foods.map(({ name }) => name);
  return asked.sort().join() === lines.sort().join() ? undefined : `It asks about ${asked}, not ${lines}.`;
}

/** True for the marks that a page must show; one that is not known yet may be any. */
function isOf(marks: string, shown = ''): boolean {
  const [parts, wanted] = [shown.split('.'), marks.split('.')];
  return (
    parts.length === wanted.length &&
    wanted.every((mark, n) => mark === parts[n] || (mark.startsWith(NEW_MARK) && parts[n] !== ''))
  );
}

function namesIn(text = ''): string[] {
  return text.split(/\s*\n/).filter(Boolean);
}

/** The list of open entries. */
export function list(state: State, key: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const own = Object.entries(state.drafts).filter(([id]) => ownDraft(state, member, id)?.discarded === false);
  // One of another household has no link, only the button that goes there first.
  const expected = own.map(([id, draft]) => (belongs(member, draft) ? `${id}/${nextStep(draft)}` : `${id}/`));
  const shows = (page: Page) => {
    const links = [...page.html.matchAll(/class="item-name" href="\/put-away\/(.*?)"/g)].map(
      ([, address = '']) => address,
    );
    const ids = [...page.html.matchAll(/action="\/put-away\/([^/]+)\/discard"/g)].map(([, id = '']) => id);
    const listed = ids.map((id) => links.find((address) => address.startsWith(`${id}/`)) ?? `${id}/`);
    return listed.sort().join() === expected.sort().join()
      ? undefined
      : `It lists ${listed}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: 'drafts' };
}

/** @param left what its page said, when it is discarded from the page of a step */
export function discard(state: State, key: string, id: Id, to: string, left?: StepForm): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = ownDraft(state, member, id);
  const isOpen = draft && !draft.discarded;
  if (!isOpen) return { status: 303, to, after: state, promise: 'drafts' };
  const kept = left ? leftWith(draft, left.step, left.typed, left.revision) : draft;
  const after = withDraft(state, id, { ...kept, discarded: true, once: '' });
  return { status: 303, to, after, halfway: [withDraft(state, id, kept)], promise: 'drafts' };
}

export function restore(state: State, key: string, id: Id, to: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = ownDraft(state, member, id);
  if (!draft) return notFound(state, 'drafts');
  const stays = !draft.discarded || isFull(state, member);
  const after = stays ? state : withDraft(state, id, { ...draft, discarded: false });
  return { status: 303, to, after, promise: 'drafts' };
}
