import type { Vocabulary } from './vocabulary.js';

export const italian: Vocabulary = {
  calendar: {
    months:
      'gen/gennaio feb/febbraio mar/marzo apr/aprile mag/maggio giu/giugno lug/luglio ago/agosto set/sett/settembre ' +
      'ott/ottobre nov/novembre dic/dicembre',
    weekdays: 'dom/domenica lun/lunedì mar/martedì mer/mercoledì gio/giovedì ven/venerdì sab/sabato',
    relative: {
      dayBeforeYesterday: ["l'altro ieri", 'altro ieri'],
      yesterday: ['ieri'],
      today: ['oggi'],
      tomorrow: ['domani'],
      dayAfterTomorrow: ['dopodomani'],
    },
    spans: { day: 'giorno giorni', week: 'settimana settimane', month: 'mese mesi', year: 'anno anni' },
    bestBefore: [
      ...['da consumarsi preferibilmente entro', 'da consumarsi preferibilmente entro il', 'tmc'],
      ...['da consumare preferibilmente entro', 'preferibilmente entro', 'preferibilmente entro il'],
    ],
    useBy: [
      ...['da consumare entro', 'da consumare entro il', 'da consumarsi entro', 'da consumarsi entro il'],
      ...['scade', 'scade il', 'scadenza', 'scad', 'data di scadenza'],
    ],
    until: 'entro',
    end: 'fine',
    ahead: 'tra fra',
  },
  numbers: 'un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici',
  dozen: 'dozzina dozzine',
  half: 'mezzo mezza',
  measures: {
    g: 'g gr grammo grammi',
    hg: 'hg etto etti',
    kg: 'kg kilo chilo chilogrammo chilogrammi',
    ml: 'ml millilitro millilitri',
    cl: 'cl centilitro centilitri',
    dl: 'dl decilitro decilitri',
    l: 'l litro litri',
  },
  containers: [
    {
      words:
        'scatola/scatole scatoletta/scatolette bottiglia/bottiglie pacco/pacchi pacchetto/pacchetti busta/buste ' +
        'bustina/bustine vasetto/vasetti barattolo/barattoli lattina/lattine mazzo/mazzi fetta/fette pezzo/pezzi pz ' +
        'confezione/confezioni conf cartone/cartoni spicchio/spicchi sacchetto/sacchetti vaschetta/vaschette ' +
        'tavoletta/tavolette panetto/panetti',
      hurried: true,
    },
  ],
  receipt: {
    totals: [
      'totale',
      'subtotale',
      'totale complessivo',
      'totale euro',
      'importo',
      'importo pagato',
      'da pagare',
    ],
    payments: [
      'contante',
      'contanti',
      'resto',
      'bancomat',
      'carta',
      'carta di credito',
      'pagamento elettronico',
    ],
    taxes: ['iva', 'di cui iva', 'imponibile'],
    discounts: ['sconto', 'risparmio', 'buono sconto', 'offerta'],
    numbered: 'telefono p.iva scontrino cassa documento',
    chatter: ['grazie', 'arrivederci'],
    headings: ['lista della spesa', 'spesa'],
  },
  places: { fridge: 'frigorifero', freezer: 'congelatore', pantry: 'dispensa' },
  of: 'di',
  // “Due 5 dec” says when, “sei” and “dei” are whales’ and gods’.
  ambiguous: 'mar ago set dom lun mer ven sab due sei gen',
};
