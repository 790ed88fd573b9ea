// Fields that fill themselves in, and long lists that can be narrowed by typing.

const WORTH_FILTERING = 8;

for (const select of document.querySelectorAll('select[data-detect-time-zone]')) detectTimeZone(select);
for (const [n, list] of document.querySelectorAll('[data-filter-list]').entries()) addFilter(list, n);

function detectTimeZone(select) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if ([...select.options].some((option) => option.value === timeZone)) select.value = timeZone;
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
