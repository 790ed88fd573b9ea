// After an action the page stands at the height where it stood; without script an anchor leads to the row.

const KEPT = 'height';
const here = () => location.pathname;

const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
sessionStorage.removeItem(KEPT);
if (kept?.path === here()) window.scrollTo({ top: kept.top, behavior: 'instant' });

document.addEventListener('submit', ({ defaultPrevented, target }) => {
  const back = new FormData(target).get('return_to');
  if (defaultPrevented || typeof back !== 'string') return;
  if (new URL(back, location.href).pathname !== here()) return;
  sessionStorage.setItem(KEPT, JSON.stringify({ path: here(), top: window.scrollY }));
});

for (const opened of document.querySelectorAll('[data-focus-on-open]'))
  opened.addEventListener('toggle', () => {
    if (opened.open) opened.querySelector('input:not([type="hidden"])')?.focus();
  });
