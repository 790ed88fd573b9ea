// Ticking without waiting for the page: each tick is sent at once, in order, and again until the server has it.

const TRY_AGAIN_MS = 3000;
const NO_NETWORK =
  'No connection. Your ticks are kept here and sent as soon as there is one: leave this page open.';

const parts = document.querySelectorAll('[data-live]');
const messages = document.querySelector('.flashes');
/** Forms that the server has not taken yet, the oldest first. */
const waiting = [];
let sending = false;

if (parts.length > 0) {
  document.addEventListener('submit', tick, { capture: true });
  document.addEventListener('visibilitychange', lookAgain);
  window.addEventListener('online', sendAll);
  window.addEventListener('beforeunload', (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
}

function tick(event) {
  const form = event.target;
  if (!form.matches('form[data-tick]')) return;
  event.preventDefault();
  event.stopPropagation();
  if (form.hasAttribute('aria-busy')) return;
  form.setAttribute('aria-busy', 'true');
  waiting.push(form);
  sendAll();
}

async function sendAll() {
  if (sending) return;
  sending = true;
  while (waiting.length > 0) {
    const [form] = waiting;
    const answer = await ask(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!answer) {
      say(NO_NETWORK);
      setTimeout(sendAll, TRY_AGAIN_MS);
      break;
    }
    waiting.shift();
    if (!isList(answer)) return leave(answer, form);
    if (waiting.length === 0) show(await answer.text(), form);
  }
  sending = false;
}

/** Another phone may have ticked meanwhile. */
async function lookAgain() {
  if (document.visibilityState !== 'visible' || waiting.length > 0) return;
  const answer = await ask('/shopping');
  if (answer && isList(answer) && waiting.length === 0) show(await answer.text());
}

/** @returns undefined while there is no network */
async function ask(address, options) {
  try {
    return await fetch(address, options);
  } catch {
    return undefined;
  }
}

function isList(answer) {
  return answer.ok && new URL(answer.url).pathname === '/shopping';
}

/** Signed out, or a fault: the page that comes then says what to do. */
function leave(answer, form) {
  waiting.length = 0;
  if (answer.redirected) location.assign(answer.url);
  else form.submit();
}

/**
 * Takes the lists out of a page that was sent, and leaves alone what is being typed.
 * @param ticked the form that was sent last, if any: the line below it is the next to look for
 */
function show(html, ticked) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const hadFocus = document.activeElement?.closest('.line');
  const next = hadFocus && ticked?.contains(document.activeElement) ? ticked.elements.next?.value : undefined;
  for (const part of parts) {
    const now = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (now) part.replaceChildren(...now.childNodes);
  }
  messages.replaceChildren(...fresh.querySelectorAll('[data-flash]'));
  if (hadFocus) focusLine(next ? `line-${next}` : hadFocus.id);
}

function focusLine(id) {
  document.getElementById(id)?.querySelector('button').focus({ preventScroll: true });
}

function say(text) {
  const message = document.createElement('p');
  message.className = 'flash flash-info';
  message.textContent = text;
  messages.replaceChildren(message);
}
