/**
 * The words of one language that Larder reads in a line, a list or a receipt, and says of amounts. Each stands once;
 * what several look-ups share is joined there. They are spelled as people spell them: case and accents don't matter.
 *
 * A text of words has a space between two. Where a word has several spellings or forms they stand together, with a
 * stroke: `jan/january feb/february`. A list has phrases.
 */
export interface Vocabulary {
  calendar: CalendarWords;
  /** Numbers from one on. */
  numbers: string;
  dozen?: string;
  half?: string;
  /** Weights and volumes, by how each is kept. */
  measures: Record<string, string>;
  containers: ContainerWords[];
  lists: Record<ListKind, string>;
  places?: PlaceWords;
  /** “2 kg of flour” */
  of?: string;
  /** What makes of a number so many in one: the end of “4er”. */
  packEnding?: string;
  /** Before a food, some of it and no amount: “a few carrots”. */
  vague?: string[];
  /** After a measure, that each of several holds it: “2 punnets 250 g each”. */
  each?: string;
  /**
   * What is a word of English or a food too, or one of another kind here: “mayo”, “may”, “set”. It counts only where it
   * can’t be mistaken: a month beside a day or after “best before”, a unit never without a number.
   */
  ambiguous: string;
}

export type Span = 'day' | 'week' | 'fortnight' | 'month' | 'year';
/** A part of a month, in thirds, or its last day. */
export type MonthPart = 'beginning' | 'middle' | 'late' | 'end';
/** What was done on a day. */
export type Fact = 'opened' | 'bought' | 'frozen';

export interface CalendarWords {
  /** Twelve. */
  months: string;
  /** Seven, from Sunday on. */
  weekdays: string;
  relative: Partial<Record<RelativeDay, string[]>>;
  spans: Partial<Record<Span, string>>;
  /** What a pack says of quality, and people say of it. A date follows. */
  bestBefore: string[];
  /** The same, of the end of the month or the year that follows. */
  bestBeforeEnd?: string[];
  /** What a pack says of safety. */
  useBy: string[];
  /** “Until” and the like: a date follows, of which another word may say more. */
  until: string;
  monthParts: Record<MonthPart, string>;
  /** “In” five days. */
  ahead: string;
  /** Before or after a span that has passed: “two days ago”, “vor zwei Tagen”. */
  ago: { before?: string[]; after?: string };
  facts: Record<Fact, string>;
}

/** `justNow` is today too, said of what was done. */
export type RelativeDay =
  | 'dayBeforeYesterday'
  | 'yesterday'
  | 'justNow'
  | 'today'
  | 'tomorrow'
  | 'dayAfterTomorrow';

/** What food comes in. */
export interface ContainerWords {
  /** Of one and of several: `tin/tins`; more forms may follow. */
  words: string;
  /** Said of any number by people in a hurry: “3 tin tomatoes”. Elsewhere “2 pot noodles” are no pots. */
  hurried?: boolean;
  /** It leaves the food beside it what it is: a tin does not. */
  wrapsOnly?: boolean;
  /** Six of them, or one of six: “6 pack beer”. */
  multipack?: boolean;
  /** A part of one food: a weight beside ten slices is that of all of them, beside ten tins that of each. */
  part?: boolean;
}

/**
 * What stands on lists and receipts besides food: phrases parted by commas, or words. Of accents, small words and
 * numbers between them nothing depends.
 */
export type ListKind =
  /** Phrases that, with nothing but numbers beside them, end what was bought: “total”. */
  | 'totals'
  /** The same for a sum on the way there. */
  | 'subtotals'
  /** Words of sums, payments, taxes and tills. A line of nothing but these and numbers names no food. */
  | 'sums'
  /** Words that may stand beside those and alone say nothing. */
  | 'besides'
  /** Phrases that a line with a price begins with when what it costs is no food: “carrier bag”. */
  | 'charges'
  /** Words that anywhere in a line with a price make a deposit or a discount of it. */
  | 'deposits'
  /** Phrases that no line with food begins with: “thank you”. */
  | 'chatter'
  /** Phrases that are the title of a list, and nothing else. */
  | 'titles'
  /** Phrases that ask for what comes after them: “can you get”. */
  | 'asking'
  /** Before a place: “for the freezer”. */
  | 'meant for'
  /** Sections of a shop or a list: “dairy”, “fruit and veg”. */
  | 'sections'
  /** How many of a thing, on a receipt: “ea”, “stk”. */
  | 'pieces'
  /** What may stand before a number of things: “qty”. */
  | 'counted'
  /** What may stand before a weight: “net”. */
  | 'measured'
  /** Words that stand after a comma and describe what stands before it: “tomatoes, tinned”. */
  | 'describing'
  /** How words end that do so: “chopped”. */
  | 'describingEnds'
  /** Before the last of several things. */
  | 'and'
  /** Single things with such a word in them: “fish and chips”. */
  | 'together'
  /** Columns of a table of things, and its own heading. */
  | 'columns';

export type KnownKind = 'fridge' | 'freezer' | 'pantry';
export type PlaceWords = Record<KnownKind, string>;

/** What is read in English only: the little words of a sentence, and names that have a number in them. */
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
  /** Before an ounce, a measure of its own. */
  fluid: string;
  fluidOunce: string;
  /** The endings of “1st” to “4th”. */
  ordinals: string;
  /** What Larder writes before a day and a place. */
  written: Record<'bestBefore' | 'useBy' | 'in' | Fact, string>;
  /** Units that a form offers. */
  offered: string;
  /** Before a date, it says something else: “made”, “sell”. */
  otherDates: string;
  /** Before a day of the week: the next. */
  nextDay: string;
  /** The same, which may be today. */
  thisDay: string;
  lastDay: string;
  /** Before a day of the week, it says none. */
  everyDay: string;
  /** A letter right after a number: “2w”. */
  spanLetters: Record<Exclude<Span, 'fortnight'>, string>;
  /** Before a date it may be the number of a lot, which often is the date. */
  lot: string;
}

export interface SentenceWords {
  a: string;
  the: string;
  and: string;
  in: string;
  /** Where something goes, besides `in`. */
  at: string;
  /** “On Friday” */
  on: string;
  /** Where it does not go, and what a week is counted from. */
  from: string;
  elsewhere: string;
}

export interface NameWords {
  /** Names of two words, the first of which is a unit elsewhere. */
  compounds: string[];
  /** After a number, one name with it: “7 up”. */
  afterNumber: string;
  /** Before a number, one name with it: “omega 3”. */
  beforeNumber: string;
  /** After a number and before another word, one name with both: “5 spice powder”. */
  betweenNumberAndName: string;
  /** Before a day or month, one name with it: “good friday”. */
  beforeDay: string;
  /** A span after one of these says how old it is, or for whom: “gouda 12 months”, “formula 6 months”. */
  ofAge: string;
  /** A number with an m after one of these is its length. */
  byLength: string;
}
