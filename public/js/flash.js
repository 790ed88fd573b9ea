// The banner can be put away, and leaves nothing in the address.

for (const flash of document.querySelectorAll('[data-flash]')) {
  flash.append(buildDismiss(flash));
  // A live region tells only of what comes into it after it was there.
  flash.parentElement.append(flash);
}

const address = new URL(location.href);
if (address.searchParams.has('flash')) {
  address.searchParams.delete('flash');
  history.replaceState(history.state, '', address);
}

function buildDismiss(flash) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet button-small flash-dismiss';
  button.setAttribute('aria-label', 'Dismiss this message');
  button.textContent = '✕';
  button.addEventListener('click', () => {
    const next = flash.nextElementSibling ?? flash.previousElementSibling;
    flash.remove();
    focusInstead(next?.querySelector('.flash-dismiss') ?? document.querySelector('main'));
  });
  return button;
}

function focusInstead(element) {
  if (element.matches('main')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
