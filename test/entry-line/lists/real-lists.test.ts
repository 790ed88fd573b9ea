import { expect, test } from 'vitest';
import { quantityText } from '../../../src/amounts/quantity.js';
import { parseLines } from '../../../src/entry-line/lists/pasted-lines.js';
import type { Entry } from '../../../src/entry-line/words/entry.js';
import { knownFoods } from '../../../src/entry-line/words/known-foods.js';
import { tidy } from '../../../src/text.js';
import { FREEZER, FRIDGE, kitchen, PANTRY } from '../reading.js';

/** “milk: 2 l in 1” */
function said({ name, quantityMilli, unit, placeId }: Entry): string {
  const amount = quantityMilli === null ? '' : tidy(`: ${quantityText(quantityMilli, unit)} ${unit}`);
  return `${name}${amount}${placeId === null ? '' : ` in ${placeId}`}`;
}

// As people write them to each other, keep them in notes and copy them from pages.
test.each([
  ['can you get milk, bread and those crisps I like?', ['milk', 'bread', 'those crisps I like']],
  ['Hi love, we need: milk, eggs', ['milk', 'eggs']],
  ['Todo: buy rice', ['rice']],
  ['don’t forget eggs', ['eggs']],
  ['wir brauchen noch Milch', ['Milch']],
  ['[28/11/2026, 09:12:44] Tom: milk, 2 l', ['milk: 2 l']],
  ['1. Spaghetti 500g 2. Passata 3. Ham', ['Spaghetti: 500 g', 'Passata', 'Ham']],
  ['2x oat milk, 1x butter, 6x eggs', ['oat milk: 2', 'butter: 1', 'eggs: 6']],
  ['apples (6), pears (4), grapes', ['apples: 6', 'pears: 4', 'grapes']],
  ['pain (2), beurre doux, lait 6x1L', ['pain: 2', 'beurre doux', 'lait: 6 × 1 l']],
  ['200g mince, 1 onion, 2 tins tomatoes', ['mince: 200 g', 'onion: 1', 'tomatoes: 2 tins']],
  ['Milk ✅ Eggs ✅ Bread ❌', ['Milk', 'Eggs', 'Bread']],
  ['Fridge – ham, milk', [`ham in ${FRIDGE}`, `milk in ${FRIDGE}`]],
  ['For the freezer: peas, chips', [`peas in ${FREEZER}`, `chips in ${FREEZER}`]],
  [
    'Freezer: 2 pizzas, 1 kg peas; Pantry: rice',
    [`pizzas: 2 in ${FREEZER}`, `peas: 1 kg in ${FREEZER}`, `rice in ${PANTRY}`],
  ],
  ['latte 2L; pane; 6 uova', ['latte: 2 l', 'pane', 'uova: 6']],
  ['*LIDL*\nmilk\nbread\n*ALDI*\nham', ['milk', 'bread', 'ham']],
  ['- [x] **Dairy**\n  - [ ] milk\n- [ ] **Fruit**\n  - [ ] apples', ['milk', 'apples']],
  ['Item,Qty,Place\nmilk,2,fridge\nrice,1 kg,pantry', [`milk: 2 in ${FRIDGE}`, `rice: 1 kg in ${PANTRY}`]],
  ['milk;2;l;fridge\nrice;1;kg;pantry', [`milk: 2 l in ${FRIDGE}`, `rice: 1 kg in ${PANTRY}`]],
  [
    'name\tqty\tunit\tplace\nmilk\t2\tl\tfridge\nham\t1\t\tfridge',
    [`milk: 2 l in ${FRIDGE}`, `ham: 1 in ${FRIDGE}`],
  ],
  ['🥚x12 🥛x2', ['🥚x12 🥛x2']],
  ['Party:\ncrisps £2.00\ncola 2 l £1.50\ncandles', ['crisps', 'cola: 2 l', 'candles']],
  ['milk 2.50\neggs 3.00\nbread\napples 1.20', ['milk', 'eggs', 'bread', 'apples']],
  ['eggs 1.00\nmilk 1.00\nbread 1.00\nwine 3.00', ['eggs', 'milk', 'bread', 'wine']],
  [
    'Visa\nCard for mum\nChange\nCash and carry rice\nBar mix 2.49',
    ['Visa', 'Card for mum', 'Change', 'Cash and carry rice', 'Bar mix'],
  ],
  ['Total cereal\nTotal 0% yogurt 3.49\nBalance bars', ['Total cereal', 'Total 0% yogurt', 'Balance bars']],
  ['- milk - eggs - bread', ['milk', 'eggs', 'bread']],
  ['1) milk 2) eggs 3) bread', ['milk', 'eggs', 'bread']],
  ['Fish: 500 g\nBrood: 2\nFish: cod, haddock', ['Fish: 500 g', 'Brood: 2', 'cod', 'haddock']],
  ['2. eggs\n3.ham', ['eggs', 'ham']],
  ['7.up', ['7.up']],
  ['milk -- 2 l', ['milk: 2 l']],
  ['Milk.....1.45\nHam … 1,45 €\nOil: 1.45', ['Milk', 'Ham', 'Oil']],
  ['milk £2\nham 2€\nrice $3.5\noil 1.-\nBrot 2,–', ['milk', 'ham', 'rice', 'oil', 'Brot']],
  ['Milk x2 @ 1.45\n2 Ham @ 1.45 = 2.90\nOil 1.45 x 2', ['Milk: 2', 'Ham: 2', 'Oil: 2']],
  ['milk, 2.5%\nyoghurt 0,1%, 500g', ['milk, 2.5%', 'yoghurt 0,1%: 500 g']],
  [
    '1 12 HUEVOS L 2,10\n1 LECHE 6X1L 5,40\n2 AGUA 1,5L 0,60 1,20\nTOTAL 8,70',
    ['HUEVOS L: 12', 'LECHE: 6 × 1 l', 'AGUA: 2 × 1.5 l'],
  ],
  [
    'Item    Qty   Price\nApples    6    1.50\nPasta    2    1.90\nTotal        3.40',
    ['Apples: 6', 'Pasta: 2'],
  ],
  ['LATTE 1L X 3\n 3 x 1,29   3,87 A\nPANE   1,20 A\nTOTALE   5,07', ['LATTE: 3 × 1 l', 'PANE']],
  ['Ser Gouda 150g 2 * 5,49 10,98 C\nChleb 4,99 C\nSUMA PLN 15,97', ['Ser Gouda: 2 × 150 g', 'Chleb']],
  ['milk - £1.45\nham - £2.00\ntotal - £3.45', ['milk', 'ham']],
  ['Shop\nMilk\n1.20\nBread\n0.95\nTotal\n2.15\nCash\n5.00', ['Milk', 'Bread']],
  [
    'My order\nOat milk 1L\nQuantity: 2\n£2.90\nBananas\nQuantity: 5\n£0.75\nTotal\n£3.65',
    ['Oat milk: 2 × 1 l', 'Bananas: 5'],
  ],
  [
    'Fridge\nMilk 2 litres\tQty 1\t£1.65\nCheddar 400g\tQty 2\t£6.50\nFreezer\nPeas 1kg\tQty 1\t£1.80\nTotal £9.95',
    [`Milk: 2 l in ${FRIDGE}`, `Cheddar: 2 × 400 g in ${FRIDGE}`, `Peas: 1 kg in ${FREEZER}`],
  ],
  ['BAKERY\nROGGENBROT 4,20 B\nSUMME 4,20\nBAR 5,00\nRÜCKGELD 0,80', ['ROGGENBROT']],
  [
    'SHOP A\nMILK 1.20\nBREAD 0.95\nTOTAL 2.15\nCASH 5.00\nSHOP B\nRICE 2.00\nPASTA 1.00\nTOTAL 3.00\nVISA 3.00',
    ['MILK', 'BREAD', 'RICE', 'PASTA'],
  ],
  [
    'ICA NARA\nMJOLK 1,5L 15,90\nBROD 24,90\nBANAN 0,56kg*24,90kr/kg 13,94\nTotalt 54,74 SEK\nKort 54,74',
    ['MJOLK: 1.5 l', 'BROD', 'BANAN: 0.56 kg'],
  ],
  [
    'E 1234567 KS ORG MILK 12.99 N\n  334455 EGGS 24CT 7.49\n0000123456 / 334455 2.00-\n**** TOTAL 18.48',
    ['KS ORG MILK', 'EGGS 24CT'],
  ],
  [
    'Vollmilch 1 1.80 1.80\nBrot 2 2.50 5.00\nÄpfel 0.845 4.50 3.80\nTotal CHF 10.60',
    ['Vollmilch', 'Brot: 2', 'Äpfel: 0.845 kg'],
  ],
])('%j', (pasted, expected) => {
  expect(parseLines(pasted, kitchen).lines.map(({ entry }) => said(entry))).toEqual(expected);
});

test('A food that the household has is one thing, whatever its name looks like', () => {
  const context = { ...kitchen, foods: knownFoods(['Ham, cheese', 'Milch', 'Eier']) };
  const names = (line: string) => parseLines(line, context).lines.map(({ entry }) => entry.name);
  expect([names('ham, cheese'), names('Milch, Eier')]).toEqual([['ham, cheese'], ['Milch', 'Eier']]);
});
