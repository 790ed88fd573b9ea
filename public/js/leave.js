// What was typed into a form that says data-keep is kept when its page is left, whichever way.

const sent = new WeakSet();

for (const form of document.querySelectorAll('form[data-keep]')) keepWhenLeft(form);

function keepWhenLeft(form) {
  let before = said(form);
  form.addEventListener('submit', () => sent.add(form));
  window.addEventListener('pageshow', () => sent.delete(form));
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });

  function keep() {
    const now = said(form);
    if (sent.has(form) || now === before) return;
    if (navigator.sendBeacon(form.dataset.keep, new URLSearchParams(now))) before = now;
  }
}

function said(form) {
  return new URLSearchParams(new FormData(form)).toString();
}
