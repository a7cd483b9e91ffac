// A no-objection round from its opening to its letter: the presidency, delegates of three States, an observer and the secretariat,
// in two languages, one delegate on a telephone and without script.
//
// The deadline of a new round is three days away at least, so what happens at a deadline is looked at in the demonstration's
// round that was adopted; here an objection ends the round at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaults, frameFaults } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const TELEPHONE = { width: 360, height: 740 };
const here = await stage();
const send = (page) => press(page, 'main form[method=post] button[type=submit]');

/** Answers what keeps people out of a page, and what of it a narrow screen does not show. */
async function faults(page, language) {
  const scrolled = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  const found = [...(await frameFaults(page, language)), ...(await axeFaults(page))];
  return scrolled > 0 ? [...found, `${scrolled} px stand out`] : found;
}

/** Fills a text and its deadline in, so many days from now at 17:00. */
async function put(page, text, days) {
  const day = new Date(Date.now() + days * 86_400_000);
  await page.fill('#title_en', 'A workshop on reeds (invented)');
  await page.fill('#title_es', 'Un taller sobre juncos (inventado)');
  await page.fill('#text_en', text.en);
  await page.fill('#text_es', text.es);
  await page.fill('input[name=deadline-day]', String(day.getUTCDate()));
  await page.fill('input[name=deadline-month]', String(day.getUTCMonth() + 1));
  await page.fill('input[name=deadline-year]', String(day.getUTCFullYear()));
  await page.fill('#deadline_hour', '17:00');
  await send(page);
}

/** Answers what the table of positions says of a State. */
async function held(page, state) {
  return (await page.locator('table', { has: page.locator('#positions-caption') }).locator('tr', { hasText: state }).textContent()).trim();
}

/** States a position and answers the page that follows. */
async function hold(page, stance, reason) {
  await press(page, `a[href$="/position?kind=${stance}"]`);
  assert.ok(await page.isChecked(`input[value=${stance}]`), 'the button begins with its own answer');
  if (reason) await page.fill('#reason', reason);
  await send(page);
}

