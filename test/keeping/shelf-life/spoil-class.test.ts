import { describe, expect, test } from 'vitest';
import type { PlaceKind } from '../../../src/database/tables.js';
import {
  isSoldFrozen,
  type SpoilClass,
  spoilClass,
  spoilClassOnceOpen,
} from '../../../src/keeping/shelf-life/spoil-class.js';
import { SHELF_FOODS } from '../../../src/keeping/shelf-life/table.js';

type Expected = Record<SpoilClass, string>;

/** As people type them, between semicolons. */
const CLOSED: Expected = {
  'does not show': [
    'mince; beef; steak; pork chops; chicken; whole chicken; turkey mince; duck; liver; sausages; burgers',
    'bacon; ham; salami; chorizo; pâté; prosciutto; deli turkey; hot dogs',
    'cod; salmon; tuna; prawns; mussels; smoked salmon; smoked mackerel; crab sticks; rollmops; fish fingers',
    'brie; feta; mozzarella; cottage cheese; ricotta; cream cheese; mascarpone; goat’s cheese; stilton',
    'lasagne; leftover curry; leftovers; cooked pasta; soup; quiche; cheesecake; potato salad; hummus; guacamole',
    'coleslaw; tzatziki; trifle; sandwiches; sushi; egg mayo; boiled eggs; egg whites; ready meals; pizza; fresh pasta; tofu; veggie burgers',
    'bean sprouts; bagged salad; fruit salad; sliced melon; apple slices; half a watermelon; chopped lettuce',
    'sliced tomatoes; shredded cabbage; baby food; infant formula; fresh orange juice; eclairs',
  ].join('; '),
  shows: [
    'bread; baguettes; bagels; tortillas; cake; muffins; doughnuts',
    'apples; bananas; strawberries; melon; avocado; lemons; coconut; lettuce; spinach; carrots; tomatoes; potatoes',
    'onions; chopped onions; sliced mushrooms; garlic; mushrooms; parsley; fresh coriander; herbs',
    'milk; oat milk; cream; crème fraîche; sour cream; yoghurt; skyr; kefir; buttermilk; butter; margarine',
    'cheddar; parmesan; grated cheddar; cheese slices; eggs; orange juice; frozen peas; frozen berries',
  ].join('; '),
  keeps: [
    'pasta; rice; lentils; flour; sugar; oats; cornflakes; couscous; quinoa; breadcrumbs; stuffing mix',
    'tinned tuna; baked beans; chopped tomatoes; tinned peaches; coconut milk; olives; gherkins; passata',
    'jam; honey; peanut butter; ketchup; mayo; mustard; soy sauce; pesto; pasta sauce; gravy; stock cubes; vinegar',
    'olive oil; ghee; sunflower oil; black pepper; paprika; cinnamon; dried oregano; vanilla extract; baking powder',
    'chocolate; biscuits; crackers; crisps; popcorn; marshmallows; dried apricots; dates; walnuts; cereal bars',
    'coffee; tea; cola; red wine; prosecco; apple juice; UHT milk; milk powder; condensed milk; miso; jerky',
    'kimchi; baby cereal; Christmas cake; sweets; jelly beans; chewing gum; milk chocolate; salt; bottled water',
    'whisky; beer; port; capers; lemon curd; Marmite; tortilla chips; orange squash; chickpeas; butter beans; sauerkraut; bay leaves; instant mash; bacon bits',
  ].join('; '),
};

const IN_THE_PANTRY: Expected = {
  'does not show': 'bean sprouts; chicken',
  shows: 'bananas; potatoes; bread; coconut',
  keeps:
    'tuna; salmon; mackerel; soup; corned beef; sweetcorn; basil; oregano; peppers; pasta; rice; beetroot',
};

const IN_THE_FRIDGE: Expected = {
  'does not show':
    'tuna; salmon; soup; pasta; rice; salsa; roasted peppers; noodles; quinoa; couscous; lentils; chickpeas',
  shows: 'basil; peppers; sweetcorn; beetroot',
  keeps: 'ketchup; white wine; UHT milk; jam; pesto; flour; dried lentils; uncooked rice; dry pasta; muesli',
};

