// Ticking and adding without waiting for the page: each tick is sent at once, in order, and again until the server has it.

import { takeParts } from './parts.js';

const TRY_AGAIN_MS = 3000;
/** Where ticks wait that the server has not taken yet: they outlive a reload, a sign-in, a browser that was put away. */
const KEPT = 'ticks';
const NO_NETWORK = 'No connection. Your ticks are kept on this device, and sent as soon as there is one.';

const messages = document.querySelector('.flashes');
const adding = document.querySelector('form[data-add]');
let sending = false;
/** What was added before is on the list first. */
let added = Promise.resolve();

if (location.pathname === '/shopping') {
  document.addEventListener('submit', tick, { capture: true });
  document.addEventListener('submit', add, { capture: true });
  adding?.elements.names.addEventListener('keydown', sendByEnter);
  window.addEventListener('online', sendAll);
  sendAll();
}

function tick(event) {
  const form = event.target;
  if (!form.matches('form[data-tick]')) return;
  event.preventDefault();
  event.stopPropagation();
  if (form.hasAttribute('aria-busy')) return;
  form.setAttribute('aria-busy', 'true');
  keep([...kept(), { address: form.getAttribute('action'), fields: [...new FormData(form)] }]);
  sendAll();
}

/** With Shift, Enter begins another line, as pasted ones have. */
function sendByEnter(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  adding.requestSubmit();
}

function add(event) {
  const field = adding?.elements.names;
  if (event.target !== adding || field.value.trim() === '') return;
  event.preventDefault();
  event.stopPropagation();
  const sent = field.value;
  field.value = '';
  field.focus();
  added = added.then(() => sendLines(sent));
}

/** What the server has not taken comes back into the field, before what was typed meanwhile. */
async function sendLines(sent) {
  const field = adding.elements.names;
  const fields = new URLSearchParams(new FormData(adding));
  fields.set('names', sent);
  const answer = await ask('/shopping', { method: 'POST', body: fields });
  if (answer && isList(answer)) return show(await answer.text());
  field.value = [sent, field.value].filter(Boolean).join('\n');
  if (!answer) return say('No connection. Add it again once there is one.');
  // Signed out: the form is kept, and goes on after the sign-in, which this leads to.
  if (answer.redirected) return location.assign(answer.url);
  sendPlainly({ address: '/shopping', fields: [...new URLSearchParams(new FormData(adding))] });
}

async function sendAll() {
  if (sending) return;
  sending = true;
  for (let [first] = kept(); first; [first] = kept()) {
    const answer = await ask(first.address, { method: 'POST', body: new URLSearchParams(first.fields) });
    if (!answer) {
      say(NO_NETWORK);
      setTimeout(sendAll, TRY_AGAIN_MS);
      break;
    }
    // Signed out: the tick is sent again after the sign-in, which leads back here.
    if (answer.redirected && !isList(answer)) return location.assign(answer.url);
    keep(kept().slice(1));
    if (!isList(answer)) return sendPlainly(first);
    if (kept().length === 0) show(await answer.text(), first);
  }
  sending = false;
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

/** What the server did not take as it should: the page that it answers with says what to do. */
function sendPlainly({ address, fields }) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  for (const [name, value] of fields) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/**
 * Takes the lists out of a page that was sent, and leaves alone what is being typed.
 * @param sent the tick that it answers, if any: the line below it is the next to look for
 */
function show(html, sent) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  // Another tab went over to another household: its list has no place on this page.
  if (householdOf(fresh) !== householdOf(document)) return;
  const focused = document.activeElement?.closest('.line form');
  const next =
    focused?.getAttribute('action') === sent?.address && new URLSearchParams(sent?.fields).get('next');
  takeParts(fresh);
  // A token is for one sending.
  if (adding) adding.elements.once.value = fresh.querySelector('form[data-add]').elements.once.value;
  messages.replaceChildren(...fresh.querySelectorAll('[data-flash]'));
  const line = next ? `line-${next}` : focused?.closest('.line').id;
  if (line) document.getElementById(line)?.querySelector('button').focus({ preventScroll: true });
}

function householdOf(page) {
  return page.querySelector('[name="for_household"]')?.value;
}

function say(text) {
  const message = document.createElement('p');
  message.className = 'flash flash-info';
  message.textContent = text;
  messages.replaceChildren(message);
}

function kept() {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
}

function keep(ticks) {
  sessionStorage.setItem(KEPT, JSON.stringify(ticks));
}
