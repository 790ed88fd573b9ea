import { allName, at, FRIDGE, kitchen, milli, readAs, until } from '../reading.js';

const opened = (openedOn: string) => ({ openedOn });
const bought = (boughtOn: string) => ({ boughtOn });
const frozen = (frozenOn: string) => ({ frozenOn });

readAs('What was done on a day, at the end of a line', [
  ['milk opened yesterday', 'milk', opened('2026-11-21')],
  ['milk opened today', 'milk', opened('2026-11-22')],
  ['milk opened just now', 'milk', opened('2026-11-22')],
  ['milk opened this morning', 'milk', opened('2026-11-22')],
  ['milk opened last night', 'milk', opened('2026-11-21')],
  ['milk opened mon', 'milk', opened('2026-11-16')],
  ['milk opened sun', 'milk', opened('2026-11-15')],
  ['milk opened last fri', 'milk', opened('2026-11-20')],
  ['milk opened on fri', 'milk', opened('2026-11-20')],
  ['milk opened fri 20 nov', 'milk', opened('2026-11-20')],
  ['milk opened the day before yesterday', 'milk', opened('2026-11-20')],
  ['milk opened 2 days ago', 'milk', opened('2026-11-20')],
  ['milk opened two weeks ago', 'milk', opened('2026-11-08')],
  ['milk opened a week ago', 'milk', opened('2026-11-15')],
  ['milk opened 3d ago', 'milk', opened('2026-11-19')],
  ['milk opened a month ago', 'milk', opened('2026-10-22')],
  ['mince frozen 3 nov', 'mince', frozen('2026-11-03')],
  ['mince frozen 3/11', 'mince', frozen('2026-11-03')],
  ['mince frozen 3 dec', 'mince', frozen('2025-12-03')],
  ['mince frozen on 2026-11-03', 'mince', frozen('2026-11-03')],
  ['mince frozen 03.11.26', 'mince', frozen('2026-11-03')],
  ['bread bought fri', 'bread', bought('2026-11-20')],
  ['bread (bought fri)', 'bread', bought('2026-11-20')],
  ['bread - bought fri', 'bread', bought('2026-11-20')],
  ['Milch geöffnet gestern', 'Milch', opened('2026-11-21')],
  ['Milch geöffnet vor 2 Tagen', 'Milch', opened('2026-11-20')],
  ['lait ouvert il y a 2 jours', 'lait', opened('2026-11-20')],
  ['leche abierta ayer', 'leche', opened('2026-11-21')],
]);

readAs('in any order with the rest', [
  ['sauce opened 2 days ago fridge', 'sauce', { ...opened('2026-11-20'), ...at(FRIDGE) }],
  ['sauce fridge opened 2 days ago', 'sauce', { ...opened('2026-11-20'), ...at(FRIDGE) }],
  ['milk opened yesterday fri', 'milk', { ...opened('2026-11-21'), ...until('2026-11-27') }],
  ['milk opened mon fri', 'milk', { ...opened('2026-11-16'), ...until('2026-11-27') }],
  ['milk opened 3 nov 5 dec', 'milk', { ...opened('2026-11-03'), ...until('2026-12-05') }],
  ['milk exp 5 dec opened 3 nov', 'milk', { ...opened('2026-11-03'), ...until('2026-12-05') }],
  ['milk fri opened mon', 'milk', { ...opened('2026-11-16'), ...until('2026-11-27') }],
  ['milk bought mon opened yesterday', 'milk', { ...opened('2026-11-21'), ...bought('2026-11-16') }],
  ['2 milk opened yesterday', 'milk', { ...milli(2000), ...opened('2026-11-21') }],
  ['milk 2 l opened yesterday', 'milk', { ...milli(2000, 'l'), ...opened('2026-11-21') }],
  ['milk opened yesterday 2 l', 'milk', { ...milli(2000, 'l'), ...opened('2026-11-21') }],
  [
    'mince 500 g bought fri frozen today',
    'mince',
    { ...milli(500_000, 'g'), ...bought('2026-11-20'), ...frozen('2026-11-22') },
  ],
]);

allName('What was done on no day, or on one to come, stays', [
  ...[
    'milk opened',
    'peas frozen',
    'bread bought',
    'opened yesterday',
    'milk opened tomorrow',
    'milk opened 31 feb',
  ],
  ...[
    'peas frozen 3 dec 2027',
    'milk opened in 2 days',
    'milk opened 2 days',
    'milk opened next fri',
    'milk opened dec',
  ],
  ...['milk opened 3 nov 2027', 'soup made sunday', 'soup cooked 20/11'],
]);

readAs(
  'On the first of January',
  [
    ['milk opened 31 dec', 'milk', opened('2026-12-31')],
    ['milk opened yesterday', 'milk', opened('2026-12-31')],
    ['milk opened 1 jan', 'milk', opened('2027-01-01')],
    ['milk opened 2 jan', 'milk', opened('2026-01-02')],
    ['milk opened 12/31', 'milk', opened('2026-12-31')],
  ],
  { ...kitchen, today: '2027-01-01', dateOrder: 'month-day' },
);
