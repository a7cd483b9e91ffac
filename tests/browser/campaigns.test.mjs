// A campaign from a draft on a telephone without script to the list that an observer reads, and what is never shown to whom.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 180_000 };
const here = await stage();

async function fillDay(page, name, [day, month, year]) {
  await page.fill(`[name=${name}-day]`, day);
  await page.fill(`[name=${name}-month]`, month);
  await page.fill(`[name=${name}-year]`, year);
}

test('a delegation writes a campaign down, publishes it, and others read it', LIMIT, async (t) => {
  const telephone = await here.as(t, 'delegate', 'HND', { language: 'es', script: false, width: 320, height: 640 });
  await telephone.goto('/campaigns/new');
  const send = 'main form[action="/campaigns/new"] button[type=submit]';
  await telephone.fill('[name=title_es]', 'Nadie le vende el cielo (ficticio)');
  await telephone.fill('[name=message_es]', 'Pregunte antes de pagar. (ficticio)');
  for (const [name, value] of [['audiences', 'families'], ['languages', 'spa'], ['languages', 'cab'], ['channels', 'radio'], ['states', 'HND']]) {
    await telephone.check(`[name=${name}][value=${value}]`);
  }
  await telephone.fill('[name=places]', 'Tela');
  await fillDay(telephone, 'first_on', ['1', '2', '2026']);
  await fillDay(telephone, 'last_on', ['28', '2', '2026']);
  await telephone.fill('[name=reached]', '900');
  await telephone.fill('[name=decision]', 'RCM/VIII/2003/DEC/5');
  await press(telephone, send);
  // The control: a number of people without how it was measured is refused, and what was typed stays.
  assert.match(await telephone.textContent('.errors'), /cómo se midió ese número/);
  assert.equal(await telephone.inputValue('[name=reached]'), '900');
  assert.ok(await telephone.isChecked('[name=languages][value=cab]'));
  const wide = await telephone.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(wide <= 320, `${wide} px wide`);
  // Axe needs a browser with script: the same page in one.
  const looked = await here.as(t, 'delegate', 'HND', { language: 'es', width: 320, height: 640 });
  await looked.goto(telephone.url());
  assert.deepEqual(await axeFaultsInBothSchemes(looked), []);
  await telephone.selectOption('[name=measured]', 'counted');
  await press(telephone, send);
  const path = at(telephone);
  assert.match(path, /^\/campaigns\/HND-\d+$/);

  const observer = await here.as(t, 'delegate', 'COL', { language: 'en' });
  assert.equal((await observer.goto(path)).status(), 404);
  await press(telephone, 'main form[action$="/publish"] button[type=submit]');
  assert.match(await telephone.textContent('main'), /evaluación vencida|sin evaluar/);

  await observer.goto('/campaigns?owner=HND&language=cab');
  assert.match(await observer.textContent('main'), /Nadie le vende el cielo/);
  await observer.goto(path);
  assert.match(await observer.textContent('main'), /Garifuna/);
  assert.equal(await observer.locator('main form').count(), 0);
  assert.deepEqual(await axeFaultsInBothSchemes(observer), []);

  await telephone.goto('/campaigns/compare');
  assert.match(await telephone.textContent('main'), /personas contadas en el lugar, HNL/);
  const bars = await telephone.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(bars <= 320, `${bars} px wide`);
});
