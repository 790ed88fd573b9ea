// The row of a line says what its fields say, before they are sent. While typing, not at the end of it: a row that grows
// then would move the button away from under the pointer.

for (const line of document.querySelectorAll('[data-line]'))
  line.addEventListener('input', () => retell(line));

function retell(line) {
  const field = (part) => line.querySelector(`[name^="${part}_"]`);
  const amount = field('amount').value.trim();
  tell(line, 'amount', amount === '1' ? '' : amount);
  const place = field('place');
  const chosen = place.selectedOptions[0];
  tell(line, 'place', chosen && !chosen.defaultSelected ? `→ ${chosen.text}` : '');
  const date = field('best_before');
  if (date.value !== date.defaultValue || field('no_date')?.checked) {
    tell(line, 'date', field('no_date')?.checked ? '' : date.value);
  }
  line.classList.toggle('is-skipped', field('leave_out').checked);
  count(line.closest('form'));
}

function tell(line, part, text) {
  const said = line.querySelector('.put-said');
  let shown = said.querySelector(`[data-said="${part}"]`);
  if (!shown) {
    shown = document.createElement('span');
    shown.dataset.said = part;
    said.append(shown);
  }
  shown.classList.remove('is-guess');
  shown.textContent = text;
}

function count(form) {
  const lines = form.querySelectorAll('[data-line]:not(.is-skipped)').length;
  const label = form.querySelector('[data-count]');
  if (label) label.textContent = lines;
}
