import { type Kysely, sql } from 'kysely';

/** Characters between words. */
const BETWEEN = [...'-–—/\\()[],.;:&+*!?%#@_"“”„«»'];
/** Left out of a word: Jerry's is Jerrys. */
const WITHIN = [..."'’‘`´"];
/** Letters that the tokenizer does not take apart. */
const PLAIN = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ı: 'i',
};

/**
 * An index of three letters in a row of foods' names, without case and accents. A row's id begins with the
 * household, so that a search reads only its own part. Triggers keep it up to date.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table food_letters using fts5(
    words, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1'
  )`.execute(db);
  await sql`insert into food_letters (rowid, words) select ${rowId('foods')}, ${words('foods')} from foods`.execute(
    db,
  );
  await sql`create trigger foods_letters_insert after insert on foods begin
    insert into food_letters (rowid, words) values (${rowId('new')}, ${words('new')});
  end`.execute(db);
  await sql`create trigger foods_letters_update after update of id, household_id, name on foods begin
    delete from food_letters where rowid = ${rowId('old')};
    insert into food_letters (rowid, words) values (${rowId('new')}, ${words('new')});
  end`.execute(db);
  await sql`create trigger foods_letters_delete after delete on foods begin
    delete from food_letters where rowid = ${rowId('old')};
  end`.execute(db);
}

/** The household in the upper 32 bits, the food in the lower. */
function rowId(row: string) {
  return sql.raw(`${row}.household_id * 4294967296 + ${row}.id`);
}

/** Two spaces before each word and one at the end, so that its first and last letters count. */
function words(row: string) {
  const replacements = [
    ...WITHIN.map((mark) => [mark, '']),
    ...Object.entries(PLAIN),
    ...BETWEEN.map((mark) => [mark, ' ']),
    [' ', '  '],
  ];
  const name = replacements.reduce(
    (text, [from = '', to = '']) => `replace(${text}, ${quoted(from)}, ${quoted(to)})`,
    `${row}.name`,
  );
  return sql.raw(`'  ' || ${name} || ' '`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
