// A form, or a button, that says data-confirm asks first. In the capture phase, so that it comes before everything else.

const agreed = new WeakSet();

document.addEventListener('submit', ask, { capture: true });

function ask(event) {
  const form = event.target;
  const asking = event.submitter?.dataset.confirm ? event.submitter : form;
  const question = asking.dataset.confirm;
  if (!question || agreed.delete(form) || typeof HTMLDialogElement === 'undefined') return;

  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  const dialog = buildDialog(question, asking.dataset.confirmAction ?? 'Yes');
  dialog.addEventListener('close', () => {
    dialog.remove();
    submitter?.focus();
    if (dialog.returnValue !== 'yes') return;
    agreed.add(form);
    form.requestSubmit(submitter);
  });
  document.body.append(dialog);
  dialog.showModal();
}

function buildDialog(question, action) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'confirm-question');

  const text = document.createElement('p');
  text.id = 'confirm-question';
  text.textContent = question;

  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(
    buildButton('Cancel', 'button', () => dialog.close('no')),
    buildButton(action, 'button button-danger', () => dialog.close('yes')),
  );

  dialog.append(text, actions);
  return dialog;
}

function buildButton(label, className, onClick) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = label;
  button.addEventListener('click', onClick);
  return button;
}
