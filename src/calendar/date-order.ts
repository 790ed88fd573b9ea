import type { DateOrder } from '../database/tables.js';

/**
 * Where 12/3 is 3 December, by time zone.
 * Source: the pattern "Md" of the territory's main language, Unicode CLDR 48 (Canada: Canadian English); IANA,
 * zone.tab.
 */
const MONTH_FIRST: Record<string, string> = {
  America:
    'Adak Anchorage Boise Chicago Denver Detroit Indiana Indianapolis Juneau Kentucky Los_Angeles Louisville ' +
    'Menominee Metlakatla New_York Nome North_Dakota Panama Phoenix Puerto_Rico Sitka St_Thomas Yakutat ' +
    'Atikokan Blanc-Sablon Cambridge_Bay Coral_Harbour Creston Dawson Dawson_Creek Edmonton Fort_Nelson Glace_Bay ' +
    'Goose_Bay Halifax Inuvik Iqaluit Moncton Montreal Nipigon Pangnirtung Rainy_River Rankin_Inlet Regina Resolute ' +
    'St_Johns Swift_Current Thunder_Bay Toronto Vancouver Whitehorse Winnipeg Yellowknife',
  Asia: 'Choibalsan Hovd Manila Pyongyang Seoul Shanghai Taipei Tokyo Ulaanbaatar Urumqi',
  Europe: 'Budapest Vilnius',
  Pacific:
    'Chuuk Guam Honolulu Kosrae Kwajalein Majuro Midway Pago_Pago Palau Pohnpei Ponape Saipan Truk Wake',
};
const places = new Set(
  Object.entries(MONTH_FIRST).flatMap(([region, names]) =>
    names.split(' ').map((name) => `${region}/${name}`),
  ),
);

const orders = new Map<string, DateOrder>();

/** How dates are usually written where a time zone is. @param timeZone an IANA name, or one of its old names */
export function usualDateOrder(timeZone: string): DateOrder {
  // Asked at each request; making a formatter is slower than a query.
  const order = orders.get(timeZone) ?? orderAt(timeZone);
  orders.set(timeZone, order);
  return order;
}

function orderAt(timeZone: string): DateOrder {
  const known = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  // America/Indiana/Knox counts as America/Indiana.
  const [place] = /^[^/]+\/[^/]+/.exec(known) ?? [];
  return place !== undefined && places.has(place) ? 'month-day' : 'day-month';
}
