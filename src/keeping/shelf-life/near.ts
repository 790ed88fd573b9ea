/**
 * What stands for a food that is not in the table: the one of its kind that keeps shortest. On the right the names,
 * written as in `FoodRow.also`.
 */
export const NEAR: Record<string, string> = {
  'single-cream': 'creme fraiche, clotted cream',
  yoghurt: 'skyr, fromage frais, labneh',
  'soya-milk':
    'oat milk, oat drink, cashew milk, hazelnut milk, hemp milk, pea milk, plant milk, plant drink, nut milk',
  'soft-cheese':
    '*cheese, feta, mozzarella, halloumi, burrata, mascarpone, stilton, gorgonzola, roquefort, paneer, taleggio',
  'minced-beef': '=beef, =meat, beef pieces',
  'minced-lamb': '=lamb',
  'minced-pork': '=pork, pork belly, belly pork, pork slices',
  bacon: 'pancetta, guanciale',
  'deli-meat': 'mortadella, bresaola, coppa, ham hock',
  duck: 'guinea fowl, partridge, pigeon, =poultry',
  'oily-fish':
    '=fish, fresh fish, fish fillets, sea bass, seabass, sea bream, bream, trout, monkfish, swordfish, plaice, tilapia, basa, hake, turbot, carp, herring, fish cakes, fishcakes',
  prawns: 'shellfish, langoustines, cockles, whelks',
  'crab-meat': '=crab',
  leftovers: '=leftover',
  'ready-meals':
    '*pie, *bake, *meal, falafels, samosas, sausage rolls, spring rolls, pork pies, scotch eggs, dumplings, dim sum, *sandwiches, burritos',
  'potato-salad': '*salad',
  'homemade-stock': '=stock, =broth, *stock, *broth',
  'wholemeal-bread':
    '*bread, =loaf, sourdough, ciabatta, focaccia, english muffins, crumpets, brioche, scones, hot cross buns, teacakes',
  cake: 'brownies, flapjacks',
  raspberries: '*berries, loganberries, mulberries',
  'bagged-salad':
    'watercress, cress, endive, pea shoots, lamb’s lettuce, salad greens, salad cress, stir fry vegetables, stir fry mix',
  'fresh-herbs': '=dill, fresh dill, =sage, fresh sage, tarragon, chervil',
  bulgur: 'couscous',
  'fresh-pasta':
    '*fresh noodles, *fresh egg noodles, fresh spaghetti, fresh tagliatelle, fresh linguine, fresh gnocchi',
  'egg-noodles': '=noodles',
  'breakfast-cereal': 'muesli, *cereal',
  'wholemeal-flour': '*flour, almond flour',
  'dark-chocolate': 'chocolate chips',
  'jelly-sweets': '*sweets, =candy, =candies, pick and mix, penny sweets',
  'coffee-beans': '=coffee, coffee, *coffee',
  walnuts: '=nuts, mixed nuts, hazelnuts, brazil nuts',
  'white-wine': '=wine, sparkling wine, rose wine, prosecco, champagne',
  'fresh-orange-juice': '*smoothie',
  'pudding-pots':
    'trifle, tiramisu, *mousse, panna cotta, creme caramel, creme brulee, =custard, fresh custard, *rice pudding',
  'cooked-rice': '*sushi',
  'veggie-burgers': 'quorn, quorn mince, quorn pieces, seitan',
  hummus: 'tzatziki, raita, baba ganoush, taramasalata, *dip',
  sausages: 'black pudding, white pudding, haggis',
  broccoli: 'fennel, romanesco',
  crisps: 'tortilla chips, corn chips, nachos, poppadoms',
  ketchup: 'brown sauce, HP sauce',
  'soy-sauce': 'fish sauce',
  crackers: 'oatcakes, crispbreads, rice cakes, corn cakes, breadsticks',
  'cereal-bars': 'protein bars',
  'drink-mix': 'protein powder',
  'puff-pastry': 'filo pastry, filo, phyllo pastry',
  'frozen-dough': 'pizza dough, bread dough',
  'ice-cream': '*frozen yoghurt, *gelato',
  'fizzy-drinks': 'energy drinks, sports drinks',
};

/** First words that say what was done to any food, and the food that stands for it. */
export const FIRST_WORDS: Record<string, string> = {
  tinned: 'tinned-vegetables',
  cooked: 'leftovers',
  leftover: 'leftovers',
};

/** Known names without a figure: their last word means another thing. */
export const NOT_GUESSED =
  '*mincemeat, *easter eggs, *creme eggs, *feed, *egg muffins, *sausage muffins, *bacon muffins, *breakfast muffins, *bacon jam, *cold brew coffee';
