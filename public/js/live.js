// What others of the household change shows without reloading: the server tells of a new revision, and the parts of
// the page that show it are fetched again. Whoever reads on, types or presses meanwhile is left alone.

import { keepingHeight, liveParts, takeParts } from './parts.js';

const { household, revision } = document.body.dataset;
/** Milliseconds until a page that is in use is looked at again. */
const LATER = 700;

let shown = Number(revision);
let wanted = shown;
let stream;
let isPressed = false;
let isAsking = false;
/** Forms sent from this page: an answer from before one of them is out of date. */
let sent = 0;

if (household && liveParts().length > 0) {
  for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
    window.addEventListener(type, () => (isPressed = type === 'pointerdown'), { capture: true });
  window.addEventListener('submit', () => (sent += 1), { capture: true });
  document.addEventListener('visibilitychange', listen);
  window.addEventListener('pageshow', listen);
  window.addEventListener('pagehide', stop);
  listen();
}

/** One connection a page, while it is looked at. */
function listen() {
  if (document.hidden) return stop();
  if (stream) return;
  stream = new EventSource(`/changes?household=${household}&from=${shown}`);
  stream.addEventListener('message', ({ data }) => {
    wanted = Number(data);
    refresh();
  });
}

function stop() {
  stream?.close();
  stream = undefined;
}

async function refresh() {
  if (isAsking || wanted === shown) return;
  isAsking = true;
  const asked = wanted;
  const before = sent;
  const answer = await fetch(location.pathname + location.search, {
    headers: { 'Larder-Part': household },
  }).catch(() => undefined);
  const html = answer?.status === 200 && !answer.redirected ? await answer.text() : undefined;
  isAsking = false;
  // Signed out, in another household, or the page is gone: what is tapped next says so.
  if (answer && html === undefined) return stop();
  if (html === undefined || isInUse() || sent !== before) return void setTimeout(refresh, LATER);
  keepingHeight(() => takeParts(new DOMParser().parseFromString(html, 'text/html')));
  shown = asked;
  refresh();
}

function isInUse() {
  return isPressed || liveParts().some((part) => part.querySelector('[aria-busy="true"]') || hasTyped(part));
}

function hasTyped(part) {
  return [...part.querySelectorAll('input, textarea')].some((field) => field.value !== field.defaultValue);
}
