import type { Vocabulary } from './vocabulary.js';

export const german: Vocabulary = {
  calendar: {
    months:
      'jan/jän/januar/jänner feb/februar/feber mär/mrz/märz/maerz apr/april mai jun/juni jul/juli aug/august ' +
      'sep/sept/september okt/oktober nov/november dez/dezember',
    weekdays: 'so/sonntag mo/montag di/dienstag mi/mittwoch do/donnerstag fr/freitag sa/samstag/sonnabend',
    relative: {
      dayBeforeYesterday: ['vorgestern'],
      yesterday: ['gestern'],
      today: ['heute'],
      tomorrow: ['morgen'],
      dayAfterTomorrow: ['übermorgen', 'uebermorgen'],
    },
    spans: {
      day: 'tag tage tagen',
      week: 'woche wochen',
      month: 'monat monate monaten',
      year: 'jahr jahre jahren',
    },
    bestBefore: [
      ...['mhd', 'mindestens haltbar bis', 'mind. haltbar bis', 'haltbar bis', 'haltbar', 'gut bis'],
    ],
    useBy: ['zu verbrauchen bis', 'verbrauchen bis', 'spätestens verbrauchen bis', 'verbrauch bis'],
    until: 'bis',
    end: 'ende',
    ahead: 'in',
  },
  numbers: 'ein/eine/einen/eins zwei drei vier fünf/fuenf sechs sieben acht neun zehn elf zwölf/zwoelf',
  dozen: 'dutzend dtzd',
  half: 'halb halbe halber halbes halben',
  measures: {
    g: 'g gramm',
    kg: 'kg kilo kilos kilogramm',
    ml: 'ml milliliter',
    cl: 'cl zentiliter',
    dl: 'dl deziliter',
    l: 'l liter',
  },
  containers: [
    {
      words:
        'dose/dosen glas/gläser flasche/flaschen beutel packung/packungen pck päckchen/paeckchen paket/pakete ' +
        'becher tüte/tüten tuete/tueten schachtel/schachteln stück/stücke stueck stk bund karton/kartons kiste/kisten ' +
        'scheibe/scheiben netz/netze schale/schalen kopf/köpfe laib/laibe riegel tafel/tafeln zehe/zehen tube/tuben ' +
        'würfel',
      hurried: true,
    },
  ],
  receipt: {
    totals: [
      'summe',
      'zwischensumme',
      'gesamt',
      'gesamtbetrag',
      'gesamtsumme',
      'zu zahlen',
      'betrag',
      'endbetrag',
    ],
    payments: [
      ...['bar', 'rückgeld', 'rueckgeld', 'gegeben', 'zurück', 'ec-karte', 'ec karte', 'ec-cash', 'girocard'],
      ...['kartenzahlung', 'kreditkarte', 'karte'],
    ],
    taxes: ['mwst', 'mwst.', 'ust', 'ust.', 'umsatzsteuer', 'mehrwertsteuer', 'steuer', 'netto', 'brutto'],
    discounts: ['rabatt', 'nachlass', 'sie sparen', 'ersparnis', 'coupon', 'payback'],
    numbered: 'telefon ust-id steuernr bon beleg kasse filiale markt',
    chatter: ['vielen dank', 'danke'],
    headings: ['einkaufsliste', 'einkaufszettel', 'einkauf'],
    countedIn: 'st',
  },
  places: {
    fridge: 'kühlschrank',
    freezer: 'gefrierschrank tiefkühler gefriertruhe gefrierfach tiefkühltruhe',
    pantry: 'vorratskammer vorratsschrank speisekammer vorrat',
  },
  of: 'von',
  // “To do”, “so”, “fr” and the like; the liquor 43 is not elf, nor is a bar money.
  ambiguous: 'so mo di mi do fr sa mai elf bar dose tube haltbar',
};