test('a round from its opening to Rev. 1, by three States, an observer and the secretariat', LIMIT, async (t) => {
  const presidency = await here.as(t, 'presidency', 'PAN', { language: 'es' });
  const guatemala = await here.as(t, 'delegate', 'GTM', { language: 'es', script: false, ...TELEPHONE });
  const honduras = await here.as(t, 'delegate', 'HND', { language: 'en', ...TELEPHONE });
  const mexico = await here.as(t, 'delegate', 'MEX', { language: 'es' });
  const observer = await here.as(t, 'delegate', 'COL', { language: 'en' });
  const secretariat = await here.as(t, 'coordinator', 'XSV', { language: 'es' });

  await presidency.goto('/silence/open');
  await presidency.fill('#symbol', 'RCGM/2004/9/NO/1');
  await put(presidency, { en: 'The workshop is held in May.', es: 'El taller se realiza en mayo.' }, 1);
  assert.ok(await presidency.locator('#deadline-error').isVisible(), 'three days are the least');
  assert.equal(await presidency.inputValue('#text_es'), 'El taller se realiza en mayo.', 'and nothing is lost');
  await put(presidency, { en: 'The workshop is held in May.', es: 'El taller se realiza en mayo.' }, 6);
  await send(presidency);
  const path = at(presidency);
  assert.equal(path, '/silence/RCGM-2004-9-NO-1');

  await guatemala.goto('/silence');
  await press(guatemala, `a[href="${path}"]`);
  assert.match(await guatemala.textContent('main'), /Si nadie objeta|silencio/);
  await hold(guatemala, 'no_objection');
  assert.match(await held(guatemala, 'Guatemala'), /leído.*sin objeción/s);
  assert.match(await held(guatemala, 'Belice'), /en silencio/, 'silence is told as silence');

  await honduras.goto(path);
  assert.deepEqual(await faults(honduras, 'en'), []);
  await hold(honduras, 'reservation');
  assert.ok(await honduras.locator('#reason-error').isVisible(), 'a reservation says what is not accepted');
  await honduras.fill('#reason', 'Paragraph 1 names no place. (invented)');
  await send(honduras);
  assert.match(await held(honduras, 'Honduras'), /read.*reservation/s);

  await observer.goto(path);
  assert.equal(await observer.locator('a[href*="/position"]').count(), 0, 'an observer holds no position');
  await press(observer, `a[href="${path}/comment"]`);
  await observer.fill('#text', 'The lagoon would send a boat. (invented)');
  await send(observer);
  assert.match(await observer.textContent('main'), /The lagoon would send a boat/);

  await secretariat.goto(path);
  assert.deepEqual(await faults(secretariat, 'es'), []);
  assert.equal(await secretariat.locator('main form[method=post], main a[href*="/position"], main a[href$="/preside"]').count(), 0);
  for (const act of ['position', 'comment', 'extension', 'preside', 'again']) {
    assert.equal((await secretariat.goto(`${path}/${act}`)).status(), 404, act);
  }

  await mexico.goto(path);
  await hold(mexico, 'objection', 'En mayo el edificio está en obras. (inventado)');
  assert.equal(at(mexico), `${path}/position`, 'an objection is asked about once more');
  assert.deepEqual(await faults(mexico, 'es'), []);
  await mexico.goto(path);
  assert.match(await held(mexico, 'México'), /en silencio/, 'a question is no objection');
  await hold(mexico, 'objection', 'En mayo el edificio está en obras. (inventado)');
  await send(mexico);
  assert.equal(at(mexico), path);
  assert.match(await mexico.textContent('#letter, section[aria-labelledby=letter]'), /Carta/);

  await presidency.goto(path);
  await press(presidency, `a[href="${path}/again"]`);
  await put(presidency, { en: 'The workshop is held in June.', es: 'El taller se realiza en junio.' }, 6);
  await send(presidency);
  assert.equal(at(presidency), `${path}-Rev.1`);
  await guatemala.goto('/today');
  assert.ok(await guatemala.locator(`a[href="${path}-Rev.1"]`).isVisible(), 'it waits for who has not spoken');
  await guatemala.goto(`${path}-Rev.1`);
  assert.match(await guatemala.textContent('main'), /El taller se realiza en junio/);
});

test('what became of a round at its deadline is told with its letter, in two languages and on a telephone', LIMIT, async (t) => {
  for (const [language, told] of [['es', /Adoptada/], ['en', /Adopted/]]) {
    const page = await here.as(t, 'delegate', 'GTM', { language, ...TELEPHONE });
    await page.goto('/silence/RCGM-2004-1-NO-1');
    assert.deepEqual(await faults(page, language), []);
    assert.match(await page.textContent('main'), told);
    for (const wanted of ['en', 'es', 'fr']) {
      const [letter] = await Promise.all([page.waitForEvent('download'), page.click(`a[href$="/letter?language=${wanted}"]`)]);
      assert.equal(letter.suggestedFilename(), `RCGM-2004-1-NO-1-${wanted}.pdf`);
      assert.equal(await letter.failure(), null);
    }
    const early = await page.goto('/silence/RCGM-2004-1-NO-3/letter');
    assert.equal(early.status(), 409, 'a round that is open has none');
  }
});

test('the control: a position that nobody took is missed, and a page that stands out is found', LIMIT, async (t) => {
  const page = await here.as(t, 'delegate', 'MEX', { language: 'en', ...TELEPHONE });
  await page.goto('/silence/RCGM-2004-1-NO-3');
  assert.doesNotMatch(await held(page, 'Belize'), /objection|reservation/);
  await page.evaluate(() => {
    const wide = document.createElement('p');
    wide.style.width = '900px';
    wide.textContent = 'planted';
    document.querySelector('main').append(wide);
  });
  assert.ok((await faults(page, 'en')).some((fault) => fault.endsWith('px stand out')));
});
