import type { Choices } from '../support/seeded.js';
import type { Act } from './act.js';
import { discardOrRestore, signInHere, signOutWithEntry } from './acts/changing-hands.js';
import { pressOn } from './acts/forms.js';
import { expire, haunt, pry } from './acts/meddling.js';
import { followLate, glance, passBy, reload, visit } from './acts/visits.js';
import type { Family } from './family.js';
import type { Tab } from './tab.js';

/** How often a process is ended, for each step of a family. */
const ENDS = 1 / 350;
/** And how many steps after the start one is ended for certain, by the first family. */
const FIRST_END = 30;

/** The next step of a family: one thing, or a few at once. */
export async function step(
  family: Family,
  number: number,
  others: Family[],
  choices: Choices,
): Promise<number> {
  const mustEnd = family === others[0] && number === FIRST_END;
  if (choices.chance(ENDS) || mustEnd) {
    family.endProcess(choices.below(2), 1 + choices.below(6), !mustEnd && choices.chance(0.25));
  }
  const acts = chooseActs(family, others, choices);
  await family.together(acts);
  return acts.length;
}

function chooseActs(family: Family, others: Family[], choices: Choices): Act[] {
  const most = Number(choices.weighted({ '1': 50, '2': 28, '3': 16, '4': 6 }));
  const chosen: Act[] = [];
  const tabs = [...family.tabs];
  while (chosen.length < most && tabs.length > 0) {
    const [tab] = tabs.splice(choices.below(tabs.length), 1);
    if (!tab) break;
    const acts = chooseAct(family, tab, others, choices);
    if (chosen.length === 0) chosen.push(...acts);
    else if (acts.every(({ alone }) => !alone) && chosen.length + acts.length <= 4) chosen.push(...acts);
    if (chosen.some(({ alone }) => alone)) break;
  }
  return chosen;
}

function chooseAct(family: Family, tab: Tab, others: Family[], choices: Choices): Act[] {
  const what = choices.weighted({
    press: 62,
    double: 7,
    back: 8,
    visit: 15,
    reload: 3,
    late: 4,
    glance: 2,
    'pass by': 1.5,
    haunt: 2,
    pry: 2.5,
    expire: 0.4,
    'sign out': 0.5,
    'sign in': 0.8,
    'put aside': 2,
  });
  const acts = attempt();
  return acts.length > 0 ? acts : [visit(family, tab, choices)];

  function attempt(): Act[] {
    const { page, past } = tab;
    switch (what) {
      case 'press':
        return page ? pressOn(family, tab, page, choices, 'once') : [];
      case 'double':
        return page ? pressOn(family, tab, page, choices, 'twice at once') : [];
      case 'back': {
        const older = choices.pick(past.slice(0, -1));
        return older
          ? pressOn(family, tab, older, choices, choices.chance(0.2) ? 'twice at once' : 'once')
          : [];
      }
      case 'reload':
        return only(reload(tab, choices));
      case 'late':
        return only(followLate(family, tab, choices));
      case 'glance':
        return [glance(family, tab, choices)];
      case 'pass by':
        return [passBy(family, tab, choices)];
      case 'haunt':
        return only(haunt(family, tab, choices));
      case 'pry':
        return only(pry(family, tab, others, choices));
      case 'sign out':
        return only(signOutWithEntry(family, tab, choices));
      case 'sign in':
        return [signInHere(family, tab, choices)];
      case 'put aside':
        return only(discardOrRestore(family, tab, choices));
      case 'expire':
        return only(expire(family, tab, choices));
      default:
        return [];
    }
  }
}

function only(act: Act | undefined): Act[] {
  return act ? [act] : [];
}
