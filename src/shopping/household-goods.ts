import { stemsOf } from '../keeping/shelf-life/words.js';

/** What is no food; a brand or a kind may stand before each: “lemon washing-up liquid”. */
const GOODS = `toilet paper, toilet roll, loo roll, kitchen roll, kitchen paper, kitchen towel, paper towel, tissue,
  napkin, serviette, bin bag, bin liner, rubbish bag, freezer bag, sandwich bag, cling film, clingfilm, foil, tinfoil,
  baking paper, baking parchment, greaseproof paper, coffee filter, filter paper, washing up liquid, washing-up liquid,
  dish soap, dishwasher tablet, dishwasher salt, rinse aid, washing powder, washing liquid, washing tablet, detergent,
  fabric softener, fabric conditioner, stain remover, bleach, descaler, limescale remover, cleaner, cleaning spray,
  polish, sponge, scourer, dishcloth, cloth, duster, rubber glove, glove, candle, match, lighter, battery, light bulb,
  lightbulb, soap, hand wash, shower gel, bubble bath, shampoo, conditioner, toothpaste, toothbrush, mouthwash, floss,
  deodorant, razor, razor blade, shaving foam, shaving gel, sun cream, suncream, hand cream, moisturiser, plaster,
  painkiller, paracetamol, ibuprofen, vitamin, cotton wool, cotton bud, wipe, nappy, tampon, sanitary towel,
  panty liner, cat food, dog food, pet food, fish food, cat litter, dog treat, cat treat, bird seed, birdseed, compost,
  firelighter, charcoal, envelope, stamp, sellotape, sticky tape, string, glue, newspaper, magazine, flower`;

const known = new Set(GOODS.split(/,\s+/).map((name) => stemsOf(name).join(' ')));

/** True for what a household needs and nobody eats: paper, soap, batteries, cat food. */
export function isHouseholdGood(name: string): boolean {
  const stems = stemsOf(name);
  return stems.some((_, from) => known.has(stems.slice(from).join(' ')));
}
