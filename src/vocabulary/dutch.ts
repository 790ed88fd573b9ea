import type { Vocabulary } from './vocabulary.js';

export const dutch: Vocabulary = {
  calendar: {
    months:
      'jan/januari feb/februari mrt/maart apr/april mei jun/juni jul/juli aug/augustus sep/sept/september ' +
      'okt/oktober nov/november dec/december',
    weekdays: 'zo/zondag ma/maandag di/dinsdag wo/woensdag do/donderdag vr/vrijdag za/zaterdag',
    relative: {
      dayBeforeYesterday: ['eergisteren'],
      yesterday: ['gisteren'],
      today: ['vandaag'],
      tomorrow: ['morgen'],
      dayAfterTomorrow: ['overmorgen'],
    },
    spans: { day: 'dag dagen', week: 'week weken', month: 'maand maanden', year: 'jaar jaren' },
    bestBefore: [...['ten minste houdbaar tot', 'tenminste houdbaar tot', 'houdbaar tot', 'tht', 't.h.t.']],
    useBy: ['te gebruiken tot', 'te gebruiken tot en met', 'gebruiken tot', 'tgt', 't.g.t.'],
    until: 'tot t/m',
    end: 'eind einde',
    ahead: 'over',
  },
  numbers: 'een/één twee drie vier vijf zes zeven acht negen tien elf twaalf',
  dozen: 'dozijn',
  half: 'halve half',
  measures: {
    g: 'g gram',
    kg: 'kg kilo kilogram',
    ml: 'ml milliliter',
    cl: 'cl centiliter',
    dl: 'dl deciliter',
    l: 'l liter',
  },
  containers: [
    {
      words:
        'blik/blikken blikje/blikjes fles/flessen pak/pakken pakje/pakjes zak/zakken zakje/zakjes doos/dozen doosje/doosjes ' +
        'pot/potten potje/potjes bakje/bakjes stuk/stuks bos/bossen krop/kroppen plak/plakken reep/repen netje/netjes ' +
        'krat/kratten beker/bekers tube/tubes teen/tenen sneetje/sneetjes',
      hurried: true,
    },
  ],
  receipt: {
    totals: ['totaal', 'subtotaal', 'te betalen', 'bedrag', 'totaalbedrag'],
    payments: ['contant', 'wisselgeld', 'pin', 'pinnen', 'bankpas', 'betaald', 'maestro', 'kaart'],
    taxes: ['btw', 'btw.'],
    discounts: ['korting', 'bonus', 'uw voordeel', 'voordeel', 'statiegeld'],
    numbered: 'telefoon kvk kassa bon filiaal',
    chatter: ['bedankt', 'dank u'],
    headings: ['boodschappen', 'boodschappenlijst', 'boodschappenlijstje'],
  },
  places: { fridge: 'koelkast', freezer: 'vriezer diepvries', pantry: 'voorraadkast' },
  of: 'van',
  ambiguous: 'mei zo ma di wo do za elf pin bonus teen',
};
