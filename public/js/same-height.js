// After an action the page stands at the height where it stood; without script an anchor leads to the row.

const KEPT = 'height';
const here = () => location.pathname;

// Measured by the heading, since a message above it may come or go.
const height = () => document.querySelector('main h1')?.getBoundingClientRect().top ?? -window.scrollY;

const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
sessionStorage.removeItem(KEPT);
if (kept?.path === here()) standAt(kept.top);

function standAt(top) {
  const stand = () => window.scrollBy({ top: height() - top, behavior: 'instant' });
  const { hash } = location;
  // The browser itself would go to the anchor a moment later.
  history.replaceState(history.state, '', location.pathname + location.search);
  stand();
  if (hash)
    window.addEventListener('load', () => {
      // From there the Tab key goes on.
      location.replace(hash);
      stand();
    });
}

document.addEventListener('submit', ({ defaultPrevented, target }) => {
  const back = new FormData(target).get('return_to');
  if (defaultPrevented || typeof back !== 'string') return;
  if (new URL(back, location.href).pathname !== here()) return;
  sessionStorage.setItem(KEPT, JSON.stringify({ path: here(), top: height() }));
});

// Within the tap, not after it: who types at once types into the field. What is opened by the page keeps the focus where it is.
for (const opened of document.querySelectorAll('[data-focus-on-open]'))
  opened.querySelector('summary').addEventListener('click', (event) => {
    event.preventDefault();
    opened.open = !opened.open;
    if (opened.open) opened.querySelector('input:not([type="hidden"])')?.focus();
  });
