import { dayIn, inWords } from '../../calendar/day.js';
import { momentInWords } from '../../calendar/time-ago.js';
import type { History, PastAction } from '../../history/history.repository.js';
import { type Told, tell } from './history.words.js';

export interface ToldAction extends PastAction, Told {
  /** "14:05" in the household's time zone */
  time: string;
  /** "by Maya, just now", when it is undone */
  takenBack: string | null;
}

export interface Day {
  iso: string;
  /** "yesterday" */
  words: string;
  /** "20 Nov" */
  date: string;
  actions: ToldAction[];
}

/** Instead of the name of who is no member any more. */
const LEFT = 'someone who has left';

/** A household's history day by day, the newest first. @param timeZone an IANA name */
export function byDay(history: History, now: Date, timeZone: string): Day[] {
  const today = dayIn(timeZone, now);
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const days: Day[] = [];
  for (const action of history.actions) {
    const iso = dayIn(timeZone, action.at);
    const { isUndone, lastUndo } = action;
    const told = {
      ...action,
      ...tell(action, history, today),
      time: clock.format(action.at),
      takenBack:
        isUndone && lastUndo
          ? `by ${lastUndo.who ?? LEFT}, ${momentInWords(lastUndo.at.getTime(), now, timeZone)}`
          : null,
    };
    const last = days.at(-1);
    if (last?.iso === iso) last.actions.push(told);
    else {
      const { words, date } = inWords(iso, today);
      days.push({ iso, words, date, actions: [told] });
    }
  }
  return days;
}
