// Two editors on the minutes of one meeting, one of them on a telephone without script: whoever saves second sees both texts, and
// nothing that was typed is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 120_000 };
const SPANISH = '/meetings/RCM-VIII/minutes/es';
const here = await stage();

const save = (page) => press(page, 'main form[action$="/minutes/es"] button[type=submit]');
const typed = (page) => page.inputValue('#text');

test('the second of two editors sees both texts and puts them together', LIMIT, async (t) => {
  const first = await here.as(t, 'coordinator', 'XSV', { language: 'en' });
  const telephone = await here.as(t, 'coordinator', 'XSV', { language: 'es', script: false, width: 360, height: 740 });
  await first.goto(SPANISH);
  await telephone.goto(SPANISH);
  const begun = await typed(first);
  assert.match(begun, /La presidencia abre la reunión/);
  await first.fill('#text', begun.replace('varias delegaciones', 'once delegaciones'));
  await first.fill('#note', 'Counted');
  await save(first);
  assert.equal(at(first), '/meetings/RCM-VIII/minutes');

  const mine = begun.replace('Panamá', 'la ciudad de Panamá');
  await telephone.fill('#text', mine);
  await telephone.fill('#note', 'Ciudad');
  await save(telephone);
  assert.match(await telephone.textContent('main'), /Otra persona guardó una revisión mientras tanto/);
  assert.equal(await typed(telephone), mine, 'what was typed is all there');
  assert.equal(await telephone.inputValue('#note'), 'Ciudad');
  assert.match(await telephone.textContent('section[aria-labelledby=theirs] ins'), /once/);
  assert.match(await telephone.textContent('section[aria-labelledby=theirs] del'), /varias/);
  const wide = await telephone.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(wide <= 360, `${wide} px wide`);

  await telephone.fill('#text', mine.replace('varias delegaciones', 'once delegaciones'));
  await save(telephone);
  await first.goto('/meetings/RCM-VIII/minutes/es/4');
  const compared = await first.textContent('.compared');
  assert.match(compared, /la ciudad de/);
  assert.match(await first.textContent('section[aria-labelledby=text]'), /once delegaciones.*la ciudad de Panamá/s);
});

test('both texts beside each other can be read by everybody', LIMIT, async (t) => {
  const page = await here.as(t, 'coordinator', 'XSV', { language: 'es' });
  await page.goto(SPANISH);
  // The control: a form that says it rests on what stands now is saved and shows no other text.
  await page.fill('#text', `${await typed(page)}\nSe agradece al país anfitrión.`);
  await save(page);
  assert.equal(await page.locator('.beside').count(), 0);
  await page.goto(SPANISH);
  await page.evaluate(() => { document.querySelector('input[name=based_on]').value = '1'; });
  await page.fill('#text', 'Se abre la reunión a las diez.');
  await save(page);
  assert.equal(await page.locator('.beside').count(), 1);
  assert.deepEqual(await axeFaultsInBothSchemes(page), []);
});
