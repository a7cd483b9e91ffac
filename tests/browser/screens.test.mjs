// Every screen in every language, wide and narrow, and once light and dark: nothing that keeps people out, nothing that the
// content security policy had to stop.
//
// SCREENS=/some/folder keeps a picture of each.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NARROW, axeFaults, axeFaultsInTheDark, focusFaults, frameFaults, keysShown, overflowFaults } from './accessible.mjs';
import { closeContext, speak } from './browser.mjs';
import { pageRoutes } from './inventory.mjs';
import { BESIDE_INVENTORY, enterAgain, prepare, screens } from './screens.mjs';
import { stage } from './stage.mjs';

const LIMIT = { timeout: 900_000 };
/** Screens looked at side by side: what two processors do at once. */
const SIDE_BY_SIDE = 2;
const WIDE = { width: 1280, height: 900 };

const here = await stage();
const { seats, known } = await prepare(here);
const all = screens(known, here);

test('every page route has a screen, and every screen a route', () => {
  const [routes, listed] = [new Set(pageRoutes()), new Set(all.map((screen) => screen.route))];
  assert.deepEqual([...routes].filter((route) => !listed.has(route)), [], 'without a screen');
  assert.deepEqual([...listed].filter((route) => !routes.has(route) && !BESIDE_INVENTORY.includes(route)), [], 'without a route');
  assert.deepEqual(all.filter((screen) => (screen.act || screen.again) && !screen.shows), [], 'says not what it shows');
  assert.ok(pageRoutes('GET  /planted  public, look: nobody said why\n').some((route) => !listed.has(route)));
});

test('a sentence that nobody wrote is seen by its key, in whichever room', () => {
  const shown = keysShown(['silence-list', 'sittings-agenda-of', 'no-objection', 'well-known', 'papers-back']);
  assert.deepEqual(shown.length, 3, shown);
});

for (const language of ['en', 'es', 'fr']) {
  test(`every screen can be used in ${language}, at ${NARROW} px, and in the first one in the dark and by keyboard`, LIMIT, async (t) => {
    for (const context of Object.values(seats)) await speak(context, here.address, language);
    await enterAgain(seats, known);
    const faults = [];
    const waiting = [...all];
    const look = async () => {
      for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
        const found = await looked(screen, language).catch((error) => [error.message]);
        faults.push(...found.map((fault) => `${screen.route} ${screen.again ?? ''}: ${fault}`));
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, look));
    t.diagnostic(`${all.length} screens of ${new Set(all.map((screen) => screen.route)).size} routes`);
    assert.deepEqual(faults, []);
  });
}

test('no screen asked for anything that the content security policy forbids', async () => {
  for (const context of Object.values(seats)) await closeContext(context);
});

/** Looks at one screen and answers its faults. */
async function looked(screen, language) {
  const page = await seats[screen.seat].newPage();
  try {
    const answer = await page.goto(screen.at);
    if (screen.act) await screen.act(page);
    else if (new URL(page.url()).pathname !== screen.at.split('?')[0]) return [`leads to ${page.url()}`];
    else if (answer.status() !== (screen.status ?? 200)) return [`answers ${answer.status()}`];
    if (screen.shows && !(await page.locator(screen.shows).count())) return [`does not show ${screen.shows}`];
    const faults = [...(await frameFaults(page, language)), ...(await axeFaults(page))];
    // Colours, targets and the ring are the same in every language; how long words are is not.
    const first = language === 'en';
    if (first) faults.push(...(await axeFaultsInTheDark(page)), ...(await focusFaults(page)));
    await keepPicture(page, screen, language);
    await page.setViewportSize({ width: NARROW, height: 640 });
    faults.push(...(await overflowFaults(page)));
    if (first) faults.push(...(await axeFaults(page)).map((fault) => `narrow: ${fault}`));
    await keepPicture(page, screen, `${language}-narrow`);
    await page.setViewportSize(WIDE);
    return faults;
  } finally {
    await page.close();
  }
}

async function keepPicture(page, screen, turn) {
  if (!process.env.SCREENS) return;
  const name = `${screen.route}-${screen.again ?? ''}-${turn}`.replace(/[^a-z0-9-]+/gi, '_');
  await page.screenshot({ path: `${process.env.SCREENS}/${name}.png`, fullPage: true });
}
