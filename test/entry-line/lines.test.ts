import { readAsTable } from './reading.js';

/** Lines as people type them: what is read, between strokes: the name, how much, where, until when, what was left over. */
const LINES = `
  eggs x12 fridge next-ish | eggs next-ish | 12 | Fridge | | left over: next-ish
  soup 32 dec | soup 32 dec
  milk 31 feb fridge | milk 31 feb | | Fridge
  salmon fillets (2 pack) 240g | salmon fillets | 2 × 120 g
  4 tins chopped tomatoes 400g | chopped tomatoes | 4 × 400 g
  pork chops x 4 1 Dec 2026 | pork chops | 4 | | 2026-12-01
  oats 1 kg bag | oats | 1 kg
  two apples | apples | 2
  1 1⁄2 l milk | milk | 1.5 l
  2 x 400g tins chopped tomatoes | chopped tomatoes | 2 × 400 g
  milk 2l x 3 | milk | 3 × 2 l
  6 x 1.5L water | water | 6 × 1.5 l
  3x500g mince freezer | mince | 3 × 500 g | Freezer
  chicken 2x300g tomorrow | chicken | 2 × 300 g | | 2026-11-23
  bananas (6) | bananas | 6
  a couple of leeks | leeks | 2
  half a cabbage | cabbage | 0.5
  quarter pumpkin | pumpkin | 0.25
  1kg/2 chickens | 1kg/2 chickens
  10 % fat yoghurt 500g | 10 % fat yoghurt | 500 g
  coke zero 2l | coke zero | 2 l
  7 grain bread | 7 grain bread
  beans 400g (4) | beans | 4 × 400 g
  £2 cheese | £2 cheese
  2 x 75 cl bottles red wine | red wine | 2 × 75 cl
  red wine 75cl 2 bottles | red wine | 2 × 75 cl
  beer 4 cans 440ml fridge | beer | 4 × 440 ml | Fridge
  440ml beer x 4 | beer | 4 × 440 ml
  4 x beer 440 ml | beer | 4 × 440 ml
  6 bottles of 330 ml beer | beer | 6 × 330 ml
  six bottles beer 330ml | beer | 6 × 330 ml
  2 packs of 250 g butter | butter | 2 × 250 g
  butter 2 packs (250 g) | butter | 2 × 250 g
  butter (2 x 250 g) | butter | 2 × 250 g
  butter, 2 x 250g, fridge | butter | 2 × 250 g | Fridge
  3 jars 340g peanut butter | peanut butter | 3 × 340 g
  1 jar honey 454g | honey | 1 × 454 g
  a jar of honey 340 g | honey | 1 × 340 g
  half a jar of honey | honey | 0.5 jar
  half jar honey | honey | 0.5 jar
  ½ jar honey | honey | 0.5 jar
  1½ jars honey | honey | 1.5 jars
  2 1/2 jars honey | honey | 2.5 jars
  two and a half kilos of potatoes | potatoes | 2.5 kg
  2 and a half kg potatoes | potatoes | 2.5 kg
  one and a half litres milk | milk | 1.5 l
  three quarters of a pizza | pizza | 0.75
  3/4 pizza | pizza | 0.75
  two thirds of a cake | cake | 0.667
  a third of a cake | cake | 0.333
  a quarter of a watermelon | watermelon | 0.25
  half of a melon | melon | 0.5
  half melon | melon | 0.5
  .5 l milk | milk | 0.5 l
  0.5l milk | milk | 0.5 l
  0,75 l wine | wine | 0.75 l
  1.250 kg apples | apples | 1.25 kg
  apples 1.250kg | apples | 1.25 kg
  1,5kg apples | apples | 1.5 kg
  apples: 1.5 kg | apples | 1.5 kg
  apples - 1.5 kg - fridge | apples | 1.5 kg | Fridge
  apples (1.5 kg), fridge | apples | 1.5 kg | Fridge
  1.5 kg of apples in the fridge | apples | 1.5 kg | Fridge
  a kilo of apples | apples | 1 kg
  a pound of mince | mince | 1 lb
  half a pound of mince | mince | 0.5 lb
  half a kilo mince | mince | 0.5 kg
  a dozen eggs | eggs | 12
  two dozen eggs | eggs | 24
  half a dozen eggs | eggs | 6
  half dozen eggs | eggs | 6
  dozen of eggs | eggs | 12
  eggs a dozen | eggs | 12
  eggs 12 | eggs | 12
  eggs (12) | eggs | 12
  eggs x 12 | eggs | 12
  eggs ×12 | eggs | 12
  12x eggs | eggs | 12
  12 x eggs | eggs | 12
  eggs, 12 | eggs | 12
  eggs: 12 | eggs | 12
  twelve eggs | eggs | 12
  large eggs 12 | large eggs | 12
  12 large eggs | large eggs | 12
  12 eggs large | eggs large | 12
  eggs 12 large | eggs large | 12 | | | left over: large
  eggs 12 5 dec | eggs | 12 | | 2026-12-05
  eggs x 12 5 dec | eggs | 12 | | 2026-12-05
  eggs 12 pcs | eggs | 12 pcs
  10 slices ham | ham | 10 slices
  ham 10 slices | ham | 10 slices
  ham 120g 10 slices | ham | 10 × 12 g
  cheese 8 slices 200 g | cheese | 8 × 25 g
  a head of lettuce | lettuce | 1 head
  2 heads lettuce | lettuce | 2 heads
  lettuce 2 | lettuce | 2
  one lettuce | lettuce | 1
  a lettuce | lettuce | 1
  lettuce | lettuce
  garlic 3 bulbs | garlic bulbs | 3 | | | left over: bulbs
  3 cloves garlic | garlic | 3 cloves
  2 stick celery | celery | 2 stick
  celery 2 sticks | celery | 2 sticks
  a bunch of coriander | coriander | 1 bunch
  coriander 1 bunch | coriander | 1 bunch
  2 bunches spring onions | spring onions | 2 bunches
  tin of beans | beans | 1 tin
  bag of spinach 240g sunday | spinach | 1 × 240 g | | 2026-11-22
  2 bags spinach 240g | spinach | 2 × 240 g
  spinach 240g bag | spinach | 240 g
  240g bag spinach | spinach | 240 g
  240 g bag of spinach | spinach | 240 g
  500 g pack mince | mince | 500 g
  mince 500g pack x2 | mince | 2 × 500 g
  2 x 500g packs mince | mince | 2 × 500 g
  2 500g packs mince | mince | 2 × 500 g
  2 l bottle milk | milk | 2 l
  milk 2 l bottle | milk | 2 l
  2 bottles milk 2 l | milk | 2 × 2 l
  2 pot noodles | pot noodles | 2
  pot noodles 4 | pot noodles | 4
  4 pot noodles pantry | pot noodles | 4 | Pantry
  6 pack beer | 6 pack beer
  beer 6 pack | beer 6 pack
  (6 pack) beer | (6 pack) beer
  bread rolls (6 pack) | bread rolls | 6
  bread rolls 6 | bread rolls | 6
  6 bread rolls | bread rolls | 6
  6 rolls | rolls | 6
  bacon rashers 8 pack fri | bacon rashers 8 pack | | | 2026-11-27
  bacon 2 packs 5 dec | bacon | 2 packs | | 2026-12-05
  salmon 2 fillets use by mon | salmon fillets | 2 | | use by 2026-11-23 | left over: fillets
  2 salmon fillets 240g | salmon fillets | 2 × 120 g
  2 onions 300 g | onions | 2 × 150 g
  3 apples 500 g | apples | 3 × 167 g
  4 yoghurts 125 g | yoghurts | 4 × 125 g
  2 mince 500 g freezer | mince | 2 × 500 g | Freezer
  2 red peppers 300 g | red peppers | 2 × 150 g
  2 oranges 1 l | oranges | 2 × 1 l
  2 punnets strawberries 250 g each | strawberries | 2 × 250 g
  6 bottles beer 33 cl each fridge | beer | 6 × 33 cl | Fridge
  gin 70cl 40% | gin 40% | 70 cl | | | left over: 40%
  cucumber 1/2 | cucumber | 0.5
  cabbage 3/4 fridge | cabbage | 0.75 | Fridge
  2 milk 1 l | milk | 2 × 1 l
  onions 2 - 3 kg | onions 2 - 3 kg
  3-4 onions | 3-4 onions
  onions (about 500g) | onions (about 500g)
  milk 1/2 | milk 1/2 | | | | left over: 1/2
  milk ½ | milk | 0.5
  cucumber ½ fridge | cucumber | 0.5 | Fridge
  carrots loose 7 | carrots loose 7
  tuna 4 tins 145g in spring water pantry | tuna in spring water | 4 × 145 g | Pantry | | left over: in spring water
  tuna in brine 145g x4 | tuna in brine | 4 × 145 g
  coconut milk 400ml tin x3 | coconut milk | 3 × 400 ml
  ice cream 900 ml freezer vanilla | ice cream vanilla | 900 ml | Freezer | | left over: vanilla
  yoghurts 4 x 125g strawberry fridge 8 dec | yoghurts strawberry | 4 × 125 g | Fridge | 2026-12-08 | left over: strawberry
  mature cheddar 350 g block fridge | mature cheddar block | 350 g | Fridge | | left over: block
  bread 800g white sliced pantry wed | bread white sliced | 800 g | Pantry | 2026-11-25 | left over: white sliced
  quorn mince 300g freezer dunno when | quorn mince dunno when | 300 g | Freezer | | left over: dunno when
  chicken thighs 1kg freezer (from Aldi) | chicken thighs (from Aldi) | 1 kg | Freezer | | left over: (from Aldi)
  soup 2 tubs (leek & potato) freezer | soup (leek & potato) | 2 tubs | Freezer | | left over: (leek & potato)
  tomatoes 400 g sun dried | tomatoes sun dried | 400 g | | | left over: sun dried
  chocolate fridge cake | chocolate fridge cake
  milk fridge door | milk door | | Fridge | | left over: door
  fridge magnets | fridge magnets
  3 bean salad | 3 bean salad
  2 bean salads | 2 bean salads
  4 cheese pizza | 4 cheese pizza
  5 spice powder | 5 spice powder
  100% orange juice 1 l | 100% orange juice | 1 l
  2% milk 1 gallon | 2% milk | 1 gal
  1 gal milk | milk | 1 gal
  half and half | half and half
  half and half 500 ml | half and half | 500 ml
  7 up | 7 up
  7up 2 l | 7up | 2 l
  pepsi max 2 l x 4 | pepsi max | 4 × 2 l
  coca cola 24 x 330ml cans | coca cola | 24 × 330 ml
  24 x 330ml cans coca cola | coca cola | 24 × 330 ml
  24 cans coca cola 330ml | coca cola | 24 × 330 ml
  v8 juice 1l | v8 juice | 1 l
  nappies size 4 44 | nappies size 4 44
  omega 3 capsules | omega 3 capsules
  vitamin d 1000 | vitamin d 1000
  2 kg bag flour + 1 kg sugar | flour + 1 kg sugar | 2 kg
  1 packet crisps (6 x 25g) | crisps (6 x 25g) | 1 packet
  crisps 6 x 25 g multipack | crisps multipack | 6 × 25 g | | | left over: multipack
  0 eggs | 0 eggs
  1,000 g rice | 1,000 g rice
  rice 1.000 g | rice 1.000 g
  1000 g rice | rice | 1000 g
  5kg | 5kg
  x2 | x2
  ham 10 slices 120 g | ham | 10 × 12 g
  eggs 12 12/12 | eggs | 12 | | 2026-12-12
  2 400 g tins tomatoes | tomatoes | 2 × 400 g
  two red onions | red onions | 2
  organic milk 2 | organic milk | 2
  five spice pork | five spice pork
  half fat cheddar 200 g | half fat cheddar | 200 g
  six x 330 ml beer | beer | 6 × 330 ml
  milk 2 l for the cat | milk for the cat | 2 l | | | left over: for the cat
  onions 300 g or so | onions or so | 300 g | | | left over: or so
  coffee 3 in 1 | coffee 3 in 1
  500 g mince x2 | mince | 2 × 500 g
`;

readAsTable('In a kitchen of usual food', LINES);
