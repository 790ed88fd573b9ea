// A second tap must not post twice; a form that came back wrong must say so first.

const BUSY_FOR_MS = 4000;
const busy = new Set();

document.querySelector('[data-error-summary]')?.focus();
document.addEventListener('submit', sendOnce);
window.addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of busy) rest(form);
});

function sendOnce(event) {
  if (event.defaultPrevented) return;
  const form = event.target;
  if (busy.has(form)) {
    event.preventDefault();
    return;
  }
  busy.add(form);
  form.setAttribute('aria-busy', 'true');
  event.submitter?.setAttribute('data-sent', '');
  setTimeout(rest, BUSY_FOR_MS, form);
}

function rest(form) {
  busy.delete(form);
  form.removeAttribute('aria-busy');
  for (const button of document.querySelectorAll('[data-sent]')) button.removeAttribute('data-sent');
}
