// What an issuing authority says about a document of its own State, on the pages, with and without script.

import { at, press } from './walk.mjs';

/** Fills in the form for one number, and goes on to the page that asks once more. */
export async function writeStatus(page, { number, reference, status = 'stolen', kind = 'passport' }) {
  await page.goto('/status/report');
  await page.selectOption('#kind', kind);
  await page.fill('#number', number);
  await page.check(`input[name=status][value=${status}]`);
  await page.fill('#reference', reference);
  await press(page, 'main form[method=post] button[type=submit]');
}

/** Reports one number and answers the address of its entry. */
export async function reportStatus(page, report) {
  await writeStatus(page, report);
  await press(page, 'button[name=step][value=send]');
  return at(page);
}

/** Takes an entry back. */
export async function withdrawStatus(page, path, reason = 'found_again') {
  await page.goto(`${path}/withdraw`);
  await page.check(`input[name=reason][value=${reason}]`);
  await press(page, 'main button.grave');
}

/** Asks the check page about a number and answers the band's class and words. */
export async function ask(page, number, state) {
  await page.goto('/check');
  await page.fill('#zone', `${number} ${state}`);
  await press(page, 'main form[action="/check"] button[type=submit]');
  return { band: await page.getAttribute('.answer', 'class'), text: await page.textContent('.answer'), page: await page.textContent('main') };
}