const ONCE_OPEN: Expected = {
  'does not show': [
    'tinned tuna; sardines; baked beans; tinned sweetcorn; tinned soup; tinned chicken; tinned corned beef',
    'coconut milk; refried beans; gravy; pesto; pasta sauce; chicken stock; coconut water; anchovies; baby food',
    'ham; brie; hummus; bagged salad; nutrition drinks; chorizo ring; melon; watermelon',
  ].join('; '),
  shows: [
    'UHT milk; milk; yoghurt; cheddar; butter; bread; fruit juice; orange juice; red wine; white wine; cola',
    'chopped tomatoes; passata; tinned peaches; tomato puree; apple sauce; cranberry sauce; olives; curry paste; icing; polenta',
  ].join('; '),
  keeps: [
    'jam; marmalade; honey; peanut butter; ketchup; mayo; mustard; soy sauce; vinegar; gherkins; chutney; relish',
    'flour; pasta; rice; cornflakes; crisps; biscuits; tea; coffee; olive oil; paprika; dried apricots; walnuts',
    'maple syrup; stock cubes; milk powder; salad dressing; hot sauce; baby cereal; chocolate; popcorn; miso',
  ].join('; '),
};

/** The names that are not of the class that they stand under. */
function wrong(expected: Expected, classOf: (name: string) => SpoilClass | undefined) {
  return Object.entries(expected).flatMap(([wanted, names]) =>
    names
      .split('; ')
      .map((name) => ({ name, wanted, is: classOf(name) }))
      .filter(({ is }) => is !== wanted),
  );
}

describe('How a food spoils', () => {
  test('is known of what a household has', () => {
    expect(Object.values(CLOSED).join('; ').split('; ').length).toBeGreaterThan(150);
    expect(wrong(CLOSED, (name) => spoilClass(name))).toEqual([]);
  });

  test('is that of the thing its name means in the place', () => {
    expect(wrong(IN_THE_PANTRY, (name) => spoilClass(name, 'pantry'))).toEqual([]);
    expect(wrong(IN_THE_PANTRY, (name) => spoilClass(name, 'other'))).toEqual([]);
    expect(wrong(IN_THE_FRIDGE, (name) => spoilClass(name, 'fridge'))).toEqual([]);
  });

  test('changes when a tin, a jar or a carton is opened, and not when dry goods are', () => {
    expect(wrong(ONCE_OPEN, (name) => spoilClassOnceOpen(name))).toEqual([]);
    // In the fridge these were cooked.
    expect(wrong(ONCE_OPEN, (name) => spoilClassOnceOpen(name, 'fridge')).map(({ name }) => name)).toEqual([
      'pasta',
      'rice',
    ]);
    expect(spoilClassOnceOpen('tuna', 'pantry')).toBe('does not show');
  });

  test('is not known of what is not in the table', () => {
    for (const name of ['mystery box', 'tea towels', '', 'dog food']) {
      for (const place of [undefined, 'fridge', 'pantry'] satisfies (PlaceKind | undefined)[]) {
        expect([spoilClass(name, place), spoilClassOnceOpen(name, place)]).toEqual([undefined, undefined]);
      }
    }
  });

  test('never gets better by opening', () => {
    const order: (SpoilClass | undefined)[] = ['does not show', 'shows', 'keeps'];
    const better = SHELF_FOODS.filter(
      ({ name }) => order.indexOf(spoilClassOnceOpen(name)) > order.indexOf(spoilClass(name)),
    );
    expect(better).toEqual([]);
  });
});

describe('What is sold frozen', () => {
  test('has its usual place in the freezer, or is called frozen', () => {
    const names = ['ice cream', 'fish fingers', 'frozen peas', 'Frozen chicken breasts', 'pizza, frozen'];
    names.push('oven chips', 'chicken nuggets', 'frozen yoghurt', 'frozen mystery', 'sorbet');
    expect(names.filter((name) => !isSoldFrozen(name))).toEqual([]);
  });

  test('is not what is fresh, or thawed', () => {
    const names = ['chicken', 'peas', 'bread', 'milk', 'defrosted prawns', 'thawed chicken', 'mystery box'];
    expect(names.filter(isSoldFrozen)).toEqual([]);
  });
});
