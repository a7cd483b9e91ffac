// An alert on a person on its way: the register switched on, two officers with passkeys, written down, judged by the second.
// Each act is what a person does on the pages, and all but the passkeys work without script.

import { device, setUpCodes } from './passkeys.mjs';
import { typePassword } from './people.mjs';
import { at, press } from './walk.mjs';

/** Somebody whom an alert speaks of, and whose passport is checked: a name that nobody else of these tests bears. */
export const SOUGHT = {
  alert: { category: 'locate_witness', paternal: 'Quimistán', given: 'Nahomy', born: '1988-05-19', action: 'locate' },
  bearer: { name: 'QUIMISTAN<<NAHOMY', born: '880519' },
};

/** Records the decision that adopts the register. */
export async function switchOn(coordinator) {
  await coordinator.goto('/alerts/adopt');
  await coordinator.fill('#symbol', 'RCM/VIII/2003/DEC/15');
  for (const [part, value] of [['day', '30'], ['month', '5'], ['year', '2003']]) await coordinator.fill(`input[name=decided_on-${part}]`, value);
  await press(coordinator, 'form[action="/alerts/adopt"] button[type=submit]');
}

/** Says for a State that it takes part in a category. */
export async function takePart(administrator, category) {
  await administrator.goto(`/alerts/categories/${category}`);
  await administrator.fill('#basis', 'Ley inventada 9-2026, artículo 4');
  await press(administrator, `form[action="/alerts/categories/${category}"] button[type=submit]`);
}

/** Brings somebody with a first password, whose role asks for a passkey, to their first page. */
export async function comeIn(page, person, password) {
  await device(page);
  await page.goto('/sign-in');
  await typePassword(page, person);
  await setUpCodes(page);
  await page.fill('#name', 'Llave inventada');
  await press(page, 'form[data-passkey=create] button[type=submit]');
  for (const field of ['#new_password', '#new_password_again']) await page.fill(field, password);
  await press(page, 'main button[type=submit]');
  if (at(page).startsWith('/sign-in')) throw new Error(`${person.user_name} is not in but at ${page.url()}`);
}

/** Writes an alert down and answers its address. */
export async function writeDown(page, changed = {}) {
  const alert = { category: 'vulnerable_at_risk', paternal: 'Ficticia', born: '1979-11', action: 'protect', ...changed };
  await page.goto('/alerts/new');
  // Where a State takes part in one category alone there is nothing to choose.
  if (await page.locator('#category').count()) await page.selectOption('#category', alert.category);
  await page.selectOption('#sex', 'unknown');
  for (const name of ['paternal', 'given', 'born']) await page.fill(`#${name}`, alert[name] ?? '');
  await page.fill('#reason', 'Motivo inventado para una pantalla (ficticio).');
  await page.check(`input[name=action][value=${alert.action}]`);
  if (alert.offence) await page.selectOption('#offence', alert.offence);
  await page.fill('#authority', 'Juzgado inventado');
  if (alert.until) {
    await page.selectOption('#basis', 'judicial');
    await page.fill('#decision', 'EXP-SPECIMEN-1');
    await page.fill('#decided_on', '2026-01-15');
    await page.fill('#holds_until', alert.until);
  }
  await press(page, 'form[action="/alerts/new"] button[type=submit]');
  return at(page);
}

/** Puts an alert before a second person. */
export async function propose(page, alert) {
  await page.goto(alert);
  await press(page, `form[action="${alert}/propose"] button`);
}

/** Judges an alert that somebody else wrote, and puts it in force. */
export async function activate(page, alert) {
  await page.goto(`${alert}/activate`);
  await page.fill('#grave', 'El caso es grave por esto (ficticio).');
  await page.fill('#gentler', 'Nada más suave bastaría (ficticio).');
  await press(page, `form[action="${alert}/activate"] button[type=submit]`);
}

/** Enrols somebody of a role that asks for a passkey, by their administrator, and brings them in with one of theirs. */
export async function enrolled(page, administrator, user_name, role) {
  await administrator.goto('/people/new');
  for (const [field, value] of [['user_name', user_name], ['name', 'Nora Specimen'], ['institution', 'Institución inventada']]) await administrator.fill(`#${field}`, value);
  await administrator.check(`input[name=roles][value=${role}]`);
  await press(administrator, 'main form[method=post] button[type=submit]');
  const password = (await administrator.textContent('.secret')).trim();
  await comeIn(page, { user_name, password }, `otter-under-the-${user_name.split('.').slice(1).join('-')}-bridge`);
  return page;
}

/** Checks a zone and answers what is said of its bearer. */
export async function check(page, zone) {
  await page.goto('/check');
  await page.fill('#zone', zone.join('\n'));
  await press(page, 'main form[action="/check"] button[type=submit]');
  return page.locator('section:has(#person)');
}

/** Answers whether a check of a zone finds anybody who could be meant. */
export async function finds(page, zone) {
  return (await (await check(page, zone)).locator('form').count()) > 0;
}
