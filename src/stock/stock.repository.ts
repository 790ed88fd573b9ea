import type { Database } from '../database/database.js';

/** How much would go with a household. */
export async function countStock(
  db: Database,
  householdId: number,
): Promise<{ placeCount: number; itemCount: number }> {
  const counts = await db
    .selectNoFrom((e) => [
      e
        .selectFrom('places')
        .select((count) => count.fn.countAll<number>().as('count'))
        .where('household_id', '=', householdId)
        .as('places'),
      e
        .selectFrom('items')
        .select((count) => count.fn.countAll<number>().as('count'))
        .where('household_id', '=', householdId)
        .as('items'),
    ])
    .executeTakeFirstOrThrow();
  return { placeCount: Number(counts.places), itemCount: Number(counts.items) };
}
