import type { Act } from './act.js';
import { type Difference, differences, withIds, withMarks } from './differences.js';
import type { PromiseName } from './promises.js';
import { type Answer, isLogin, misfit, type Result } from './result.js';
import { lookAt } from './rules/pages.js';
import type { Files } from './seen.js';
import type { State } from './state.js';
import type { Opened } from './tab.js';

export interface Done {
  act: Act;
  answer: Answer;
}

export type Explained = { state: State } | { broken: { promise: PromiseName; words: string } };

/**
 * Finds an order in which things that were done at once may have happened one after another, so that every answer
 * is the one that it must be and the files hold what they must. There must be one.
 */
export function explain(state: State, done: Done[], files: Files, opened: Opened[]): Explained {
  const newKeys = done.flatMap(({ answer }) => answer.newKey ?? []);
  const seen = files.look(state, newKeys);
  const ending = done.filter(({ act }) => act.ends).length;
  let closest: { promise: PromiseName; words: string; far: number } | undefined;

  const found = search(state, done);
  if (found) return { state: found };
  return { broken: closest ?? { promise: 'answers', words: 'No order of events leads here.' } };

  /** @param begun those that have been done by half: others may have seen what they left then */
  function search(from: State, left: Done[], begun: Done[] = []): State | undefined {
    if (left.length === 0) return settled(from);
    for (const one of left) {
      const others = left.filter((other) => other !== one);
      for (const next of after(from, one)) {
        const end = search(next, others, begun);
        if (end) return end;
      }
      if (others.length === 0 || begun.includes(one) || !one.answer.page) continue;
      for (const half of one.act.rule(from, one.answer).halfway ?? []) {
        const end = half === from ? undefined : search(withIds(half, seen), left, [...begun, one]);
        if (end) return end;
      }
    }
    return undefined;
  }

  function settled(end: State): State | undefined {
    for (const one of openings(end)) {
      const known = withMarks(one, seen);
      const found = differences(known, seen, (username, password) => files.isNewPassword(username, password));
      if (found.length === 0) return known;
      closer(promiseOf(found), found.map(({ words }) => words).join('\n'), found.length);
    }
    return undefined;
  }

  /**
   * The states that pages which were opened on the way may have left, each of them or not: a redirect that was followed
   * may have opened a draft whose place is gone, or whose step comes later, or that waited for its page.
   */
  function openings(end: State): State[] {
    let states = [end];
    for (const { key, address } of opened) {
      const look = lookAt(address);
      const more = states.flatMap((now) => {
        const page = look?.(now, key);
        return page ? [page.after, ...(page.or ? [page.or.after] : [])] : [];
      });
      states = distinct([...states, ...more]);
    }
    return states;
  }

  /** The states that may follow, given what was answered. */
  function after(from: State, { act, answer }: Done): State[] {
    const result = act.rule(from, answer);
    return (
      (result.or ? [result, result.or] : [result])
        .flatMap((one) => following(from, one, { act, answer }))
        .map((next) => withIds(next, seen))
        // Of things done at once, one may be answered and its redirect followed before another is begun.
        .flatMap((next) => (done.length > 1 ? openings(next) : [next]))
    );
  }

  function following(from: State, result: Result, { act, answer }: Done): State[] {
    const { also = [], racing = [], halfway = [] } = result;
    if (act.meddles) return [result.after];
    if (!answer.page) return [result.after, from, ...also, ...halfway];
    const isRaced = done.length > 1 && result.raced && misfit(result.raced, answer.page) === undefined;
    const wrong = isRaced ? undefined : misfit(result, answer.page);
    if (wrong === undefined) return [result.after, ...also, ...(done.length > 1 ? racing : [])];
    if (isLogin(answer.page) && ending > (act.ends ? 1 : 0))
      return cutShort([result.after, from, ...halfway]);
    // A page that is wrong only in what it shows is nearer than one of another status.
    closer(
      result.promise ?? 'answers',
      `${act.words}: ${wrong}`,
      answer.page.status === result.status ? 900 : 1000,
    );
    return [];

    // The session ended while the request was under way: what it did to the household may stay, and what was typed is kept.
    function cutShort(states: State[]): State[] {
      return states.flatMap((state) => {
        const parked = act.park?.(state, answer) ?? { status: 303, after: state };
        const lost = answer.page && misfit(parked, answer.page);
        if (lost) closer('parked', `${act.words}: ${lost}`, 1000);
        return lost ? [] : [parked.after];
      });
    }
  }

  function closer(promise: PromiseName, words: string, far: number): void {
    if (!closest || far < closest.far) closest = { promise, words, far };
  }

  function promiseOf([first]: Difference[]): PromiseName {
    if (done.some(({ act, answer }) => !answer.page && !act.meddles)) return 'allOrNothing';
    if (first?.promise === 'drafts' && done.some(({ answer }) => answer.page?.status === 409)) return 'stale';
    if (first?.promise !== 'tables') return first?.promise ?? 'tables';
    if (done.some(({ act }) => act.kind.startsWith('commit'))) return 'commits';
    return done.some(({ act }) => act.kind.startsWith('undo')) ? 'undo' : 'tables';
  }
}

/** States that tell different things: the same page opened again and again may not make ever more of them. */
function distinct(states: State[]): State[] {
  const all = [...new Set(states)];
  if (all.length < 2) return all;
  return [...new Map(all.map((state) => [JSON.stringify(state), state])).values()];
}
