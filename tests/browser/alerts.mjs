// An alert on false documents on its way: written, submitted, confirmed by an expert of another State, published, withdrawn.
// Each act is what a person does on the pages, and works with and without script.

import { at, press } from './walk.mjs';

/** An alert on a fictional series of the specimen State. */
export const ALERT = {
  kind: 'passport',
  issuer: 'UTO',
  pattern: 'ZQ5######',
  fraud_class: 'counterfeit',
  techniques: ['photo_substitution'],
  documents_seen: '7',
  first_seen: '2025-03',
  detected_border: 'land',
  detected_in: 'GTM',
  language: 'es',
  place: 'Página de datos',
  text: 'La foto no tiene relieve al pasar la uña (serie ficticia).',
};

/** Fills the form of an alert in. */
export async function writeAlert(page, changed = {}) {
  const alert = { ...ALERT, ...changed };
  await page.goto('/documents/new');
  for (const name of ['kind', 'fraud_class', 'detected_border', 'language']) await page.selectOption(`#${name}`, alert[name]);
  for (const name of ['issuer', 'pattern', 'documents_seen', 'first_seen', 'detected_in']) await page.fill(`#${name}`, alert[name]);
  for (const technique of alert.techniques) await page.check(`input[name=techniques][value=${technique}]`);
  await page.fill('[name="points.1.place"]', alert.place);
  // The field of the author's language stands open; another language's waits behind "other languages".
  const text = page.locator(`[name="points.1.${alert.language}"]`);
  if (!(await text.isVisible())) await page.click('[id="points.1"] summary');
  await text.fill(alert.text);
}

/** Writes an alert, reads it once more, submits it, and answers its reference. */
export async function submitAlert(page, changed) {
  await writeAlert(page, changed);
  await press(page, 'button[value=continue]');
  await press(page, 'main form[action$="/submit"] button[type=submit]');
  return decodeURIComponent(at(page).split('/').at(-1));
}

/** Confirms an alert of another State. */
export async function confirmAlert(page, reference) {
  await page.goto(`/documents/${reference}/confirm`);
  await press(page, `form[action="/documents/${reference}/confirm"] button[type=submit]`);
}

/** Publishes a confirmed alert of one's own State. */
export async function publishAlert(page, reference) {
  await page.goto(`/documents/${reference}/publish`);
  await press(page, `form[action="/documents/${reference}/publish"] button[type=submit]`);
}

/** Withdraws an alert of one's own State. */
export async function withdrawAlert(page, reference, reason = 'mistaken') {
  await page.goto(`/documents/${reference}/withdraw`);
  await page.check(`input[name=reason][value=${reason}]`);
  await press(page, `form[action="/documents/${reference}/withdraw"] button[type=submit]`);
}
