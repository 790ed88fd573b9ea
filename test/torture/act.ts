import type { Form } from '../support/form.js';
import type { Page } from '../support/page.js';
import type { Choices } from '../support/seeded.js';
import type { Answer, Result } from './result.js';
import type { State } from './state.js';
import type { Tab } from './tab.js';

/** What a redirect is followed by. */
export type Way =
  | 'follow'
  | 'prefetch first'
  | 'head first'
  | 'look elsewhere first'
  | 'follow twice at once'
  | 'later';

/** Something that somebody does in a tab. */
export interface Act {
  kind: string;
  tab: Tab;
  /** What is done, for the story. */
  words: string;
  /** What it is about, such as a draft: the story of one is told by them. */
  about?: string;
  way?: Way;
  send(): Promise<Answer>;
  /** What Larder must answer, and what must be true then. The answer only tells of new ids. */
  rule(state: State, answer: Answer): Result;
  /** What becomes of what was typed when nobody is signed in (any more). */
  park?(state: State, answer: Answer): Result;
  /** What the second of two at once may be answered, though the first has gone over to another household. */
  secondTap?: { status: number; to: string };
  /** The page that its form was sent from. */
  page?: Page;
  /** True when sessions may end by it, so that others' requests may find themselves signed out. */
  ends?: boolean;
  /** What the message says that it leaves. */
  says?: RegExp;
  /** What an Undo in that message would put back. */
  undoes?(state: State): string | undefined;
  /** What it has done, or did when it was sent before: of several at once on one row, any may be what an Undo is for. */
  did?(state: State): string | undefined;
  /** What the Undo on its page would put back, when it finds its row gone. */
  restores?(state: State): string | undefined;
  /** True for what happens behind the program: it has no answer, and is done for certain. */
  meddles?: boolean;
  /** True for what must be done alone. */
  alone?: boolean;
}

export function chooseWay(choices: Choices): Way {
  return choices.weighted({
    follow: 80,
    'prefetch first': 5,
    'head first': 4,
    'look elsewhere first': 5,
    'follow twice at once': 3,
    later: 3,
  });
}

/** A form as it is filled in, sent by one process or another. */
export function press(
  tab: Tab,
  server: number,
  page: Page,
  form: Form,
  { path, button }: { path: string; button?: [string, string] | undefined },
): () => Promise<Answer> {
  const fields = form.entries().concat(button ? [button] : []);
  return () => tab.ask(server, 'POST', path, fields, { referer: page.url });
}
