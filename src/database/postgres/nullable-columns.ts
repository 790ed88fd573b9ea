/**
 * Columns that may be null, in every table that has one of their name: a test compares them with the tables. By others
 * PostgreSQL orders by its own habit, for which their indexes are made.
 */
export const NULLABLE_COLUMNS: ReadonlySet<string> = new Set([
  ...['added_by', 'best_before', 'bought_on', 'category', 'content', 'current_household_id', 'date_order'],
  ...['estimate_id', 'frozen_from', 'frozen_on', 'happened_on', 'how', 'invited_by', 'last_on', 'level'],
  ...['limit_on', 'made_by', 'once', 'opened_on', 'own_date', 'owner_id', 'place_after', 'place_before'],
  ...['printed_on', 'put_away_in', 'reason', 'removed_at', 'result_address', 'spoils', 'thawed_on'],
  ...['ticked_at', 'ticked_by', 'undoes_action_id', 'used_at', 'words'],
]);
