/** The row that the first value leads to: a page may name a session by the id that it had, which was renewed meanwhile. */
export const ROW = 'coalesce((select led_to from renewed_ids where sid = $1), $1)';
