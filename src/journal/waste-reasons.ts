/** Why food is thrown away, as Larder asks for it. */
export const WASTE_REASONS = [
  'past its date',
  'gone off',
  'too much of it',
  'nobody liked it',
  'something else',
] as const;
export type WasteReason = (typeof WASTE_REASONS)[number];
