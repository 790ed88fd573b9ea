/*
 * Functions that run inside the page: each stands alone, and answers with what is wrong there.
 */

/** One heading, a title, a language, a label for each field, no id twice. */
export function bareBones(): string[] {
  const problems: string[] = [];
  const count = (css: string) => document.querySelectorAll(css).length;
  if (count('h1') !== 1) problems.push(`${count('h1')} h1`);
  if (count('main') !== 1) problems.push(`${count('main')} main`);
  if (document.documentElement.lang !== 'en') problems.push('no language');
  if (!/\S · Larder$/.test(document.title)) problems.push(`the title is “${document.title}”`);

  const fields = document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea');
  for (const field of fields) {
    const words = [...(field.labels ?? [])].map((label) => label.textContent?.trim()).join('');
    if (words === '') problems.push(`no label: ${field.outerHTML}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const doubled = ids.filter((id, n) => ids.indexOf(id) !== n);
  if (doubled.length > 0) problems.push(`the same id twice: ${doubled}`);
  for (const described of document.querySelectorAll('[aria-describedby]'))
    for (const id of described.getAttribute('aria-describedby')?.split(' ') ?? [])
      if (!document.getElementById(id)) problems.push(`described by ${id}, which is not there`);
  return problems;
}

/** The page scrolls sideways, or something hangs over the edge of what it stands in. */
export function misplaced(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const problems = scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth}px`] : [];
  const page = document.querySelector('main > .page');
  const edge = page?.getBoundingClientRect().right ?? clientWidth;
  const scrolling = [...document.querySelectorAll('main *')].filter(
    (box) => getComputedStyle(box).overflowX === 'auto',
  );
  const scrollsItself = (element: Element) => scrolling.some((box) => box.contains(element));
  for (const element of document.querySelectorAll('main :is(h1, h2, p, a, button, input, select, table)')) {
    const { right, width } = element.getBoundingClientRect();
    if (scrollsItself(element)) continue;
    if (width > 1 && right > edge + 1)
      problems.push(`${Math.round(right - edge)}px over the edge: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const cell of document.querySelectorAll('main :is(th, td, .item-name, .choice-label, .place-name)'))
    if (cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 1)
      problems.push(`text runs out of its box: ${cell.textContent?.trim().slice(0, 40)}`);
  return problems;
}

/** Targets under 24 by 24, and buttons under 44 high (WCAG 2.5.8; a link inside a sentence is exempt). */
export function tooSmall(): string[] {
  const inSentence = (target: Element) =>
    target.matches('p a') &&
    getComputedStyle(target).display === 'inline' &&
    target.parentElement?.textContent?.trim() !== target.textContent?.trim();
  const problems: string[] = [];
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  for (const target of document.querySelectorAll<HTMLElement>(targets)) {
    if (!target.checkVisibility() || target.matches('.skip-link') || inSentence(target)) continue;
    const { width, height } = (target.closest('.choice') ?? target).getBoundingClientRect();
    const size = `${Math.round(width)} by ${Math.round(height)}: ${target.outerHTML.slice(0, 80)}`;
    if (width < 24 || height < 24) problems.push(`too small, ${size}`);
    else if (target.matches('.button, nav a') && height < 44)
      problems.push(`not as high as a thumb, ${size}`);
  }
  return problems;
}

/**
 * Marks one element of each look that is not among those seen, for axe to judge its colours.
 * @returns the new looks: colours of the text and of all that it stands on, and its size
 */
export function markNewLooks({ seen, mark }: { seen: string[]; mark: string }): string[] {
  const known = new Set(seen);
  const looks = new Map<Element, string>();
  const lookOf = (element: Element | null): string => {
    if (!element) return '';
    const found = looks.get(element);
    if (found !== undefined) return found;
    const { backgroundColor, backgroundImage, opacity, boxShadow, filter } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, boxShadow, filter];
    // What changes nothing is left out, so that depth alone makes no look.
    const standsOut = own.join() !== 'rgba(0, 0, 0, 0),none,1,none,none';
    const look = lookOf(element.parentElement) + (standsOut ? `${own.join()}|` : '');
    looks.set(element, look);
    return look;
  };
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!(hasText || element.matches('input, select, textarea')) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const look = [
      lookOf(element),
      color,
      fontSize,
      fontWeight,
      textShadow,
      element.matches(':disabled'),
    ].join();
    if (known.has(look)) continue;
    known.add(look);
    element.setAttribute(mark, '');
  }
  return [...known].slice(seen.length);
}

/** How many rows of food stand whole above the bars that are fixed at the bottom. */
export function rowsOnFirstScreen(): number {
  const bar = document.querySelector('.quick-entry')?.getBoundingClientRect().top ?? innerHeight;
  return [...document.querySelectorAll('.item')].filter(
    (row) => row.checkVisibility() && row.getBoundingClientRect().bottom <= bar,
  ).length;
}

/** True when it stands whole between the top of the screen and the bars that are fixed at the bottom. */
export function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const line = document.querySelector('.quick-entry');
  const isFixed = line !== null && getComputedStyle(line).position === 'fixed';
  return top >= 0 && bottom <= (isFixed ? line.getBoundingClientRect().top : innerHeight);
}

/** Words that go on in the next line. */
export function brokenWords(): string[] {
  const isHidden = (element: Element) =>
    !element.checkVisibility() || element.closest('.visually-hidden, option, textarea') !== null;
  const isClipped = (element: Element) => getComputedStyle(element).clipPath !== 'none';
  const broken: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!parent || isHidden(parent) || isClipped(parent)) continue;
    for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[\p{L}\p{N}’]+/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}
