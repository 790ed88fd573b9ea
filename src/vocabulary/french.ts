import type { Vocabulary } from './vocabulary.js';

export const french: Vocabulary = {
  calendar: {
    months:
      'janv/janvier févr/fév/février mars avr/avril mai juin juil/juillet août sept/septembre oct/octobre ' +
      'nov/novembre déc/décembre',
    weekdays: 'dim/dimanche lun/lundi mar/mardi mer/mercredi jeu/jeudi ven/vendredi sam/samedi',
    relative: {
      dayBeforeYesterday: ['avant-hier'],
      yesterday: ['hier'],
      today: ["aujourd'hui"],
      tomorrow: ['demain'],
      dayAfterTomorrow: ['après-demain', 'après demain'],
    },
    spans: { day: 'jour jours', week: 'semaine semaines', month: 'mois', year: 'an ans année années' },
    bestBefore: [
      ...['à consommer de préférence avant', 'à consommer de préférence avant le', 'de préférence avant'],
      ...['de préférence avant le', 'ddm', 'dluo'],
    ],
    useBy: ["à consommer jusqu'au", 'dlc', 'à consommer avant', 'à consommer avant le'],
    until: "jusqu'au jusqu'à",
    end: 'fin',
    ahead: 'dans',
  },
  numbers: 'un/une deux trois quatre cinq six sept huit neuf dix onze douze',
  dozen: 'douzaine douzaines',
  half: 'demi demie',
  measures: {
    g: 'g gr gramme grammes',
    kg: 'kg kilo kilos kilogramme kilogrammes',
    ml: 'ml millilitre millilitres',
    cl: 'cl centilitre centilitres',
    dl: 'dl décilitre décilitres',
    l: 'l litre litres',
  },
  containers: [
    {
      words:
        'boîte/boîtes bouteille/bouteilles paquet/paquets sachet/sachets pot/pots brique/briques bocal/bocaux ' +
        'barquette/barquettes botte/bottes tranche/tranches tablette/tablettes pièce/pièces conserve/conserves ' +
        'filet/filets gousse/gousses tête/têtes canette/canettes bouquet/bouquets carton/cartons miche/miches',
      hurried: true,
    },
  ],
  receipt: {
    totals: [
      'total',
      'sous-total',
      'sous total',
      'total ttc',
      'total ht',
      'montant',
      'montant dû',
      'à payer',
      'net à payer',
    ],
    payments: [
      ...['espèces', 'carte', 'carte bancaire', 'carte bleue', 'cb', 'rendu', 'rendu monnaie', 'monnaie'],
      ...['chèque', 'sans contact', 'cb sans contact'],
    ],
    taxes: ['tva', 't.v.a.', 'dont tva'],
    discounts: ['remise', 'réduction', 'remise immédiate', 'avantage', 'bon de réduction', 'promo'],
    numbered: 'tél siret siren caisse ticket facture',
    chatter: ['merci'],
    headings: ['liste de courses', 'courses'],
  },
  places: { fridge: 'frigo réfrigérateur', freezer: 'congélateur congélo', pantry: 'placard garde-manger' },
  of: "de d' du",
  // “Mars” is a bar too, a fillet one of fish, and “an” an article.
  ambiguous: 'mars mai mar mer dim sam ven lun an filet filets',
};
