const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * Where several things are: " in Fridge", or ": 2 in Fridge and 1 in Pantry".
 * @param places of each thing, by name
 */
export function whereText(places: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  if (counts.size === 0) return '';
  if (counts.size === 1) return ` in ${places[0]}`;
  return `: ${and.format([...counts].map(([place, count]) => `${count} in ${place}`))}`;
}
