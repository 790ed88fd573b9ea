/**
 * The words of one language that Larder reads in a line, a list or a receipt. Case and accents don't matter.
 * Words have a space between them, spellings and forms of one word a stroke: `jan/january feb/february`. A list has
 * phrases.
 */
export interface Vocabulary {
  calendar: CalendarWords;
  numbers: string;
  dozen?: string;
  half?: string;
  /** Weights and volumes, by unit. */
  measures: Record<string, string>;
  containers: ContainerWords[];
  lists: Record<ListKind, string>;
  places?: PlaceWords;
  /** “2 kg of flour” */
  of?: string;
  /** The end of “4er”. */
  packEnding?: string;
  /** Some, but no amount: “a few carrots”. */
  vague?: string[];
  /** “2 punnets 250 g each”. */
  each?: string;
  /**
   * Words that are also English words or foods: “mayo”, “may”, “set”. A month needs a day or “best before” beside
   * it, a unit a number.
   */
  ambiguous: string;
}

export type Span = 'day' | 'week' | 'fortnight' | 'month' | 'year';
/** Thirds of a month, or its last day. */
export type MonthPart = 'beginning' | 'middle' | 'late' | 'end';
export type Fact = 'opened' | 'bought' | 'frozen';

export interface CalendarWords {
  months: string;
  /** From Sunday on. */
  weekdays: string;
  relative: Partial<Record<RelativeDay, string[]>>;
  spans: Partial<Record<Span, string>>;
  /** Quality dates. */
  bestBefore: string[];
  /** Before a month or a year: its end. */
  bestBeforeEnd?: string[];
  /** Safety dates. */
  useBy: string[];
  /** “Until”: another word may change its meaning. */
  until: string;
  monthParts: Record<MonthPart, string>;
  /** “In” five days. */
  ahead: string;
  /** “two days ago”, “vor zwei Tagen”. */
  ago: { before?: string[]; after?: string };
  facts: Record<Fact, string>;
}

/** `justNow` is today, for what was done. */
export type RelativeDay =
  | 'dayBeforeYesterday'
  | 'yesterday'
  | 'justNow'
  | 'today'
  | 'tomorrow'
  | 'dayAfterTomorrow';

export interface ContainerWords {
  /** `tin/tins`; more forms may follow. */
  words: string;
  /** Also singular after a number: “3 tin tomatoes”, not “2 pot noodles”. */
  hurried?: boolean;
  /** Leaves the food what it is; a tin does not. */
  wrapsOnly?: boolean;
  /** “6 pack beer”: six of them, or one of six. */
  multipack?: boolean;
  /** A part of one food: a weight beside ten slices is for all, beside ten tins for each. */
  part?: boolean;
}

/**
 * What lists and receipts have besides food: phrases between commas, or words. Accents, small words and numbers
 * don't matter.
 */
export type ListKind =
  /** Alone with numbers, the end of the goods: “total”. */
  | 'totals'
  /** “subtotal”. */
  | 'subtotals'
  /** Sums, payments, taxes, tills: alone with numbers, no food. */
  | 'sums'
  /** Mean nothing alone; may stand beside sums. */
  | 'besides'
  /** Before a price, no food: “carrier bag”. */
  | 'charges'
  /** Anywhere before a price: a deposit or a discount. */
  | 'deposits'
  /** Begin no line of food: “thank you”. */
  | 'chatter'
  /** Titles of a list. */
  | 'titles'
  /** “can you get”. */
  | 'asking'
  /** “for the freezer”. */
  | 'meant for'
  /** “dairy”, “fruit and veg”. */
  | 'sections'
  /** “ea”, “stk”. */
  | 'pieces'
  /** “qty”. */
  | 'counted'
  /** “net”. */
  | 'measured'
  /** After a comma: “tomatoes, tinned”. */
  | 'describing'
  /** Ends of such words: “chopped”. */
  | 'describingEnds'
  | 'and'
  /** One thing with an “and”: “fish and chips”. */
  | 'together'
  /** Of a table of things. */
  | 'columns';

export type KnownKind = 'fridge' | 'freezer' | 'pantry';
export type PlaceWords = Record<KnownKind, string>;

/** Read in English only: small words, and names with a number. */
export interface EnglishVocabulary extends Vocabulary {
  dozen: string;
  half: string;
  third: string;
  quarter: string;
  /** “A couple of” */
  couple: string;
  of: string;
  places: PlaceWords;
  sentence: SentenceWords;
  names: NameWords;
  /** Before ounce. */
  fluid: string;
  fluidOunce: string;
  /** “1st” to “4th”. */
  ordinals: string;
  /** Written by Larder before a day and a place. */
  written: Record<'bestBefore' | 'useBy' | 'in' | Fact, string>;
  /** In forms. */
  offered: string;
  /** “made”, “sell”: another meaning of a date. */
  otherDates: string;
  nextDay: string;
  thisDay: string;
  lastDay: string;
  /** “every”: no date. */
  everyDay: string;
  /** “2w” */
  spanLetters: Record<Exclude<Span, 'fortnight'>, string>;
  /** A lot's number is often a date. */
  lot: string;
}

export interface SentenceWords {
  a: string;
  the: string;
  and: string;
  in: string;
  /** Before a place, besides `in`. */
  at: string;
  on: string;
  from: string;
  elsewhere: string;
}

export interface NameWords {
  /** Two words, the first a unit elsewhere. */
  compounds: string[];
  /** “7 up” */
  afterNumber: string;
  /** “omega 3” */
  beforeNumber: string;
  /** “5 spice powder” */
  betweenNumberAndName: string;
  /** “good friday” */
  beforeDay: string;
  /** “gouda 12 months”, “formula 6 months” */
  ofAge: string;
  /** Before a length in m. */
  byLength: string;
}
