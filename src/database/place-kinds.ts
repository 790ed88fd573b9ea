/** The kinds of place. What a kind means stands where the compiler asks for it once there is another. */
export const PLACE_KINDS = ['fridge', 'freezer', 'pantry', 'other'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];
