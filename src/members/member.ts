import { dayIn, type IsoDate } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import type { DateOrder } from '../database/tables.js';

export interface User {
  id: number;
  username: string;
  firstName: string;
  lastName: string;
}

export interface Household {
  id: number;
  name: string;
  timeZone: string;
  /** How its people write a date in numbers. */
  dateOrder: DateOrder;
}

/** Who asks, and for which household. */
export interface Member {
  user: User;
  household: Household;
}

/** What to call someone: the first name, or the username. */
export function calledName(user: Pick<User, 'firstName' | 'username'>): string {
  return user.firstName || user.username;
}

/** The day that it is for the household of who asks. */
export function todayOf(member: Member, clock: Clock): IsoDate {
  return dayIn(member.household.timeZone, clock.now());
}
