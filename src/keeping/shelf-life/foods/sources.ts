export interface Source {
  title: string;
  publisher: string;
  /** None for a page that its publisher updates. */
  year?: number;
}

export const SOURCES = {
  'food-keeper': {
    title: 'The Food Keeper: A Consumer Guide to Food Quality and Safe Handling',
    publisher: 'Food Marketing Institute, with Cornell University',
    year: 2002,
  },
  consumers: {
    title: 'Food Storage Guidelines for Consumers',
    publisher: 'Virginia Cooperative Extension',
    year: 2009,
  },
  counter: { title: 'Pantry Food Storage', publisher: 'Ohio State University Extension', year: 2010 },
  fridge: {
    title: 'Storing Food in the Refrigerator',
    publisher: 'University of Missouri Extension',
  },
  fruit: {
    title: 'Focus on Whole Fruits: How to Select and Store Fruit',
    publisher: 'North Dakota State University Extension',
    year: 2022,
  },
  kiwis: { title: 'Produce Tips: Kiwi', publisher: 'Healthy Family Project' },
  pantry: { title: 'Food Storage Charts', publisher: 'Alabama Cooperative Extension System' },
  rice: { title: 'Home food fact checker', publisher: 'UK Food Standards Agency' },
  'stone-fruit': { title: 'Stone Fruits', publisher: 'StopWaste, Alameda County' },
  sweets: {
    title: 'When Sweet Treats Go Bad: Food Science Experts Offer Advice on the Shelf Life of Candy',
    publisher: 'Kansas State University',
    year: 2010,
  },
} satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
