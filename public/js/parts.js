// The parts of a page that are fetched again while it is open: those marked data-live.

export const liveParts = () => [...document.querySelectorAll('[data-live]')];

/** Takes them out of a fresh page; what is open and focused stays so. */
export function takeParts(fresh) {
  const open = new Set([...document.querySelectorAll('[data-live] details[open]')].map(placeOf));
  const focused = document.activeElement?.closest('[data-live]') && placeOf(document.activeElement);
  for (const part of liveParts()) {
    const now = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (now) part.replaceChildren(...now.childNodes);
  }
  for (const details of document.querySelectorAll('[data-live] details'))
    if (open.has(placeOf(details))) details.open = true;
  if (focused) findPlace(focused)?.focus({ preventScroll: true });
}

/** Changes the parts; the rows that are looked at stay at their height, whatever comes, goes or moves elsewhere. */
export function keepingHeight(change) {
  const before = liveParts()
    .flatMap((part) => [...part.querySelectorAll('li[id]')])
    .map((row) => ({ id: row.id, top: topOf(row) }))
    .filter(({ top }) => top >= 0 && top < window.innerHeight);
  change();
  const moved = before.flatMap(({ id, top }) => {
    const row = document.getElementById(id);
    return row ? [topOf(row) - top] : [];
  });
  window.scrollBy({ top: mostOf(moved), behavior: 'instant' });
}

const topOf = (row) => Math.round(row.getBoundingClientRect().top);

/** The number that stands there most often: one row alone may have moved. */
function mostOf(numbers) {
  const count = (number) => numbers.filter((one) => one === number).length;
  return numbers.reduce((most, number) => (count(number) > count(most) ? number : most), numbers[0] ?? 0);
}

/** Where an element stands, in words that are true of it in the fresh part too. */
function placeOf(element) {
  const home = element.closest('[id]');
  const kind = element.localName;
  return `${home.id} ${kind} ${[home, ...home.querySelectorAll(kind)].indexOf(element)}`;
}

function findPlace(place) {
  const [id, kind, n] = place.split(' ');
  const home = document.getElementById(id);
  return home && [home, ...home.querySelectorAll(kind)][Number(n)];
}
