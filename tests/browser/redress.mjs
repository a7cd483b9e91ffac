// A case of redress on its way: opened by an officer, put before the panel, an alert blocked, two members deciding. Each act is what a
// person does on the pages, and all of it works without script.

import { at, press } from './walk.mjs';

/** Opens a case; answers its address. */
export async function openCase(page, language = 'es') {
  await page.goto('/redress/new');
  await page.check('input[name=kind][value=deletion]');
  await page.check('input[name=asker][value=themselves]');
  await page.selectOption('#language', language);
  await page.fill('#asked', 'Que se borre lo que haya sobre mí (ficticio).');
  await page.fill('#contact', 'Persona inventada, Calle Ficticia 1');
  await press(page, 'form[action="/redress/new"] button[type=submit]');
  return at(page).replace(/\/receipt$/, '');
}

/** Puts a case before the panel. */
export async function referCase(page, path) {
  await page.goto(path);
  await press(page, `form[action="${path}/refer"] button`);
}

/** Blocks the alert that a case is about, by its reference. */
export async function blockAlert(page, path, reference) {
  await page.goto(`${path}/block`);
  await page.fill('#alert', reference);
  await press(page, `form[action="${path}/block"] button[type=submit]`);
}

/** Proposes what is to become of it. */
export async function proposeRuling(page, path, ruling, ground) {
  await page.goto(`${path}/propose`);
  await page.check(`input[name=ruling][value=${ruling}]`);
  await page.check(`input[name=ground][value=${ground}]`);
  await press(page, `form[action="${path}/propose"] button[type=submit]`);
}

/** Decides, as another member. */
export async function decideRuling(page, path) {
  await page.goto(path);
  await press(page, `form[action="${path}/decide"] button`);
}
