import { describe, expect, test } from 'vitest';
import { findShelfLife } from '../../../src/keeping/shelf-life/find.js';
import { SHELF_FOODS } from '../../../src/keeping/shelf-life/table.js';
import { stemsOf } from '../../../src/keeping/shelf-life/words.js';

/** One and several of it, as people type them. */
const PAIRS = `apple apples; apricot apricots; avocado avocados; banana bananas; blackberry blackberries; blueberry blueberries;
  cherry cherries; clementine clementines; coconut coconuts; cranberry cranberries; date dates; fig figs; grape grapes;
  grapefruit grapefruits; kiwi kiwis; lemon lemons; lime limes; lychee lychees; mango mangoes; melon melons; nectarine nectarines;
  orange oranges; papaya papayas; peach peaches; pear pears; pineapple pineapples; plum plums; pomegranate pomegranates;
  raspberry raspberries; strawberry strawberries; artichoke artichokes; aubergine aubergines; beetroot beetroots;
  cabbage cabbages; carrot carrots; cauliflower cauliflowers; chilli chillies; courgette courgettes; cucumber cucumbers;
  leek leeks; lettuce lettuces; mushroom mushrooms; onion onions; parsnip parsnips; pea peas; pepper peppers; potato potatoes;
  pumpkin pumpkins; radish radishes; shallot shallots; swede swedes; tomato tomatoes; turnip turnips; yam yams; egg eggs;
  sausage sausages; burger burgers; meatball meatballs; kebab kebabs; steak steaks; rasher rashers; drumstick drumsticks;
  prawn prawns; scallop scallops; mussel mussels; clam clams; oyster oysters; bagel bagels; baguette baguettes; croissant croissants;
  tortilla tortillas; wrap wraps; muffin muffins; cake cakes; cookie cookies; biscuit biscuits; doughnut doughnuts; eclair eclairs;
  waffle waffles; pizza pizzas; quiche quiches; lasagne lasagnes; curry curries; soup soups; stew stews; casserole casseroles;
  pie pies; almond almonds; cashew cashews; peanut peanuts; pecan pecans; pistachio pistachios; walnut walnuts; olive olives;
  pickle pickles; gherkin gherkins; anchovy anchovies; lentil lentils; raisin raisins; prune prunes; cracker crackers; pretzel pretzels;
  marshmallow marshmallows; yoghurt yoghurts; cheese cheeses; jam jams; juice juices; loaf loaves; chop chops; crisp crisps;
  sprout sprouts; leftover leftovers; cheesecake cheesecakes; coffee coffees; tea teas; smoothie smoothies`;

const pairs = PAIRS.split(';').map((pair) => pair.trim().split(' ') as [string, string]);

describe('One of a food and several of it', () => {
  test('are the same row', () => {
    const row = (name: string) => {
      const found = findShelfLife(name);
      return found && `${found.food.id} by ${found.by}`;
    };
    expect(pairs.length).toBeGreaterThanOrEqual(100);
    expect(pairs.filter(([one, many]) => row(one) !== row(many) || !row(one))).toEqual([]);
  });

  test('have one row: none of the table is the plural of another', () => {
    const owners = new Map<string, string[]>();
    for (const { name } of SHELF_FOODS) {
      const key = stemsOf(name).sort().join(' ');
      owners.set(key, [...(owners.get(key) ?? []), name]);
    }
    expect([...owners.values()].filter((names) => names.length > 1)).toEqual([]);
  });
});
