import type { Act } from './act.js';
import { type Answer, locationOf } from './result.js';

interface Told {
  step: number;
  who: string;
  browser: string;
  about: string | undefined;
  words: string;
  came: string;
}

const KEPT = 3000;
const TOLD = 60;

/** What a family did, and what came of it. */
export class Story {
  readonly #told: Told[] = [];

  begin(step: number, act: Act): { end(answer: Answer): void } {
    const told: Told = {
      step,
      who: act.tab.name,
      browser: act.tab.browser.name,
      about: act.about,
      words: act.words,
      came: 'under way',
    };
    this.#told.push(told);
    if (this.#told.length > KEPT) this.#told.shift();
    return {
      end: ({ page }) => {
        const to = page && locationOf(page);
        if (act.meddles) told.came = 'done';
        else told.came = page ? `${page.status}${to ? ` to ${to}` : ''}` : 'no answer: the process was ended';
      },
    };
  }

  /** Adds what nobody did in a tab. */
  note(step: number, words: string): void {
    this.#told.push({ step, who: 'meanwhile', browser: '', about: undefined, words, came: '' });
  }

  /** What led to these acts: all that concerns what they are about, and the last of the same browsers. */
  of(acts: Act[]): string[] {
    const browsers = new Set(acts.map(({ tab }) => tab.browser.name));
    const abouts = new Set(acts.flatMap(({ about }) => about ?? []));
    const near = this.#told.slice(-25);
    const concerned = this.#told.filter(
      (told) =>
        (told.about && abouts.has(told.about)) ||
        (near.includes(told) && (browsers.has(told.browser) || told.browser === '')),
    );
    return concerned
      .slice(-TOLD)
      .map(({ step, who, words, came }) => `step ${step}: ${who}: ${words}${came ? ` → ${came}` : ''}`);
  }
}
