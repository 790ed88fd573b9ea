import { addDays, type IsoDate } from '../calendar/day.js';
import type { PlaceKind } from '../database/tables.js';
import { isForFreezer } from './fact-changes.js';
import type { EatBy, Facts } from './facts.js';
import { afterPause, pauseOf, printedAfterPause } from './pause.js';
import { findIn, type Keeping, type ShelfLife, shelfLife, usualPlace } from './shelf-life/estimate.js';
import {
  isSoldFrozen,
  spoilClass,
  spoilClassOnceOpen,
  spoilClassOnceThawed,
} from './shelf-life/spoil-class.js';
import { nameInTin } from './shelf-life/tins.js';

/** Days in the fridge for raw food without a figure. Source: FSIS, "The Big Thaw". */
const THAWED = { days: 1, most: 2 };

/** One end of an item's time: the pack's date, or an estimate. */
type End = Omit<EatBy, 'day' | 'last' | 'spoils'> & { day: IsoDate; last: IsoDate };

/**
 * The day by which to eat an item. It follows from the facts alone: in whatever order they came about, it is the same.
 *
 * - A date on the pack holds while the pack is closed; an estimate counts from the day on which the food was bought.
 * - Opening and thawing start an estimate of their own from their day, and the earliest of all holds: nothing that is
 *   done to food makes its date later.
 * - Freezing stops the clock and does not turn it back: what was past its day then stays past it, and what is thawed goes
 *   on where it was. Food that is sold frozen keeps the date on its pack, and so does what a freezer does not change.
 * - Past a use-by date, and open or thawed beyond the larger figure where spoiling does not show, food is thrown away.
 *
 * @see Food Standards Agency (UK), "The effects of consumer freezing of food on its use-by date", and the FSIS pages "The
 * Big Thaw" and "Freezing and Food Safety"
 */
export function eatBy(given: Facts): EatBy {
  const facts = { ...given, name: nameAsKept(given) };
  return facts.placeKind === 'freezer' ? inFreezer(facts) : outOfFreezer(facts);
}

/** The name to look up in the shelf-life table. */
export function nameAsKept({
  name,
  unit,
  placeKind,
  openedOn,
}: Pick<Facts, 'name' | 'unit' | 'placeKind' | 'openedOn'>): string {
  return nameInTin(name, unit, { placeKind, isOpen: openedOn !== null });
}

function outOfFreezer(given: Facts): EatBy {
  const facts = asMeant(given);
  const { name, placeKind, openedOn, ownDate } = facts;
  const classNow = openedOn ? spoilClassOnceOpen : facts.thawedOn ? spoilClassOnceThawed : spoilClass;
  const spoils = classNow(name, placeKind) ?? null;
  const printed = printedEnd(facts);
  const begun = [openedEnd(facts, spoils), thawedEnd(facts, spoils)];
  const guessed = ownDate === null ? [printed ? undefined : closedEnd(facts), ...begun] : [ownEnd(ownDate)];
  const safe = earliest(begun.map((end) => end?.limit));
  const limit = earliest([printed?.limit, safe && latest(safe, ownDate)]);
  // After a pause the day is not the one on the pack: on a tie, the estimate is told.
  const ends = pauseOf(facts) ? [...guessed, printed] : [printed, ...guessed];
  return { ...soonest(ends), limit, spoils };
}

/** What was frozen was not in a tin. */
function asMeant(facts: Facts): Facts {
  const { name, placeKind, thawedOn } = facts;
  if (thawedOn === null) return facts;
  const isAnother = findIn(name, placeKind)?.food.id !== findIn(name, 'fridge')?.food.id;
  return isAnother ? { ...facts, placeKind: 'fridge' } : facts;
}

function inFreezer(facts: Facts): EatBy {
  const { name, printedOn, frozenOn, ownDate, boughtOn } = facts;
  if (frozenOn !== null) {
    const before = outOfFreezer(asItWasFrozen(facts, frozenOn));
    if (wasPast(before, facts, frozenOn)) return { ...before, spoils: hiddenOrFrozen(before.spoils) };
  }
  const isOwn = frozenOn === null || isSoldFrozen(name) || spoilClass(name, 'freezer') === 'keeps';
  const estimate = endOf(shelfLife(name, { placeKind: 'freezer' }), frozenOn ?? boughtOn);
  const printed =
    printedOn === null ? undefined : { day: printedOn, last: printedOn, limit: null, estimateId: null };
  const guess = ownDate === null ? (estimate ?? dryEnd(facts)) : ownEnd(ownDate);
  if (isOwn) return { ...soonest([printed ?? guess]), limit: null, spoils: 'frozen' };
  // A date meant for the freezer holds there; a fresh pack's date stops.
  const isHidden = spoilClass(name, 'fridge') === 'does not show';
  const holds = printed && isHidden && facts.dateKind !== 'use_by' && isForFreezer(printed.day, frozenOn);
  const ends = holds ? [guess, printed] : [guess ?? printed];
  return { ...soonest(ends), limit: null, spoils: 'frozen' };
}

/** Freezing past the day makes nothing safe where spoiling does not show, nor unknown food. */
function hiddenOrFrozen(spoils: EatBy['spoils']): EatBy['spoils'] {
  return spoils === null || spoils === 'does not show' ? spoils : 'frozen';
}

/** What keeps on a shelf keeps in a freezer. */
function dryEnd(facts: Facts): End | undefined {
  const placeKind = placeBefore(facts);
  return spoilClass(facts.name, placeKind) === 'keeps' ? closedEnd({ ...facts, placeKind }) : undefined;
}

