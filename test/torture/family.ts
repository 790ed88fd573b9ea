import { isDeepStrictEqual } from 'node:util';
import type { Page } from '../support/page.js';
import type { Act } from './act.js';
import { follow } from './follow.js';
import type { Larders } from './larders.js';
import { isBroughtBack, type Message, type Messages } from './messages.js';
import { explain } from './orders.js';
import { BrokenPromise, type Tally } from './promises.js';
import type { Answer } from './result.js';
import { deletionOf, restoring } from './rules/gone.js';
import { lookAt } from './rules/pages.js';
import { forgotten, waitedOn, withParked } from './rules/parking.js';
import type { Files } from './seen.js';
import { journalled } from './seen-journal.js';
import { NOTHING, type State } from './state.js';
import { Story } from './story.js';
import { Browser, type Opened, Tab, type Wires } from './tab.js';

/** People who share a household, or will: what they do comes step by step, each step of one or a few acts at once. */
export class Family {
  state: State = NOTHING;
  readonly tabs: Tab[] = [];
  readonly story = new Story();
  readonly wires: Wires;
  #quantity = 1000;
  #step = 0;
  #fresh = new Set<string>();
  #opened: Opened[] = [];
  /** Pages that were asked for with the key of a parked form. */
  #parked: { page: Page; key: string; id: string }[] = [];
  #followed: { key: string; address: string }[] = [];
  /** Which action the Undo on a page that tells of a missing row would undo, by its number in the journal. */
  readonly #restores = new Map<string, string>();

  constructor(
    readonly name: string,
    readonly files: Files,
    larders: Larders,
    messages: Messages,
    readonly tally: Tally,
  ) {
    this.wires = {
      larders,
      messages,
      tally,
      inspect: (page, key) => this.#inspect(page, key),
      opened: (page) => this.#opened.push(page),
    };
  }

  get larders(): Larders {
    return this.wires.larders;
  }

  /** A browser of somebody's with so many tabs. */
  addBrowser(name: string, tabs: number): Tab[] {
    const browser = new Browser(name);
    const made = Array.from(
      { length: tabs },
      (_, n) => new Tab(`${name}, tab ${n + 1}`, browser, this.wires),
    );
    this.tabs.push(...made);
    return made;
  }

  /** A quantity that no other entry of the family has. */
  quantity(): number {
    this.#quantity += 1;
    return this.#quantity;
  }

  /** A name for what is about to be done. */
  actionName(): string {
    return `${this.name} ${this.quantity()}`;
  }

  /** Which action an Undo on a page is for; undefined when nobody here can know. @param id its number in the journal */
  undoOf(page: Page, id: string): string | undefined {
    const isOfMessage = page.query(`.flash form[action="/journal/${id}/undo"]`) !== null;
    const message = isOfMessage ? this.wires.messages.of(page.path) : undefined;
    const rival = message?.mayUndo && this.#actionOf(id, message.mayUndo);
    const told = rival ?? message?.undoes ?? this.#restores.get(id);
    return told ?? (page.path.startsWith('/journal') ? this.#actionOf(id) : undefined);
  }

  /** Which of these did what the journal says under a number; undefined for one that changed no item. */
  #actionOf(id: string, names = Object.keys(this.state.actions)): string | undefined {
    const told = this.files.journal.action(id);
    if (Object.keys(told).length === 0) return undefined;
    return names.findLast((name) => {
      const items = Object.entries(this.state.actions[name]?.items ?? {});
      const done = Object.fromEntries(items.map(([item, change]) => [item, [journalled(change)]]));
      return isDeepStrictEqual(done, told);
    });
  }

