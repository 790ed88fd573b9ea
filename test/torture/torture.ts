import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Choices } from '../support/seeded.js';
import { Family } from './family.js';
import { type Front, Larders } from './larders.js';
import { Messages } from './messages.js';
import { moveIn } from './move-in.js';
import { BrokenPromise, Tally } from './promises.js';
import { Files } from './seen.js';
import { step } from './steps.js';

export interface Options {
  seed: number;
  /** It ends after so many actions, or so many seconds. */
  actions: number;
  seconds: number;
  families: number;
  /** What stands in front of each process, to break promises on purpose. */
  front?: Front;
}

export interface Report {
  tally: Tally;
  kills: number;
  restarts: number;
  seconds: number;
  /** The longest that this process did nothing: answers that came meanwhile were not seen to come. */
  stoodStill: number;
  broken: BrokenPromise | undefined;
}

/** Drives families of people against two processes on the same files, and checks that what is promised holds. */
export async function torture(options: Options): Promise<Report> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'larder-torture-'));
  // A server that is being killed may still add a file.
  const forget = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  process.once('exit', forget);
  const tally = new Tally();
  const larders = new Larders(dataDir);
  const started = performance.now();
  const loop = monitorEventLoopDelay();
  loop.enable();
  let files: Files | undefined;
  let broken: BrokenPromise | undefined;
  try {
    await larders.start(2, options.front);
    files = new Files(dataDir);
    await drive(options, larders, files, tally);
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    broken = error;
  } finally {
    // Always done, whatever was broken before.
    const atTheEnd = [await stopped(larders), soundFiles(files, tally)];
    broken ??= atTheEnd[0] ?? atTheEnd[1];
    files?.close();
    process.off('exit', forget);
    forget();
  }
  const { kills, restarts } = larders;
  const seconds = (performance.now() - started) / 1000;
  loop.disable();
  return { tally, kills, restarts, seconds, stoodStill: loop.max / 1e9, broken };
}

async function drive(options: Options, larders: Larders, files: Files, tally: Tally): Promise<void> {
  const messages = new Messages(tally);
  const name = (n: number) => `${options.seed.toString(36)}f${n}`;
  const families = Array.from(
    { length: options.families },
    (_, n) => new Family(name(n), files, larders, messages, tally),
  );
  // One after another: hashing all the passwords at once would keep a small machine from answering.
  for (const [n, family] of families.entries()) await moveIn(family, 2 + (n % 2));
  const end = performance.now() + options.seconds * 1000;
  let stop = false;
  let first: unknown;
  const live = async (family: Family, n: number) => {
    for (let number = 1; !stop && performance.now() < end && tally.actionCount < options.actions; number += 1)
      await step(family, number, families, new Choices(options.seed, n, number));
  };
  const lives = families.map((family, n) =>
    live(family, n).catch((error) => {
      // What comes after it may be its consequence.
      first ??= error;
      stop = true;
    }),
  );
  await Promise.all(lives);
  if (first) throw first;
  countSessions(families, files, tally);
}

/** Every session in the file is somebody's; those of nobody whose answer was lost are not looked for. */
function countSessions(families: Family[], files: Files, tally: Tally): void {
  const known = new Set(families.flatMap((family) => Object.keys(family.state.sessions)));
  const strangers = files.sessionKeys().filter((key) => !known.has(key));
  const lost = tally.statuses['none: its process was ended'] ?? 0;
  tally.check(
    'sessions',
    strangers.length <= lost,
    () => `${strangers.length} sessions in the file are nobody’s`,
  );
}

/** A fault that was logged is one, even where the answer did not say so. */
async function stopped(larders: Larders): Promise<BrokenPromise | undefined> {
  try {
    await larders.stop();
    return undefined;
  } catch (error) {
    return new BrokenPromise('faults', String(error));
  }
}

function soundFiles(files: Files | undefined, tally: Tally): BrokenPromise | undefined {
  const faults = files?.faults() ?? [];
  try {
    tally.check('files', faults.length === 0, () => faults.join('\n'));
    return undefined;
  } catch (error) {
    return error as BrokenPromise;
  }
}
