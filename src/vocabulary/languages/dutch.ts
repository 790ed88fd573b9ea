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
    monthParts: { beginning: 'begin', middle: 'half medio', late: '', end: 'eind einde' },
    ahead: 'over',
    ago: { after: 'geleden' },
    facts: { opened: 'geopend', bought: 'gekocht', frozen: 'ingevroren' },
  },
  numbers: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
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
        'pot/potten potje/potjes bakje/bakjes bos/bossen krop/kroppen reep/repen netje/netjes ' +
        'krat/kratten beker/bekers tube/tubes',
      hurried: true,
    },
    { words: 'pond' },
    { words: 'stuk/stuks plak/plakken teen/tenen sneetje/sneetjes', hurried: true, part: true },
  ],
  lists: {
    totals: 'totaal, te betalen, totaal te betalen, eindtotaal, totaalbedrag, totaal eur',
    subtotals: 'subtotaal, sub totaal, tussentotaal',
    sums: `totaal subtotaal betalen betaald contant wisselgeld pin pinnen pinpas bankpas btw bedrag voordeel korting koopzegels
    koopzegel zegels airmiles kassabon kassa filiaal transactie maestro mastercard visa vpay klantkaart bonuskaart kaart terug
    bonnummer tel telefoon terminal merchant autorisatiecode kaartserienummer afgerond afronding contactloos punten spaarzegels uw`,
    besides:
      'te uw over excl incl met van aantal het waarvan bonus box nr datum tijd artikelen eur premium mijn leesmethode periode kaartnummer',
    charges: `plastic tas, draagtas, papieren tas, tasje, boodschappentas, koopzegels, uw voordeel, korting, bonus box, waardebon, cadeaukaart, bezorgkosten, afronding, actiekorting`,
    deposits: 'statiegeld emballage korting waardebon kortingsbon',
    chatter: `bedankt, dank u, dank je, tot ziens, tot snel, graag tot, openingstijden, vragen over, verstuurd vanaf, gespaarde`,
    titles: 'boodschappenlijst, boodschappenlijstje, boodschappen, kopen, te kopen, nodig, lijstje, inkopen',
    asking: 'koop, kopen, haal, halen, we hebben nodig, niet vergeten, kun je, neem mee',
    'meant for': 'voor',
    sections: `zuivel, groente, groenten, fruit, groente en fruit, groenten en fruit, brood, bakkerij, brood en gebak, vlees, vlees en vis, vis, vleeswaren, kaas, diepvries, dranken, drinken, snoep, snacks,
    huishouden, schoonmaak, verzorging, conserven, kruiden, ontbijt, overig, overige, diversen, baby, huisdieren`,
    pieces: 'st stuks stk',
    counted: 'aantal',
    measured: 'gewicht netto',
    describing: `vers verse halfvol halfvolle volle mager magere gehakt gesneden geraspt geraspte gedroogd gedroogde gerookt gerookte gemalen gepeld gepelde heel hele
    rode rood groene groen witte wit zwarte zwart gele geel bruin bruine diepvries grote groot kleine klein biologisch biologische ongezouten gezouten volkoren zoet zoete rauw rijpe rijp jong oud belegen jongbelegen`,
    describingEnds: 'sneden raspt raspte rookt rookte droogd droogde blokjes',
    and: 'en',
    together: 'peper en zout, zout en peper, olie en azijn, fish en chips',
    columns:
      'aantal omschrijving prijs bedrag artikel artikelen hoeveelheid eenheid product naam datum plaats',
  },
  places: { fridge: 'koelkast', freezer: 'vriezer diepvries', pantry: 'voorraadkast' },
  of: 'van',
  vague: ['wat', 'een paar', 'een beetje', 'enkele'],
  ambiguous: 'mei zo ma di wo do za elf pin bonus teen',
};
