import { PROMISES, type PromiseName } from './promises.js';
import type { Report } from './torture.js';

/** A report as it is printed: what was done, what was promised, and the first promise that did not hold. */
export function printed(
  { tally, kills, restarts, seconds, stoodStill, broken }: Report,
  seed: number,
): string {
  const checked = Object.entries(tally.checked).map(
    ([name, count]) => [PROMISES[name as PromiseName], count] as const,
  );
  return [
    `\nActions by kind, in ${seconds.toFixed(0)} seconds`,
    ...table(Object.entries(tally.actions)),
    `\nProcesses killed and started again: ${kills}; stopped and started again: ${restarts}`,
    `The slowest answer took ${(tally.slowest / 1000).toFixed(1)} seconds; the longest that this process stood still: ${stoodStill.toFixed(1)}`,
    '\nAnswers by status',
    ...table(Object.entries(tally.statuses)),
    '\nPromises checked',
    ...table(checked),
    ...(broken ? story(broken, seed) : ['\n0 broken promises']),
    `\n${tally.actionCount} actions, ${tally.checkCount} promises checked, ${broken ? 1 : 0} broken`,
  ].join('\n');
}

function table(rows: (readonly [string, number])[]): string[] {
  return rows
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${String(count).padStart(8)}  ${name}`);
}

function story({ message, story }: NonNullable<Report['broken']>, seed: number): string[] {
  return [
    `\nThe first broken promise, with the seed ${seed}`,
    message,
    '\nWhat led to it',
    ...story.map((line) => `  ${line}`),
  ];
}
