import { allName, at, FRIDGE, milli, PANTRY, readAs } from './reading.js';

readAs('How much, at the start of a line', [
  ['2 milk', 'milk', milli(2000)],
  ['12 eggs', 'eggs', milli(12_000)],
  ['1 cauliflower', 'cauliflower', milli(1000)],
  ['1000000 grains of rice', 'grains of rice', milli(1_000_000_000)],
  ['1.5 melons', 'melons', milli(1500)],
  ['0,25 melons', 'melons', milli(250)],
  ['1kg rice', 'rice', milli(1000, 'kg')],
  ['1 kg rice', 'rice', milli(1000, 'kg')],
  ['500g spaghetti', 'spaghetti', milli(500_000, 'g')],
  ['500 G spaghetti', 'spaghetti', milli(500_000, 'g')],
  ['250 grams butter', 'butter', milli(250_000, 'g')],
  ['2 kilos of potatoes', 'potatoes', milli(2000, 'kg')],
  ['1,5 l milk', 'milk', milli(1500, 'l')],
  ['1.5L milk', 'milk', milli(1500, 'l')],
  ['2 litres of orange juice', 'orange juice', milli(2000, 'l')],
  ['330ml cola', 'cola', milli(330_000, 'ml')],
  ['2 lbs. mince', 'mince', milli(2000, 'lb')],
  ['12 fl oz juice', 'juice', milli(12_000, 'fl oz')],
  ['2 pints cream', 'cream', milli(2000, 'pt')],
  ['3 tins of tomatoes', 'tomatoes', milli(3000, 'tins')],
  ['3 tin tomatoes', 'tomatoes', milli(3000, 'tin')],
  ['1 pack butter', 'butter', milli(1000, 'pack')],
  ['2 Bottles red wine', 'red wine', milli(2000, 'bottles')],
  ['6 slices of ham', 'ham', milli(6000, 'slices')],
  ['2 loaves sourdough', 'sourdough', milli(2000, 'loaves')],
  ['½ l cream', 'cream', milli(500, 'l')],
  ['½l cream', 'cream', milli(500, 'l')],
  ['1½ l milk', 'milk', milli(1500, 'l')],
  ['1 ½ l milk', 'milk', milli(1500, 'l')],
  ['1 1/2 kg flour', 'flour', milli(1500, 'kg')],
  ['1/2 cabbage', 'cabbage', milli(500)],
  ['3/4 cucumber', 'cucumber', milli(750)],
  ['⅓ cucumber', 'cucumber', milli(333)],
  ['2/3 pizza', 'pizza', milli(667)],
  ['half a cabbage', 'cabbage', milli(500)],
  ['half a pack of butter', 'butter', milli(500, 'pack')],
  ['a dozen eggs', 'eggs', milli(12_000)],
  ['dozen eggs', 'eggs', milli(12_000)],
  ['2 dozen eggs', 'eggs', milli(24_000)],
  ['half a dozen eggs', 'eggs', milli(6000)],
  ['half dozen eggs', 'eggs', milli(6000)],
  ['a loaf of bread', 'bread', milli(1000, 'loaf')],
  ['two tins of tomatoes', 'tomatoes', milli(2000, 'tins')],
  ['2x milk', 'milk', milli(2000)],
  ['2 x milk', 'milk', milli(2000)],
  ['2× milk', 'milk', milli(2000)],
  ['x2 milk', 'milk', milli(2000)],
  ['2 x 500g pasta', 'pasta', milli(2000, '× 500 g')],
  ['2x500g pasta', 'pasta', milli(2000, '× 500 g')],
  ['6 × 0,33 l beer', 'beer', milli(6000, '× 0.33 l')],
  ['4 x 2 tins tuna', 'tuna', milli(4000, '× 2 tins')],
  ['2, milk', 'milk', milli(2000)],
]);

