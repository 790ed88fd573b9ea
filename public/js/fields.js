// Fields that fill themselves in, and long lists that can be narrowed by typing.

const WORTH_FILTERING = 8;

for (const select of document.querySelectorAll('select[data-detect-time-zone]')) detectTimeZone(select);
for (const [n, list] of document.querySelectorAll('[data-filter-list]').entries()) addFilter(list, n);

for (const box of document.querySelectorAll('[data-share]')) addSharing(box);

// A link to send: copied, or shared where the device can.
function addSharing(box) {
  const field = box.querySelector('input');
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.className = 'hint';
  const copy = buttonSaying('Copy', async () => {
    field.select();
    said.textContent = (await copied(field.value)) ? 'Copied.' : 'Copy it by hand, please.';
  });
  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(copy);
  if (navigator.share) {
    const share = { title: box.dataset.share, url: field.value };
    actions.append(buttonSaying('Share', () => navigator.share(share).catch(() => {})));
  }
  actions.append(said);
  actions.firstChild.classList.add('button-primary');
  box.append(actions);
  field.addEventListener('focus', () => field.select());
}

function buttonSaying(text, press) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}

// Over plain http a browser has no clipboard to write to, but copies what is selected.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}

function detectTimeZone(select) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const options = [...select.options];
  // A browser and the list may have two names for one zone.
  const own =
    options.find(({ value }) => value === timeZone) ?? options.find(({ value }) => isSame(value, timeZone));
  if (own) select.value = own.value;
}

function isSame(zone, other) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone === other;
  } catch {
    return false;
  }
}

function addFilter(list, index) {
  const choices = [...list.querySelectorAll('.choice')];
  if (choices.length < WORTH_FILTERING) return;

  const id = `filter-${list.id || index}`;
  const label = document.createElement('label');
  label.htmlFor = id;
  label.className = 'label';
  label.textContent = list.dataset.filterList || 'Find in this list';

  const input = document.createElement('input');
  input.id = id;
  input.type = 'search';
  input.autocomplete = 'off';

  const count = document.createElement('p');
  count.className = 'filter-count';
  count.setAttribute('role', 'status');

  const box = document.createElement('div');
  box.className = 'field filter';
  box.append(label, input, count);
  list.prepend(box);

  input.addEventListener('input', () => {
    const shown = narrow(choices, input.value);
    count.textContent = input.value ? `${shown} of ${choices.length} shown` : '';
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}

function narrow(choices, typed) {
  const wanted = plain(typed);
  let shown = 0;
  for (const choice of choices) {
    const chosen = choice.querySelector('input').checked;
    choice.hidden = !chosen && !plain(choice.textContent).includes(wanted);
    if (!choice.hidden) shown += 1;
  }
  return shown;
}

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
