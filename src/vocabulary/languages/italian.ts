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
    monthParts: { beginning: 'inizio', middle: 'metà', late: '', end: 'fine' },
    ahead: 'tra fra',
    ago: { after: 'fa' },
    facts: { opened: 'aperto aperta', bought: 'comprato comprata', frozen: 'congelato congelata' },
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
        'bustina/bustine vasetto/vasetti barattolo/barattoli lattina/lattine mazzo/mazzi ' +
        'confezione/confezioni conf cartone/cartoni sacchetto/sacchetti vaschetta/vaschette ' +
        'tavoletta/tavolette panetto/panetti',
      hurried: true,
    },
    { words: 'fetta/fette pezzo/pezzi pz spicchio/spicchi', hurried: true, part: true },
  ],
  lists: {
    totals:
      'totale, totale complessivo, totale euro, totale eur, da pagare, totale da pagare, totale spesa, importo, importo totale, importo pagato',
    subtotals: 'subtotale, sub totale, sub-totale, parziale',
    sums: `totale complessivo subtotale contanti contante resto bancomat carta pagamento elettronico importo pagato pagare iva euro punti sconto sconti
    documento scontrino cassa cassiere cassiera operatore tel telefono visa mastercard credito debito pezzi articoli carte fidelity saldo
    commerciale p.iva transazione spesa risparmio risparmiato`,
    besides:
      'di cui da non n no numero nr num doc data ora di del la il in hai vendita prestazione cod cf neg eur sub riscosso prodotti art rt aut',
    charges: `shopper, sacchetto, sacchetti, busta spesa, busta bio, sporta, borsa spesa, sconto, buono sconto, buono, coupon, consegna, arrotondamento, promozione, carta regalo, punti`,
    deposits: 'cauzione vuoto sconto sconti',
    chatter: `grazie, arrivederci, buona giornata, conservare, inviato da, orari, orario, vi aspettiamo, servizio clienti`,
    titles: 'lista della spesa, lista spesa, spesa, la spesa, da comprare, comprare, lista, cose da comprare',
    asking: 'comprare, compra, prendere, prendi, serve, servono, manca, mancano, ci serve',
    'meant for': 'per',
    sections: `latticini, latte e formaggi, frutta, verdura, verdure, frutta e verdura, ortofrutta, pane, panetteria, forno, carne, macelleria, carne e pesce, pesce, pescheria, salumi, surgelati, bevande, dispensa,
    conserve, scatolame, pulizia, igiene, casa, colazione, dolci, altro, varie, snack, neonati, animali`,
    pieces: 'pz pezzi n',
    counted: 'qta qtà quantità',
    measured: 'peso netto',
    describing: `fresco fresca freschi fresche intero intera scremato parzialmente tritato tritata grattugiato grattugiata secco secca secchi secche affumicato affumicata macinato macinata
    rosso rossa rossi rosse verde verdi bianco bianca bianchi nero nera nere giallo gialli surgelato surgelati grande grandi piccolo piccola piccoli pelati integrale integrali
    dolce salato crudo cotto maturo maturi biologico biologica naturale`,
    describingEnds: 'tato tata tati tate',
    and: 'e ed',
    together: 'sale e pepe, olio e aceto, cacio e pepe, aglio e olio, mare e monti, prosciutto e melone',
    columns: 'descrizione iva prezzo quantità qta articolo articoli prodotto nome importo unità data luogo',
  },
  places: { fridge: 'frigorifero', freezer: 'congelatore', pantry: 'dispensa' },
  of: 'di',
  vague: ['un po di', "un po' di", 'del', 'della', 'dei', 'delle', 'qualche', 'alcune', 'alcuni'],
  // “Due 5 dec” says when, “sei” and “dei” are whales’ and gods’.
  ambiguous: 'mar ago set dom lun mer ven sab due sei gen',
};
