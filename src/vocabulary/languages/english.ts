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
      yesterday: ['yesterday', 'last night'],
      justNow: ['now', 'just now', 'this morning'],
      today: ['today', 'tonight', 'this evening'],
      tomorrow: ['tomorrow', 'tmrw', 'tmr', 'tmw', 'tomorow', 'tommorow', 'tommorrow'],
      dayAfterTomorrow: ['day after tomorrow', 'the day after tomorrow'],
    },
    spans: {
      day: 'day days',
      week: 'week weeks wk wks',
      fortnight: 'fortnight fortnights',
      month: 'month months mo mos mth mths',
      year: 'year years yr yrs',
    },
    bestBefore: [
      ...['best before', 'best-before', 'best before date', 'best by', 'best-by'],
      ...[
        'bb',
        'bbd',
        'b/b',
        'goes off',
        'keeps',
        'keeps until',
        'keeps for',
        'lasts',
        'good for',
        'good until',
        'good till',
        'eat by',
      ],
      ...['exp', 'expires', 'expiring', 'expiry', 'expiry date', 'exp date', 'expires on'],
    ],
    bestBeforeEnd: ['bbe', 'best-before-end'],
    useBy: ['use by', 'use-by', 'useby', 'use by date', 'use before', 'ub', 'ubd', 'u/b'],
    until: 'until till til by',
    monthParts: { beginning: 'early beginning start', middle: 'mid middle', late: 'late', end: 'end' },
    ahead: 'in',
    ago: { after: 'ago' },
    facts: { opened: 'opened', bought: 'bought purchased', frozen: 'frozen froze' },
  },
  numbers: 'one two three four five six seven eight nine ten eleven twelve',
  dozen: 'dozen doz dz',
  half: 'half/halves',
  third: 'third/thirds',
  quarter: 'quarter/quarters',
  couple: 'couple',
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
    { words: 'can/cans loaf/loaves tin/tins', hurried: true },
    { words: 'pc/pcs', hurried: true, part: true },
    { words: 'tablet/tablets', part: true },
    { words: 'pack/packs packet/packets', wrapsOnly: true, multipack: true },
    { words: 'case/cases package/packages pk/pks pkt/pkts', multipack: true },
    {
      words: 'head/heads portion/portions pot/pots punnet/punnets tube/tubes',
      wrapsOnly: true,
    },
    { words: 'piece/pieces slice/slices', wrapsOnly: true, part: true },
    { words: 'clove/cloves rasher/rashers sprig/sprigs stalk/stalks stick/sticks', part: true },
    {
      words:
        'bar/bars block/blocks bowl/bowls crate/crates cup/cups glass/glasses net/nets pouch/pouches ' +
        'sachet/sachets sack/sacks serving/servings tray/trays',
    },
  ],
  lists: {
    totals:
      'total, grand total, total due, total to pay, balance, balance due, balance to pay, amount due, to pay, amount to pay, order total, total amount',
    subtotals: 'subtotal, sub total, subtotal before savings',
    sums: `total totals subtotal balance due cash change contactless card visa mastercard maestro amex debit credit tend
    tender tendered vat tax taxes sales saved saving savings points earned sold auth authorisation authorization approval receipt
    invoice till cashier checkout transaction trans merchant terminal aid register phone tel telephone fax clubcard nectar
    loyalty rewards reward payment paid apple google pay approved pin verified uid lane operator`,
    besides: `sub grand to amount you of number no id code items item order gift net gross sale account acct ref reference balance
    date time store st op te tr tc seq with your today on this visit purchase in by the for more entry chip read a
    transactions member membership`,
    charges: `bottle deposit, carrier bag, bag charge, bag fee, bag for life, paper bag, plastic bag, reusable bag, coupon,
    discount, multibuy, multi buy, meal deal, voucher, delivery, service charge, rounding, clubcard price, nectar price, staff discount,
    bottle return, you saved, member savings, instant savings, store coupon, mfr coupon, price cut, recycling fee, gift card`,
    deposits: 'deposit crv discount coupon voucher cpn',
    chatter: `thank you, thanks for, thanks and, sent from my, sent from mail, have a nice day, please retain, please keep, save money,
    see you soon, vat reg, vat no, registered office, customer copy, merchant copy`,
    titles: `shopping list, grocery list, groceries, shopping, our shopping list, my shopping list, the shopping list,
    weekly shop, the weekly shop, weekly shopping, food shop, food shopping, to buy, things to buy, buy, please buy, need, we need,
    things we need, list, food list, my list, todo, to do, errands, notes, reminders, inventory, what we have`,
    asking: `can you get, could you get, can you buy, could you buy, can we get, please get, please buy, can you please get, get, buy, pick up,
      we need, we need to buy, i need, need, we are out of, we're out of, don't forget, dont forget, do not forget, don't forget the,
      remember, get some, buy some, we also need, also get`,
    'meant for': 'for',
    sections: `dairy, dairy and eggs, eggs and dairy, fruit, fruits, veg, vegetables, fruit and veg, fruits and vegetables, fruit and vegetables,
    veg and fruit, produce, fresh produce, bakery, baked goods, bread and bakery, meat, meat and fish, fish, fish and seafood, seafood, meat and seafood, deli,
    frozen, frozen food, frozen foods, frozen goods, chilled, drinks, beverages, snacks, sweets, household, cleaning, toiletries, health and beauty, baby, pets, pet food,
    tins, cans, canned goods, tins and jars, dry goods, store cupboard, cupboard, staples, spices, herbs and spices, condiments, sauces, cereals, breakfast, baking,
    grocery, other, others, misc, miscellaneous, extras, everything else, urgent, maybe, optional, aisle, homeware, alcohol, beer and wine, kitchen, bathroom`,
    pieces: 'ea each pc pcs pce',
    counted: 'qty quantity',
    measured: 'net wt weight gross at for manual',
    describing: `organic fresh free-range large small medium big whole full-fat low-fat fat-free reduced semi-skimmed skimmed unsweetened
    ripe lean boneless skinless raw natural plain mature mild strong extra-mature vintage extra virgin frozen tinned canned dry dried ground
    minced smoked cured pickled chopped diced sliced grated shredded crushed peeled red green black white brown yellow purple dark light
    wholemeal wholegrain wholewheat granulated caster icing self-raising strong-white loose new sweet sour hot cold cooked crunchy smooth
    thick thin long-grain short-grain free range fat low full grain unsalted salted seedless mixed assorted any good nice the cheap
    cheapest ones one kind big please pls optional if possible instead not or vegan vegetarian`,
    describingEnds: 'ced ked ped ned ted sed hed med led red zed ied ved ged bed',
    and: 'and & plus',
    together: `fish and chips, salt and vinegar, mac and cheese, macaroni and cheese, ham and cheese, gin and tonic, sweet and sour,
    half and half, cookies and cream, bubble and squeak, pork and beans, rice and beans, oil and vinegar, salt and pepper, peas and carrots,
    cheese and onion, sage and onion, steak and kidney, sausage and mash, strawberries and cream, bread and butter, peaches and cream,
    chicken and mushroom, ben and jerrys, head and shoulders, m and ms, a and w, franks and beans, rum and raisin, lemon and lime,
    cream and onion, sour cream and onion, garlic and herb, mint and chocolate, ham and mushroom, leek and potato, vegetables and dip`,
    columns: `item items food foods product products name description qty quantity amount amounts price unit units cost total
    place where location best before use by date expiry notes note category done bought brand size aisle how much many`,
  },
  places: { fridge: 'fridge refrigerator', freezer: 'freezer', pantry: 'pantry larder cupboard' },
  of: 'of',
  vague: [
    'some',
    'some more',
    'a few',
    'a few more',
    'any',
    'a bit of',
    'a little',
    'lots of',
    'more',
    'plenty of',
  ],
  each: 'each ea apiece',
  ordinals: 'st nd rd th',
  written: {
    ...{ bestBefore: 'best before', useBy: 'use by', in: 'in' },
    ...{ opened: 'opened', bought: 'bought', frozen: 'frozen' },
  },
  offered: 'g kg ml l bag bottle box bunch carton jar loaf pack tin tub',
  sentence: {
    a: 'a an',
    the: 'the our my',
    and: 'and or',
    in: 'in into',
    at: 'inside to at',
    on: 'on',
    from: 'from since',
    elsewhere: 'for not near by under behind',
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
    ofAge:
      'cheese gouda parmesan parmigiano reggiano grana padano cheddar comte gruyere emmental emmentaler manchego ' +
      'pecorino beaufort mimolette ham jamon serrano iberico prosciutto parma beef steak ribeye sirloin rump whisky ' +
      'whiskey scotch bourbon rum wine port sherry brandy cognac armagnac vinegar balsamic aceto baby babies infant ' +
      'toddler formula follow-on stage weaning',
    byLength:
      'foil film clingfilm wrap paper parchment cable string twine tape rope ribbon hose roll liner casing',
  },
  otherDates:
    'made cooked baked picked packed brewed delivered aged matured cured hung dried after before sell display',
  nextDay: 'next',
  thisDay: 'this coming',
  lastDay: 'last',
  everyDay: 'every each',
  spanLetters: { day: 'd', week: 'w', month: 'm', year: 'y' },
  lot: 'l',
  ambiguous: 'mar march may',
};
