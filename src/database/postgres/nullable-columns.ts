/** Columns that may be null in some table; a test compares them with the tables. */
export const NULLABLE_COLUMNS: ReadonlySet<string> = new Set([
  ...['action_id', 'added_by', 'after', 'before', 'best_before', 'bought_on', 'category', 'content'],
  ...[
    'current_household_id',
    'date_order',
    'estimate_id',
    'food_id',
    'frozen_from',
    'frozen_on',
    'happened_on',
  ],
  ...['household_id', 'how', 'invited_by', 'last_on', 'level', 'limit_on', 'made_by', 'once', 'once_key'],
  ...['opened_on', 'own_date', 'owner_id', 'place_after', 'place_before', 'printed_on', 'put_away_in'],
  ...[
    'quantity_milli',
    'reason',
    'removed_at',
    'result_address',
    'spoils',
    'thawed_on',
    'ticked_at',
    'ticked_by',
  ],
  ...['undoes_action_id', 'used_at', 'user_id', 'words'],
]);
