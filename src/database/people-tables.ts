import type { ColumnType, Generated } from 'kysely';

export type Fixed<T> = ColumnType<T, T, never>;

export type Defaulted<T> = ColumnType<T, T | undefined, T>;

/** How 3 December is written: 3/12 or 12/3. */
export type DateOrder = 'day-month' | 'month-day';

export interface HouseholdsTable {
  id: Generated<number>;
  name: string;
  time_zone: string;
  /** Null: as is usual in the time zone. */
  date_order: Defaulted<DateOrder | null>;
  created_at: Fixed<string>;
  /** Raised by triggers with every change to what its pages show. */
  revision: ColumnType<number, never, never>;
}

export interface UsersTable {
  id: Generated<number>;
  username: string;
  username_key: string;
  password_hash: string;
  first_name: string;
  last_name: string;
  current_household_id: number | null;
  created_at: Fixed<string>;
}

export interface MembershipsTable {
  household_id: Fixed<number>;
  user_id: Fixed<number>;
  role: 'owner' | 'member';
  created_at: Fixed<string>;
}

export interface InvitationsTable {
  id: Generated<number>;
  household_id: Fixed<number>;
  invited_by: Fixed<number | null>;
  token_hash: Fixed<string>;
  uses_left: number;
  expires_at: Fixed<string>;
  created_at: Fixed<string>;
}

/** What a user is told on every page until they have seen it. */
export interface NoticesTable {
  id: Generated<number>;
  user_id: Fixed<number>;
  kind: Fixed<'removed' | 'sign_in_link'>;
  /** What who did it was called then. */
  by_name: Fixed<string>;
  household_name: Fixed<string>;
  created_at: Fixed<string>;
}

export interface SignInLinksTable {
  id: Generated<number>;
  user_id: Fixed<number>;
  household_id: Fixed<number | null>;
  made_by: Fixed<number | null>;
  /** What the owner who made it was called then. */
  made_by_name: Fixed<string>;
  /** 1 when whoever runs this Larder made it, 0 for an owner's. */
  is_by_host: ColumnType<number, number | undefined, never>;
  token_hash: Fixed<string>;
  expires_at: Fixed<string>;
  used_at: Defaulted<string | null>;
  created_at: Fixed<string>;
}
