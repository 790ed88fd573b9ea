import type { Page } from '../support/page.js';
import type { Act } from './act.js';
import { type Answer, locationOf } from './result.js';

interface Told {
  step: number;
  who: string;
  about: string | undefined;
  words: string;
  came: string;
}

const KEPT = 3000;
const TOLD = 60;

/** What a family did, and what came of it. */
export class Story {
  readonly #told: Told[] = [];

  begin(step: number, act: Act): { end(answer: Answer): void; says(page: Page | undefined): void } {
    const told: Told = {
      step,
      who: act.tab.name,
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
      says: (page) => {
        const says = page?.flashes().join(' | ');
        if (says) told.came += ` “${says}”`;
      },
    };
  }

  /** Adds what nobody did in a tab. */
  note(step: number, words: string): void {
    this.#told.push({ step, who: 'meanwhile', about: undefined, words, came: '' });
  }

  /** What led to these acts: all that concerns what they are about, and the last that anybody did. */
  of(acts: Act[]): string[] {
    const abouts = new Set(acts.flatMap(({ about }) => about ?? []));
    const near = this.#told.slice(-30);
    const concerned = this.#told.filter(
      (told) => (told.about && abouts.has(told.about)) || near.includes(told),
    );
    return concerned
      .slice(-TOLD)
      .map(({ step, who, words, came }) => `step ${step}: ${who}: ${words}${came ? ` → ${came}` : ''}`);
  }
}
