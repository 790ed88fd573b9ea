import type { EnglishVocabulary } from './vocabulary.js';

export const english: EnglishVocabulary = {
  calendar: {
    months:
      'jan/january feb/february mar/march apr/april may jun/june jul/july aug/august sep/sept/september oct/october ' +
      'nov/november dec/december',
    weekdays:
      'sun/sunday mon/monday tue/tues/tuesday wed/weds/wednesday thu/thur/thurs/thursday fri/friday sat/saturday',
    relative: {
      dayBeforeYesterday: ['day before yesterday', 'the day before yesterday'],
      yesterday: ['yesterday'],
      today: ['today', 'tonight'],
      tomorrow: ['tomorrow', 'tmrw', 'tmr', 'tmw'],
      dayAfterTomorrow: ['day after tomorrow', 'the day after tomorrow'],
    },
    spans: {
      day: 'day days d',
      week: 'week weeks wk wks w',
      month: 'month months',
      year: 'year years',
    },
    bestBefore: [
      ...['best before', 'best-before', 'best before end', 'best before date', 'best by', 'best-by'],
      ...['bb', 'bbe', 'bbd', 'b/b', 'goes off', 'keeps until', 'good until', 'good till', 'eat by'],
      ...['exp', 'expires', 'expiring', 'expiry', 'expiry date', 'exp date', 'expires on'],
    ],
    useBy: ['use by', 'use-by', 'useby', 'use by date', 'use before', 'ub', 'ubd', 'u/b'],
    until: 'until till til by',
    end: 'end',
    ahead: 'in',
  },
  numbers: 'one two three four five six seven eight nine ten eleven twelve',
  dozen: 'dozen doz dz',
  half: 'half',
  measures: {
    g: 'g gr grs gram grams gramme grammes',
    kg: 'kg kgs kilo kilos kilogram kilograms',
    ml: 'ml mls millilitre millilitres milliliter milliliters',
    cl: 'cl centilitre centilitres centiliter centiliters',
    dl: 'dl decilitre decilitres deciliter deciliters',
    l: 'l lt lts litre litres liter liters ltr ltrs',
    lb: 'lb lbs pound pounds',
    oz: 'oz ounce ounces',
    pt: 'pt pint pints',
    qt: 'qt quart quarts',
    gal: 'gal gallon gallons',
  },
  fluid: 'fl',
  fluidOunce: 'fl oz',
  containers: [
    {
      words: 'bag/bags bottle/bottles box/boxes bunch/bunches carton/cartons jar/jars tub/tubs',
      hurried: true,
      wrapsOnly: true,
    },
    { words: 'can/cans loaf/loaves tin/tins pc/pcs', hurried: true },
    { words: 'pack/packs packet/packets', wrapsOnly: true, multipack: true },
    { words: 'case/cases package/packages pk/pks pkt/pkts', multipack: true },
    {
      words: 'head/heads piece/pieces portion/portions pot/pots punnet/punnets slice/slices tube/tubes',
      wrapsOnly: true,
    },
    {
      words:
        'bar/bars block/blocks bowl/bowls clove/cloves crate/crates cup/cups glass/glasses net/nets pouch/pouches ' +
        'rasher/rashers sachet/sachets sack/sacks serving/servings sprig/sprigs stalk/stalks stick/sticks tray/trays',
    },
  ],
  receipt: {
    totals: [
      ...['total', 'subtotal', 'sub total', 'sub-total', 'grand total', 'total due', 'total to pay'],
      ...['sum', 'balance', 'balance due', 'amount', 'amount due', 'amount paid', 'to pay'],
      ...['items sold', 'item sold', 'number of items', 'no of items', 'no. of items', 'items', 'item'],
    ],
    payments: [
      ...['cash', 'change', 'change due', 'contactless', 'card', 'credit card', 'debit card', 'gift card'],
      ...['visa', 'mastercard', 'maestro', 'amex', 'visa debit', 'visa credit', 'mastercard debit'],
      ...['mastercard credit', 'maestro debit', 'amex credit', 'debit', 'debit tend'],
    ],
    taxes: ['vat', 'tax'],
    discounts: [
      ...['you saved', 'saving', 'savings', 'total saving', 'total savings', 'points', 'points earned'],
    ],
    numbered: 'tel phone fax vat uid auth receipt invoice order till cashier',
    numberWords: 'no nr number id code',
    chatter: ['thanks', 'thank you', 'thank', 'sent from my'],
    headings: ['shopping list', 'grocery list', 'groceries', 'shopping'],
    countedIn: 'ea each per x',
    items: 'item items',
  },
  places: { fridge: 'fridge refrigerator', freezer: 'freezer', pantry: 'pantry larder cupboard' },
  of: 'of',
  ordinals: 'st nd rd th',
  written: { bestBefore: 'best before', useBy: 'use by', in: 'in' },
  offered: 'g kg ml l bag bottle box bunch carton jar loaf pack tin tub',
  sentence: {
    a: 'a an',
    the: 'the our my',
    and: 'and or',
    in: 'in into',
    at: 'inside to at',
    on: 'on',
    from: 'from for not near by under behind',
  },
  names: {
    compounds: [
      ...[
        'bag clip',
        'bar snack',
        'bottle brush',
        'bottle gourd',
        'bottle opener',
        'box grater',
        'can opener',
      ],
      ...[
        'cup a',
        'cup cake',
        'cup noodle',
        'cup soup',
        'glass noodle',
        'head cheese',
        'jar lid',
        'pack choi',
      ],
      ...['pot barley', 'pot noodle', 'pot pie', 'pot roast', 'pot sticker', 'pound cake', 'slice bread'],
      ...['stick bean', 'stick blender', 'tin foil', 'tin opener', 'tray bake', 'tube pasta'],
    ],
    afterNumber: "up alive island o'clock",
    beforeNumber:
      'omega vitamin vit no nr number type size stage factor spf grade formula part batch lot step phase level ' +
      'per each over about approx ca circa than',
    betweenNumberAndName:
      'spice bean cheese grain seed fruit berry herb layer minute min day days week month year hour star inch way ' +
      'percent calorie kcal ply cm mm proof',
    beforeDay: 'good black easter palm ash shrove capri',
  },
  otherDates:
    'made cooked baked bought opened frozen froze picked packed brewed delivered since after before sell display',
  whichDay: 'last next this every each',
  ambiguous: 'mar march may',
};
