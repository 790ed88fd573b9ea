import { readAsTable } from '../reading.js';

readAsTable(
  'Packs with a number in them, amounts that are added up, and words that say no amount',
  `
  box of 6 eggs | eggs | 6
  2 x 6 eggs | eggs | 12
  eggs 2x6 | eggs | 12
  2 x 4 planks | 2 x 4 planks
  basmati rice 2kg + 500g | basmati rice | 2.5 kg
  2 kg and 500 g rice | rice | 2.5 kg
  2 lb 8 oz steak freezer | steak | 2.5 lb | Freezer
  flour 2 kg + 1 kg sugar | flour 2 kg + 1 kg sugar
  5 kg or 10 kg potatoes | 5 kg or 10 kg potatoes
  rice 500 g 500 g | rice 500 g | 500 g
  1 kilo y medio de patatas | patatas | 1.5 kg
  un chilo e mezzo di pane | pane | 1.5 kg
  a kilo and a half of rice | rice | 1.5 kg
  1 Pfund Kaffee | Kaffee | 1 pfund
  een pond kaas | kaas | 1 pond
  1 douzaine d’œufs | œufs | 12
  500 g d'olives | olives | 500 g
  eau d'orange | eau d'orange
  some cheese | cheese
  a few carrots fridge | carrots | | Fridge
  a bit of ham | ham
  more milk 2 l | milk | 2 l
  noch 2 l milk | milk | 2 l
  etwas Butter | Butter
  some zorbix | some zorbix
  cucumber (half) fridge | cucumber | 0.5 | Fridge
  vitamin b12 60 tablets | vitamin b12 | 60 tablets
  a box of 6 eggs fridge | eggs | 6 | Fridge
  eggs box of 12 | eggs | 12
  2 boxes of 6 eggs | eggs | 12
  bag of 4 apples | apples | 4
  bacon 2 packs of 8 rashers | bacon | 16 rashers
  2 packs of 8 rashers of bacon | bacon | 16 rashers
  2 tins of 57 beans | 57 beans | 2 tins
  six-pack of beer | beer | 6
  6-pack zorbix | zorbix | 6
  beer 4-pack | beer | 4
  4pk beer | beer | 4
  4er Pack yoghurt | yoghurt | 4
  yoghurt 4er-Pack | yoghurt | 4
  2doz eggs | eggs | 24
`,
);