function asItWasFrozen(facts: Facts, frozenOn: IsoDate): Facts {
  const until = (day: IsoDate | null) => (day !== null && day <= frozenOn ? day : null);
  return {
    ...facts,
    placeKind: placeBefore(facts),
    openedOn: until(facts.openedOn),
    thawedOn: until(facts.thawedOn),
    frozenOn: null,
  };
}

function placeBefore({ name, frozenFrom }: Facts): PlaceKind {
  const usual = usualPlace(name);
  return frozenFrom ?? (usual === undefined || usual === 'freezer' ? 'fridge' : usual);
}

/** Past its day when it was frozen; of an estimate, past the larger figure. */
function wasPast({ day, last, limit }: EatBy, { printedOn }: Facts, frozenOn: IsoDate): boolean {
  if (limit !== null && limit < frozenOn) return true;
  if (printedOn !== null && day === printedOn) return day < frozenOn;
  return last !== null && last < frozenOn;
}

/** The date on the pack; fresh food keeps as much longer as its two figures differ. */
function printedEnd(facts: Facts): End | undefined {
  const { name, placeKind, dateKind, printedOn } = facts;
  if (printedOn === null) return undefined;
  const day = printedAfterPause(printedOn, dateKind, pauseOf(facts));
  if (dateKind === 'use_by') return { day, last: day, limit: day, estimateId: null };
  const life = spoilClass(name, placeKind) === 'keeps' ? undefined : shelfLife(name, { placeKind });
  return { day, last: addDays(day, life ? life.most - life.days : 0), limit: null, estimateId: null };
}

/** The closed pack, from the day it was bought. */
function closedEnd(facts: Facts): End | undefined {
  const { name, placeKind, boughtOn } = facts;
  return paused(facts, endOf(shelfLife(name, { placeKind }), boughtOn));
}

function openedEnd(facts: Facts, spoils: EatBy['spoils']): End | undefined {
  const { name, openedOn } = facts;
  if (openedOn === null) return undefined;
  const life = lifeOnceBegun(name, { placeKind: facts.placeKind, opened: true });
  const end = endOf(life ?? closedAtMost(facts), openedOn);
  const pause = pauseOf(facts);
  const counted = pause && openedOn <= pause.from ? paused(facts, end) : end;
  return life ? limited(counted, spoils) : counted;
}

/** An open pack without a figure keeps no longer than a closed one, where spoiling does not show. */
function closedAtMost({ name, placeKind }: Facts): ShelfLife | undefined {
  return spoilClass(name, placeKind) === 'does not show' ? lifeOnceBegun(name, { placeKind }) : undefined;
}

/** From the day it was thawed; freezing does nothing to dry food. */
function thawedEnd(facts: Facts, spoils: EatBy['spoils']): End | undefined {
  const { name, placeKind, thawedOn } = facts;
  if (thawedOn === null || spoils === 'keeps') return undefined;
  const isOutOfTin = spoilClass(name, placeKind) === 'keeps';
  const life = lifeOnceBegun(name, { placeKind, ...(isOutOfTin ? { opened: true } : { thawed: true }) });
  const least = spoils === 'does not show' ? shelfLife(name, { placeKind: 'freezer' }) : undefined;
  return limited(endOf(life ?? (least && { ...least, ...THAWED }), thawedOn), spoils);
}

/** Opened or thawed food without a figure for its place keeps no longer than in the fridge. */
function lifeOnceBegun(name: string, keeping: Keeping): ShelfLife | undefined {
  return shelfLife(name, keeping) ?? shelfLife(name, { ...keeping, placeKind: 'fridge' });
}

function endOf(life: ShelfLife | undefined, from: IsoDate): End | undefined {
  if (!life) return undefined;
  const [day, last] = [addDays(from, life.days), addDays(from, life.most)];
  return { day, last, limit: null, estimateId: life.source.id };
}

function paused(facts: Facts, end: End | undefined): End | undefined {
  const pause = pauseOf(facts);
  return end && { ...end, day: afterPause(end.day, pause), last: afterPause(end.last, pause) };
}

function limited(end: End | undefined, spoils: EatBy['spoils']): End | undefined {
  return end && spoils === 'does not show' ? { ...end, limit: end.last } : end;
}

function ownEnd(ownDate: IsoDate | 'none'): End | undefined {
  return ownDate === 'none' ? undefined : { day: ownDate, last: ownDate, limit: null, estimateId: null };
}

/** A household's guess may be later than what is safe only on purpose. */
function latest(safe: IsoDate, ownDate: Facts['ownDate']): IsoDate {
  return ownDate !== null && ownDate !== 'none' && ownDate > safe ? ownDate : safe;
}

function soonest(all: (End | undefined)[]): Pick<EatBy, 'day' | 'last' | 'estimateId'> {
  const ends = all.filter((end) => end !== undefined);
  const [first, ...others] = ends;
  if (!first) return { day: null, last: null, estimateId: null };
  const end = others.reduce((one, other) => (other.day < one.day ? other : one), first);
  const last = earliest(ends.map((one) => one.last)) ?? end.last;
  return { day: end.day, last: last < end.day ? end.day : last, estimateId: end.estimateId };
}

function earliest(days: (IsoDate | null | undefined)[]): IsoDate | null {
  return days.filter((day) => day !== null && day !== undefined).sort()[0] ?? null;
}
