// From what a delegation counted to what others are told: numbers are reported on a telephone without script, a small one is kept back from
// another State, and the exercise is not closed while nothing answers for its finding.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { stage } from './stage.mjs';
import { press } from './walk.mjs';

const LIMIT = { timeout: 180_000 };
const here = await stage();
const EXERCISE = '/exercises/RCM-EXR-1';

test('counts are reported, told without small ones, and the exercise is closed over no open finding', LIMIT, async (t) => {
  const telephone = await here.as(t, 'delegate', 'HND', { language: 'es', script: false, width: 320, height: 640 });
  await telephone.goto(`${EXERCISE}/counts`);
  const first = await telephone.locator('main form[action$="/counts"] input[inputmode=numeric]').first().getAttribute('name');
  assert.equal(first, 'need-asylum', 'people who need protection come first');
  await telephone.fill('[name=need-asylum]', 'doce');
  await telephone.fill('[name=need-child]', '3');
  await press(telephone, 'main form[action$="/counts"] button[type=submit]');
  // The control: what is no number is refused, and what was typed stays.
  assert.match(await telephone.textContent('.errors'), /número entero/);
  assert.equal(await telephone.inputValue('[name=need-asylum]'), 'doce');
  await telephone.fill('[name=need-asylum]', '12');
  await press(telephone, 'main form[action$="/counts"] button[type=submit]');
  const wide = await telephone.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(wide <= 320, `${wide} px wide`);
  // Axe needs a browser with script: the same page in one.
  const looked = await here.as(t, 'delegate', 'HND', { language: 'es', width: 320, height: 640 });
  await looked.goto(telephone.url());
  assert.deepEqual(await axeFaultsInBothSchemes(looked), []);

  const secretary = await here.as(t, 'coordinator', 'XSV', { language: 'en' });
  await secretary.goto(EXERCISE);
  await press(secretary, 'main form[action$="/step"] button[type=submit]');
  assert.match(await secretary.textContent('main'), /The counts are complete|reported/);
  await secretary.goto(EXERCISE);
  await press(secretary, 'main form[action$="/step"] button[type=submit]');
  assert.match(await secretary.textContent('main'), /neither a duty nor a reason/);

  const other = await here.as(t, 'delegate', 'PAN', { language: 'en' });
  await other.goto(EXERCISE);
  const told = await other.textContent('section:has(#counts)');
  assert.match(told, /kept back/);
  assert.match(told, /18/, 'the sum of 12 and 6 can be told');
});
