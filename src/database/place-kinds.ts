export const PLACE_KINDS = ['fridge', 'freezer', 'pantry', 'other'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];