  /** Does a few things at once, and sees that what came of it is as promised. @throws BrokenPromise */
  async together(acts: Act[]): Promise<void> {
    this.#step += 1;
    this.#fresh.clear();
    this.#followed = [];
    this.#opened = [];
    this.#parked = [];
    for (const act of acts) this.tally.act(act.kind);
    try {
      const answers = await Promise.all(acts.map((act) => this.#do(act)));
      this.#settle(acts.map((act, n) => ({ act, answer: answers[n] as Answer })));
    } catch (error) {
      if (!(error instanceof BrokenPromise)) throw error;
      throw new BrokenPromise(error.promise, error.how, this.story.of(acts));
    }
  }

  /** Remembers that a redirect which left a message was followed. */
  followed(key: string | undefined, address: string): void {
    if (key) this.#followed.push({ key, address });
  }

  /** Ends a process somewhere in the middle of what comes next. */
  endProcess(n: number, answers: number, gently: boolean): void {
    this.tally.act(gently ? 'stop a process and start it again' : 'kill a process and start it again');
    this.story.note(
      this.#step + 1,
      `process ${n + 1} is ${gently ? 'stopped' : 'killed'} after ${answers} answers, and started again`,
    );
    this.larders.endSoon(n, answers, gently);
  }

  async #do(act: Act): Promise<Answer> {
    const line = this.story.begin(this.#step, act);
    const answer = await act.send();
    line.end(answer);
    const { page } = answer;
    if (answer.newKey) this.#fresh.add(answer.newKey);
    if (!page) return answer;
    // What the script of a page sends shows nothing.
    if (page.status === 204) return answer;
    if (page.location === undefined) act.tab.show(page);
    else {
      this.wires.messages.left(page, answer.newKey ?? answer.key, act.says);
      line.says(await follow(this, act, page, answer.newKey ?? answer.key));
    }
    return answer;
  }

  #settle(done: { act: Act; answer: Answer }[]): void {
    this.state = { ...this.state, step: this.#step, journal: {} };
    const explained = explain(this.state, done, this.files, this.#opened);
    for (const { act, answer } of done) {
      const { promise = 'answers' } = act.rule(this.state, answer);
      if (!act.meddles) this.tally.check(answer.page ? promise : 'allOrNothing', true, () => '');
    }
    for (const promise of ['tables', 'drafts', 'sessions'] as const)
      this.tally.check(promise, true, () => '');
    if ('broken' in explained) {
      const { promise, words } = explained.broken;
      this.tally.check(promise, false, () => words);
      return;
    }
    this.state = explained.state;
    this.files.makeSignInsQuick(this.state);
    for (const { act, answer } of done)
      if (act.page) this.state = forgotten(this.state, answer.key, new URL(act.page.url));
    for (const { act, answer } of done) {
      const restores = act.restores?.(this.state);
      if (restores && answer.page) this.#learn(answer.page, restores);
      const message = this.wires.messages.of(answer.page?.location ?? '/');
      if (message) Object.assign(message, this.#undoneBy(act, done));
    }
    for (const one of this.#opened) this.#keptAgain(one);
    for (const one of this.#parked) this.#checkParked(one, done.length === 1);
    for (const { key, address } of this.#followed) {
      // Nobody sees a page for members: the message goes on waiting for it.
      if (!this.state.sessions[key] || lookAt(address)?.(this.state, key).signedOut) continue;
      const message = this.wires.messages.of(address);
      if (message)
        this.tally.check('followed', message.shown, () => `${address} was followed, and showed no message`);
    }
  }

  /** What the Undo in its message is for: of things done at once on the same row, it is not known who was first. */
  #undoneBy(act: Act, done: { act: Act }[]): Pick<Message, 'undoes' | 'mayUndo'> {
    const rivals = done.flatMap((one) => (act.about && one.act.about === act.about ? one.act : []));
    const others = rivals.flatMap((one) => [one.did?.(this.state), one.undoes?.(this.state)]);
    const undoes = act.undoes?.(this.state);
    return {
      ...(undoes && { undoes }),
      mayUndo: rivals.length > 1 ? others.flatMap((name) => name ?? []) : [],
    };
  }

  /** A page that a form waits for may find its row gone: then that form waits once more, for the row to come back. */
  #keptAgain({ key, address, page }: Opened): void {
    const url = new URL(address, page.url);
    const form = waitedOn(this.state, key, url);
    const kept = page.status === 409 ? restoring(page) : undefined;
    if (!form || !kept) return;
    const household = this.state.people[form.owner]?.current ?? '';
    this.state = withParked(this.state, kept.id, { ...form, household, sure: true });
    const [, table, id] = /^\/(places|items)\/(\d+)/.exec(url.pathname) ?? [];
    const restores = deletionOf(this.state, table === 'places' ? `place ${id}` : String(id));
    if (restores) this.#learn(page, restores);
  }

  #learn(page: Page, restores: string): void {
    const action = page.query('main form[action^="/journal/"]')?.getAttribute('action');
    const id = /^\/journal\/(\d+)\/undo$/.exec(action ?? '')?.[1];
    if (id && page.status === 409) this.#restores.set(id, restores);
  }

  /** What was typed stands on its page again, for its writer alone. */
  #checkParked({ page, key, id }: { page: Page; key: string; id: string }, alone: boolean): void {
    const user = this.state.sessions[key]?.user;
    const form = this.state.parked[id];
    if (user === undefined || !form) return;
    const seen = this.state.people[user ?? '']?.current;
    const isHere = form.page === new URL(page.url).pathname && (form.household ?? seen) === seen;
    const isOwn = form.owner === user && isHere;
    if (isOwn && !(form.sure && alone)) return;
    const wrong = () =>
      `${page} ${isOwn ? 'does not show' : 'shows'} what was typed when the session had ended`;
    this.tally.check('parked', isBroughtBack(page) === isOwn, wrong);
  }

  #inspect(page: Page, key: string | undefined): void {
    const parked = new URL(page.url).searchParams.get('kept');
    // What was committed meanwhile has nothing to send again.
    if (
      parked &&
      key &&
      page.status === 200 &&
      page.html !== '' &&
      !/ already$|^You have (joined|left) /.test(page.h1 ?? '')
    )
      this.#parked.push({ page, key, id: parked });
    if (!page.html.includes('<body class="signed-in"')) return;
    const may =
      key !== undefined && (this.#fresh.has(key) || typeof this.state.sessions[key]?.user === 'string');
    this.tally.check(
      'signedOut',
      may,
      () => `${page} is a signed-in page, and the session of its cookie has ended`,
    );
    const name = /<span class="household-name">.*?<\/span>(.*?)<\/span>/.exec(page.html)?.[1] ?? '';
    const own = Object.values(this.state.households).some((household) => household.name === name);
    this.tally.check('others', own || this.#step === 0, () => `${page} shows the household ${name}`);
  }
}
