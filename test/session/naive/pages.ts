/** The naive Larder’s pages, with as much of the real ones’ markup as the tests look at. */

const PLACES = ['Fridge', 'Freezer', 'Pantry'];

const form = (action: string, fields: string) =>
  `<form method="post" action="${action}">${fields}<button>Go on</button></form>`;
const field = (name: string) => `<input name="${name}">`;

const named = (items: string[]) =>
  items.map((item) => `<li class="item"><a class="item-name">${item}</a></li>`).join('');

export function page(body: string, messages: string[], token = ''): string {
  const flashes = messages.map((text) => `<div class="flash">${text}</div>`).join('');
  const forms = body.replaceAll('</form>', `<input type="hidden" name="_token" value="${token}"></form>`);
  return `<!doctype html><html><body><main>${flashes}${forms}</main></body></html>`;
}

export function signInForm(address: string): string {
  const names = ['username', 'password', 'first_name', 'last_name', 'household_name'];
  return form(address, names.map(field).join(''));
}

export const home = `${PLACES.map(
  (name) => `<a class="place-link" href="/places/${name}"><span class="place-name">${name}</span></a>`,
).join('')}${form('/logout', '')}`;

export const passwordForm = form('/account/password', field('current_password') + field('password'));

export const placeForm = form('/places', field('name'));

export function place(name: string, items: string[]): string {
  return `${form(`/places/${name}/items`, field('name'))}<ul class="items">${named(items)}</ul>`;
}

export function start(foods: string[]): string {
  const open = foods.length > 0 ? named([foods.join(', ')]) : '';
  return `${boxForm('/put-away')}<ul class="items">${open}</ul>`;
}

export const foodsStep = boxForm('/put-away/entry/foods');

function boxForm(action: string): string {
  return `<form method="post" action="${action}"><textarea name="names"></textarea><button>Next</button></form>`;
}

export function detailsStep(names: string[]): string {
  const lines = names.map(
    (name, n) =>
      `<details class="put-line"><summary><span class="put-name">${name}</span></summary><input name="amount_${n}" value="1"></details>`,
  );
  const buttons = '<button>Done</button><button formaction="/put-away/entry/commit">Put 1 away</button>';
  return `<form method="post" action="/put-away/entry/details">${lines.join('')}${buttons}</form>`;
}
