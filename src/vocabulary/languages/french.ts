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
    monthParts: { beginning: 'début', middle: 'mi', late: '', end: 'fin' },
    ahead: 'dans',
    ago: { before: ['il y a'] },
    facts: { opened: 'ouvert ouverte', bought: 'acheté achetée', frozen: 'congelé congelée' },
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
        'barquette/barquettes botte/bottes tablette/tablettes conserve/conserves ' +
        'filet/filets tête/têtes canette/canettes bouquet/bouquets carton/cartons miche/miches',
      hurried: true,
    },
    { words: 'tranche/tranches pièce/pièces gousse/gousses', hurried: true, part: true },
  ],
  lists: {
    totals:
      'total, total ttc, total a payer, montant, montant du, montant total, net a payer, a payer, total eligible, reste a payer, total general',
    subtotals: 'sous total, sous-total',
    sums: `total totaux montant payer ttc ht tva espèces monnaie rendu rendue carte bancaire cb visa mastercard bleue net remise remises
    réduction réductions économies fidélité points ticket caisse caissier caissière tel téléphone siret tva facture cagnotte
    payé paiement contact sous-total solde avantages avantage eligible hors articles duplicata transaction`,
    besides:
      'à de du au en le la les et nombre d nb article lignes ligne sans dont sous n no numéro vous votre avez utilisé euro euros taux cumul id date heure reste titre restaurant vos client somme est',
    charges: `sac caisse, sac cabas, sac réutilisable, sac kraft, sac papier, bon de réduction, bon d achat, remise, réduction, avantage carte, livraison, promo,
    promotion, avantage, arrondi, carte cadeau, 2eme a, lot virtuel`,
    deposits: 'consigne consignes déconsigne remise réduction',
    chatter: `merci, au revoir, a bientôt, bonne journée, envoyé de mon, horaires, retrouvez, vos avantages, service client, ouvert`,
    titles:
      'liste de courses, liste des courses, courses, les courses, à acheter, acheter, liste, ma liste, il faut',
    asking:
      'acheter, achète, prendre, prends, il faut, il nous faut, penser à, penser au, peux tu prendre, peux tu acheter, il manque',
    'meant for': 'pour',
    sections: `crèmerie, produits laitiers, laitages, frais, produits frais, fruits, légumes, fruits et légumes, fruits & légumes, boulangerie, boucherie, viande, viandes, viande et poisson, charcuterie,
    poisson, poissonnerie, poissons, surgelés, boissons, épicerie, épicerie salée, épicerie sucrée, sucré, salé, conserves, hygiène, entretien, maison, bébé, animaux, divers, autres, petit déjeuner, snacks`,
    pieces: 'pce pces pièce pièces u unité',
    counted: 'qte quantité',
    measured: 'poids net',
    describing: `frais fraîche fraîches bio entier entière demi-écrémé écrémé haché hachée hachés râpé râpée rapé séché séchée séchées fumé fumée pelées pelée concassées entières
    rouge rouges vert verte vertes blanc blanche noir noire noires jaune jaunes surgelé surgelée surgelés petit petits petite petites grand grands grande grandes gros grosse
    doux demi-sel salé nature complet complète cru crue cuit cuite mûr mûre mûres doré moulu moulue vapeur`,
    describingEnds: 'hées pées lées mées',
    and: 'et',
    together: 'sel et poivre, huile et vinaigre, poivre et sel',
    columns:
      'article articles quantité qté prix désignation libellé produit produits montant unité tva nom lieu date',
  },
  places: { fridge: 'frigo réfrigérateur', freezer: 'congélateur congélo', pantry: 'placard garde-manger' },
  of: "de d' du",
  vague: ['du', 'de la', 'des', 'un peu de', 'quelques'],
  each: 'chacun chacune',
  // “Mars” is a bar too, a fillet one of fish, and “an” an article.
  ambiguous: 'mars mai mar mer dim sam ven lun an filet filets',
};
