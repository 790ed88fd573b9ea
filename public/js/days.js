// The day that is picked from a calendar is written into the field beside it; a button opens the calendar.

const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

for (const field of document.querySelectorAll('[data-date-field]')) {
  const [text, picker] = field.querySelectorAll('input');
  if (typeof picker.showPicker === 'function') openByButton(field, text, picker);
}

function openByButton(field, text, picker) {
  const button = field.querySelector('button');
  // What counts is what stands in the text field.
  picker.removeAttribute('name');
  picker.tabIndex = -1;
  picker.setAttribute('aria-hidden', 'true');
  for (const label of picker.labels) label.hidden = true;
  button.hidden = false;
  field.classList.add('has-button');

  button.addEventListener('click', () => picker.showPicker());
  picker.addEventListener('change', () => {
    if (picker.value === '') return;
    text.value = inWords.format(new Date(picker.value));
    text.dispatchEvent(new Event('input', { bubbles: true }));
    text.dispatchEvent(new Event('change', { bubbles: true }));
    text.focus();
  });
}
