import type { Vocabulary } from './vocabulary.js';

export const german: Vocabulary = {
  calendar: {
    months:
      'jan/januar/jänner feb/februar/feber mär/mrz/märz/maerz apr/april mai jun/juni jul/juli aug/august ' +
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
    monthParts: { beginning: 'anfang', middle: 'mitte', late: '', end: 'ende' },
    ahead: 'in',
    ago: { before: ['vor'] },
    facts: { opened: 'geöffnet offen', bought: 'gekauft', frozen: 'eingefroren' },
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
        'becher tüte/tüten tuete/tueten schachtel/schachteln bund karton/kartons kiste/kisten ' +
        'netz/netze schale/schalen kopf/köpfe laib/laibe riegel tafel/tafeln tube/tuben ' +
        'würfel',
      hurried: true,
    },
    // Half a kilogram each, and kept as they are said.
    { words: 'pfund/pfd' },
    { words: 'stück/stücke stueck stk scheibe/scheiben zehe/zehen', hurried: true, part: true },
  ],
  lists: {
    totals:
      'summe, gesamt, gesamtbetrag, gesamtsumme, endsumme, endbetrag, betrag, zu zahlen, total, rechnungsbetrag, zahlbetrag, zusammen',
    subtotals: 'zwischensumme, subtotal, zw summe',
    sums: `summe gesamt gesamtbetrag gesamtsumme endbetrag betrag zahlen bezahlen bezahlt bar gegeben rückgeld wechselgeld karte
    ec-karte ec-cash geg girocard kartenzahlung kreditkarte mastercard visa maestro mwst ust steuer netto brutto zwischensumme posten
    punkte payback bon-nr beleg-nr belegnr beleg kasse bediener kassierer uid steuernummer ust-id telefon tel datum uhrzeit
    kundenbeleg terminal terminal-id trace-nr rabatt ersparnis gespart kontaktlos zahlung bonnr filiale kassenbon rückgabe`,
    besides:
      'zu in bar ec nr anzahl artikel total id st markt bon ta ihr sie haben mit von den zurück waren pos vu eur satz',
    charges: `leergut, tragetasche, papiertragetasche, papiertüte, plastiktüte, einkaufstasche, einkaufstüte, permanenttragetasche, rabatt, coupon, gutschein,
    preisvorteil, aktionsrabatt, mengenrabatt, sofortrabatt, lieferung, liefergebühr, rundung, treuepunkte, mitarbeiterrabatt, geschenkkarte`,
    deposits:
      'pfand einwegpfand mehrwegpfand flaschenpfand pfandrückgabe leergut rabatt coupon gutschein preisnachlass',
    chatter: `vielen dank, danke für, danke, auf wiedersehen, besuchen sie, ihr einkauf, es bediente sie, öffnungszeiten, umtausch,
    gesendet von, von meinem iphone gesendet, wir danken, tse`,
    titles:
      'einkaufsliste, einkaufszettel, einkauf, einkaufen, einkäufe, besorgen, zu kaufen, brauchen wir, liste, vorräte',
    asking:
      'bitte kaufen, kannst du, bring, bring bitte, bitte mitbringen, kauf, kauf bitte, kaufe, wir brauchen, brauchen, brauche, nicht vergessen, wir brauchen noch',
    'meant for': 'für',
    sections: `milchprodukte, molkerei, molkereiprodukte, obst, gemüse, obst und gemüse, obst & gemüse, backwaren, brot und backwaren, bäckerei, fleisch, fleisch und fisch,
    fleisch und wurst, wurst, fisch, tiefkühl, tiefkühlkost, tiefgekühlt, tk, kühlregal, getränke, snacks, süßigkeiten, süßes, haushalt, drogerie, konserven, gewürze, sonstiges,
    frühstück, backen, backzutaten, putzmittel, hygiene, tierfutter, baby`,
    pieces: 'stk st stck stück',
    counted: 'menge anzahl',
    measured: 'gewicht netto handeingabe je e-bon tara',
    describing: `frisch frische frischer gehackt gehackte gehackter geschnitten gerieben getrocknet getrocknete gemahlen geräuchert ganz ganze groß große großes klein kleine
    rot rote rotes roter grün grüne weiß weiße schwarz schwarze gelb gelbe braun braune tiefgekühlt mager fettarm vollkorn ungesüßt gesalzen ungesalzen
    reif reife mild scharf süß geschält stückig passiert bio lose vegan laktosefrei glutenfrei mehlig festkochend mehligkochend`,
    describingEnds: 'hackt trocknet räuchert schnitten',
    and: 'und u',
    together: 'salz und pfeffer, essig und öl, himmel und erde, fish und chips',
    columns: 'artikel menge preis anzahl einheit bezeichnung lebensmittel produkt name betrag mhd ort datum',
  },
  places: {
    fridge: 'kühlschrank',
    freezer: 'gefrierschrank tiefkühler gefriertruhe gefrierfach tiefkühltruhe',
    pantry: 'vorratskammer vorratsschrank speisekammer vorrat',
  },
  of: 'von',
  vague: ['etwas', 'ein paar', 'ein bisschen', 'ein wenig', 'noch', 'einige'],
  packEnding: 'er',
  each: 'jeweils',
  // “To do”, “so”, “fr” and the like; the liquor 43 is not elf, nor is a bar money.
  ambiguous: 'so mo di mi do fr sa mai elf bar dose tube haltbar',
};
