import { type IsoDate, inWords } from '../../calendar/day.js';
import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import { daysContext } from '../../entry-line/dates/day-field.js';
import { type DateHint, dateHint } from '../../items/date-hint.js';
import { amountText, isUseBy, type Place } from '../../stock/stock.js';
import type { Errors, Values } from '../../web/form.js';
import { dateOf, historyOf } from './put-away.dates.js';
import { detailsStepForm, detailTyped, drawnOnField } from './put-away.form.js';
import { type Line, linesOf } from './put-away.lines.js';

/** A line as its row says it. */
export interface Row {
  id: string;
  name: string;
  /** Empty for one of it. */
  amount: string;
  /** "3 Dec"; empty for no date. */
  date: string;
  isGuess: boolean;
  isUseBy: boolean;
  isSkipped: boolean;
  isWrong: boolean;
  hint: DateHint;
}

export interface Group {
  /** Undefined where no place was chosen. */
  place: Place | undefined;
  rows: Row[];
}

/**
 * The rows of a page of lines, by the place that each goes to.
 * @returns a function from what the form's fields say: they may say more than was saved
 */
export async function rowsByPlace(
  context: DraftContext,
  places: Place[],
): Promise<(values: Values, errors: Errors) => Group[]> {
  const { deps, member, draft } = context;
  const lines = linesOf(draft);
  const days = daysContext(member.household, deps.clock.now());
  const history = await historyOf(context);
  const { shape } = detailsStepForm(lines, days);

  return (values, errors) => {
    const placeOf = ({ id }: Line) => places.find((place) => String(place.id) === values[`place_${id}`]);
    return [undefined, ...places]
      .map((place) => ({ place, rows: lines.filter((line) => placeOf(line) === place).map(row) }))
      .filter(({ rows }) => rows.length > 0);

    function row(line: Line): Row {
      const { id, name } = line;
      const place = placeOf(line);
      const kind = place?.kind ?? 'other';
      return {
        id,
        name,
        ...said(line, values),
        isSkipped: values[`leave_out_${id}`] === 'yes',
        isWrong: Object.keys(errors).some((field) => field.endsWith(`_${id}`)),
        hint: dateHint(name, { placeKind: kind }, drawnOn(values), history.get(id)),
      };
    }
  };

  function drawnOn(values: Values): IsoDate {
    return drawnOnField(days).parse(values.drawn_on);
  }

  /** Amount and date in words; the amount as typed where it can't be read. */
  function said(line: Line, values: Values): Pick<Row, 'amount' | 'date' | 'isGuess' | 'isUseBy'> {
    const { quantityMilli, unit = '', ...detail } = detailTyped(line, values, shape);
    const typed = values[`amount_${line.id}`] ?? '';
    const amount = quantityMilli === undefined ? typed : amountText({ quantityMilli, unit });
    const date = dateOf(line, { ...detail, unit }, places, drawnOn(values));
    return {
      amount: amount === '1' ? '' : amount,
      date: dayShown(date.bestBefore, days.today),
      isGuess: Boolean(date.estimateId),
      isUseBy: isUseBy(date),
    };
  }
}

function dayShown(day: IsoDate | null, today: IsoDate): string {
  return day === null ? '' : inWords(day, today).date;
}
