// Makes the pictures of README and docs anew, from a demonstration it starts: `node tests/browser/pictures.mjs`.
//
// Everything in them is invented, as on every page of a demonstration.

import { mkdir, writeFile } from 'node:fs/promises';
import { closeContext, openBrowser, openContext } from './browser.mjs';
import { manyRows, underWay } from './imports.mjs';
import { personOf, signIn } from './people.mjs';
import { smaller } from './png.mjs';
import { serve } from './server.mjs';
import { press } from './walk.mjs';

const FOLDER = new URL('../../docs/pictures/', import.meta.url).pathname;
const WIDE = 1280;
const PHONE = 320;

/** Places of the guide's zones: what each shows. */
const [UNREPORTED, MISREAD, STOLEN] = [0, 1, 2];

/** Asks the check page about a zone of the guide. */
const check = (turn) => async (page) => {
  await page.goto('/demo');
  const zone = await page.locator('pre.zone').nth(turn).textContent();
  await page.goto('/check');
  await page.fill('#zone', zone);
  await press(page, 'main form[action="/check"] button[type=submit]');
};

/** Leads to the first published alert's card. */
async function alertCard(page) {
  await page.goto('/documents');
  await press(page, 'tbody a');
  await press(page, 'a[href$="/card"]');
}

/** Sends a file to be tried, and stays when a part of it is compared. */
async function importing(page) {
  await page.goto('/imports/status');
  await page.setInputFiles('#file', { name: 'status.csv', mimeType: 'text/csv', buffer: Buffer.from(manyRows(200_000, 'ZP')) });
  await press(page, 'button[value=try]');
  await underWay(page);
  while ((await page.locator('progress').evaluate((bar) => bar.position)) < 0.25) await page.reload();
}

const goTo = (path) => (page) => page.goto(path);

/** Every picture: its name, whose page it shows, the language, and the way there. */
const PICTURES = [
  { name: 'sign-in', language: 'es', act: goTo('/sign-in') },
  { name: 'check', role: 'border_officer', language: 'es', act: goTo('/check') },
  { name: 'check-answer', role: 'border_officer', language: 'es', act: check(STOLEN) },
  { name: 'check-answer-dark', role: 'border_officer', language: 'en', colorScheme: 'dark', act: check(STOLEN) },
  { name: 'check-look-again', role: 'border_officer', language: 'en', act: check(MISREAD) },
  { name: 'check-no-report', role: 'border_officer', language: 'fr', act: check(UNREPORTED) },
  { name: 'check-phone', role: 'border_officer', language: 'es', width: PHONE, until: '#register', act: check(STOLEN) },
  { name: 'alert-card', role: 'border_officer', language: 'es', act: alertCard },
  { name: 'import-progress', role: 'issuing_authority', language: 'es', act: importing },
  { name: 'people', role: 'state_administrator', language: 'en', act: goTo('/people') },
];

await mkdir(FOLDER, { recursive: true });
const server = await serve({ entries: 3000 });
const browser = await openBrowser();
try {
  const cookies = new Map();
  for (const picture of PICTURES) await take(picture, cookies);
} finally {
  await browser.close();
  await server.stop();
}

/** Takes one picture, down to the end of what the page says; `until` names the last part wanted of a long one. */
async function take({ name, role, language, width = WIDE, colorScheme = 'light', until = 'main > :last-child', act }, cookies) {
  const context = await openContext(browser, server.address, { language, width });
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme });
  if (role) {
    if (cookies.has(role)) await context.addCookies(cookies.get(role));
    else await signIn(page, personOf(server.data, role, 'GTM'));
    cookies.set(role, (await context.cookies()).filter((cookie) => cookie.name !== 'language'));
  }
  await act(page);
  await page.mouse.move(0, 0);
  const end = await page.locator(until).last().evaluate((last) => last.closest('section, main > *').getBoundingClientRect().bottom + scrollY);
  const picture = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.ceil(end) + 24 } });
  await writeFile(`${FOLDER}${name}.png`, smaller(picture));
  await closeContext(context);
  console.log(`${name}.png`);
}
