// A policy sheet from a delegate's telephone without script to the table of every State, published by somebody else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 180_000 };
const here = await stage();
const SHEET = '/sheets/HND-stranded';

test('a delegate writes, somebody else publishes, and the table tells it as of a day', LIMIT, async (t) => {
  const telephone = await here.as(t, 'delegate', 'HND', { language: 'es', script: false, width: 320, height: 640 });
  await telephone.goto(`${SHEET}/write`);
  const send = `main form[action="${SHEET}/write"] button[type=submit]`;
  await telephone.fill('[name=short_es]', 'Se les atiende en la frontera (ficticio)');
  for (const [name, [day, month, year]] of [['policy_on', ['1', '7', '2003']], ['reviewed_on', ['1', '2', '2026']]]) {
    await telephone.fill(`[name=${name}-day]`, day);
    await telephone.fill(`[name=${name}-month]`, month);
    await telephone.fill(`[name=${name}-year]`, year);
  }
  await telephone.fill('[name=source]', 'Ley de muestra, art. 9 (ficticia)');
  await press(telephone, send);
  // The control: without the text in its original language nothing is entered, and what was typed stays.
  assert.match(await telephone.textContent('.errors'), /idioma original/);
  assert.match(await telephone.inputValue('[name=short_es]'), /en la frontera/);
  await telephone.fill('[name=text_es]', 'Reciben alimento y consejo. (ficticio)');
  await press(telephone, send);
  assert.equal(at(telephone), SHEET);
  assert.equal(await telephone.locator('main form[action$="/publish"]').count(), 0, 'not what one wrote oneself');
  // Axe needs a browser with script: the same page in one.
  const looked = await here.as(t, 'delegate', 'HND', { language: 'es', width: 320, height: 640 });
  await looked.goto(telephone.url());
  assert.deepEqual(await axeFaultsInBothSchemes(looked), []);

  const observer = await here.as(t, 'delegate', 'COL', { language: 'en', width: 320, height: 640 });
  await observer.goto('/sheets');
  assert.doesNotMatch(await observer.textContent('main'), /en la frontera/);
  const secretary = await here.as(t, 'coordinator', 'XSV', { language: 'en' });
  await secretary.goto(SHEET);
  await press(secretary, 'main form[action$="/publish"] button[type=submit]');

  await observer.goto('/sheets');
  assert.ok(await observer.locator('.listed').isVisible() && !(await observer.locator('.matrix').isVisible()));
  assert.match(await observer.textContent('.listed'), /en la frontera/);
  const wide = await observer.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(wide <= 320, `${wide} px wide`);
  assert.deepEqual(await axeFaultsInBothSchemes(observer), []);
  await observer.goto('/sheets?on=2003-05-30');
  assert.doesNotMatch(await observer.textContent('main'), /en la frontera/);
});