readAs('How much, at the end of a line', [
  ['milk 1,5 l', 'milk', milli(1500, 'l')],
  ['rice 1kg', 'rice', milli(1000, 'kg')],
  ['spinach 300 g', 'spinach', milli(300_000, 'g')],
  ['spinach, 300 g', 'spinach', milli(300_000, 'g')],
  ['wine 2 bottles', 'wine', milli(2000, 'bottles')],
  ['butter ½ pack', 'butter', milli(500, 'pack')],
  ['milk x2', 'milk', milli(2000)],
  ['milk x 2', 'milk', milli(2000)],
  ['milk 2x', 'milk', milli(2000)],
  ['pasta 2 x 500 g', 'pasta', milli(2000, '× 500 g')],
  ['pasta 500g x2', 'pasta', milli(2000, '× 500 g')],
  ['pasta 500 g x 2', 'pasta', milli(2000, '× 500 g')],
  ['2x milk 1 l', 'milk', milli(2000, '× 1 l')],
  ['eggs 6', 'eggs', milli(6000)],
  ['chicken thighs 4', 'chicken thighs', milli(4000)],
  ['eggs a dozen', 'eggs', milli(12_000)],
  ['7 up 2 l', '7 up', milli(2000, 'l')],
]);

readAs('A unit that is the food', [
  ['6 rolls', 'rolls', milli(6000)],
  ['6 rolls pantry', 'rolls', { ...milli(6000), ...at(PANTRY) }],
  ['2 bars', 'bars', milli(2000)],
  ['4 loaves fridge', 'loaves', { ...milli(4000), ...at(FRIDGE) }],
  ['2 pot noodles', 'pot noodles', milli(2000)],
  ['3 tin foil', 'tin foil', milli(3000)],
  ['2 bar snacks', 'bar snacks', milli(2000)],
]);

readAs('One quantity, the first; a second stays in the name, since nobody said what it means', [
  ['2 milk 1 l', 'milk 1 l', milli(2000)],
  ['2 onions 300 g', 'onions 300 g', milli(2000)],
  ['3 tins tomatoes 400 g', 'tomatoes 400 g', milli(3000, 'tins')],
]);

allName('Numbers that belong to a name', [
  ...['7 up', '7up', 'seven up', '5 spice powder', '5-spice powder', '3 bean salad', '4 cheese pizza'],
  ...['28 day aged beef', '12 inch pizza', '2 minute noodles', '3 in 1 coffee', '2 for 1 pizza'],
  ...['50 50 bread', '50/50 bread', '2% milk', '3.5 % milk', '100% juice', '1000 island dressing'],
  ...['vitamin d 3', 'vitamin b 12', 'omega 3', 'omega 3 500 ml', 'no 7 sauce', 'sauce no. 1'],
  ...['heinz beans no 57', 'wine 2019', '1664', 'pepsi 2', 'kamut 1', 'heinz’s 57', 'swiss 4'],
  ...['6 pack beer', '6 pack of beer', 'beer 6 pack', '3-4 onions', '5 dec stollen', '3 & 4 mix'],
  ...['five spice powder', 'a la carte sauce', 'a cabbage', 'half cream', '5" pipe'],
]);

allName('Numbers that can be no quantity', [
  ...['0 milk', '0.0 beer', '00 flour', '007 cocktail', '-2 eggs', '1.2345 kg rice', 'rice 1.2345 kg'],
  ...['1000001 rice', '1,000 g rice', 'rice 1,000 g', 'rice 2 500 g', '2/7 pizza', '1.2.3 rice', '１ milk'],
  ...['2 x 1,000 g rice', 'rice 2 x 1,000 g', '99999999999999999999 rice', '1e3 g rice', '1 000 g rice'],
]);

allName('A line that would leave no name', [
  ...['500 g', '2 kg', '1', '2x', 'x2', '2 x 500 g', 'a dozen', 'half a', '1/2', '½', 'g', '2 fridge'],
]);
