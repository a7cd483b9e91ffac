// From the invitation to the certificate: the secretariat calls a session, a delegation nominates on a telephone without script, somebody
// attends, and whoever is shown the number finds out that it counts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 180_000 };
const here = await stage();
const SESSION = '/training/RCM-TRN-7';

/** Answers the day at the session's place, as its three fields have it. */
function today() {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Managua' }).format(new Date()).split('-');
  return { year: parts[0], month: String(Number(parts[1])), day: String(Number(parts[2])) };
}

async function fillDay(page, name, { day, month, year }) {
  await page.fill(`[name=${name}-day]`, day);
  await page.fill(`[name=${name}-month]`, month);
  await page.fill(`[name=${name}-year]`, year);
}

async function call(page) {
  await page.goto('/training/new');
  for (const [name, value] of [
    ['symbol', 'RCM/TRN/7'], ['decision', 'RCM/VIII/2003/DEC/17'], ['place', 'Managua'], ['zone', 'America/Managua'], ['seats_HND', '1'],
  ]) await page.fill(`[name=${name}]`, value);
  await page.selectOption('[name=course]', 'RCM/TRN');
  await page.selectOption('[name=host]', 'NIC');
  for (const name of ['first_on', 'last_on', 'closes_on']) await fillDay(page, name, today());
  await press(page, 'main form[action="/training/new"] button[type=submit]');
  assert.equal(at(page), SESSION);
}

test('from the invitation to a certificate that anyone can check', LIMIT, async (t) => {
  const secretary = await here.as(t, 'coordinator', 'XSV', { language: 'en' });
  await call(secretary);

  const telephone = await here.as(t, 'delegate', 'HND', { language: 'es', script: false, width: 320, height: 640 });
  await telephone.goto(`${SESSION}/people`);
  await telephone.fill('[name=name]', 'Berta Muestra (ficticia)');
  await telephone.selectOption('[name=institution]', 'police');
  await telephone.check('[name=sex][value=female]');
  await press(telephone, 'main form[action$="/people"] button[type=submit]');
  assert.match(await telephone.textContent('main'), /tiene cupo/);
  // The same page measured, which takes a browser with script.
  const measured = await here.as(t, 'delegate', 'HND', { language: 'es', width: 320, height: 640 });
  await measured.goto(`${SESSION}/people`);
  const wide = await measured.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide} px wide`);
  assert.deepEqual(await axeFaultsInBothSchemes(measured), []);

  await secretary.goto(`${SESSION}/people`);
  const one = await secretary.getAttribute('main td a[href*="/people/"]', 'href');
  await secretary.goto(one);
  await secretary.fill('[name=after]', '80');
  await press(secretary, `main form[action="${one}"] button[type=submit]`);
  // The control: a score of somebody who was there on no day is refused, and what was typed stays.
  assert.match(await secretary.textContent('.errors'), /no score of somebody who was there on no day/);
  assert.equal(await secretary.inputValue('[name=after]'), '80');
  await secretary.check('[name=day]');
  await press(secretary, `main form[action="${one}"] button[type=submit]`);
  await press(secretary, 'main form[action$="/certify"] button[type=submit]');
  const number = (await secretary.textContent('main td a[href$="/certificate"]')).trim();
  assert.match(number, /^RCM-[0-9A-Z]{5}-[0-9A-Z]{5}$/);

  const printed = await telephone.request.get(`${one}/certificate`);
  assert.equal(printed.headers()['content-type'], 'application/pdf');

  const stranger = await here.nobody(t, { language: 'es' });
  await stranger.goto(`/certificates?code=${number}`);
  const told = await stranger.textContent('main');
  assert.match(told, /vigente/);
  assert.doesNotMatch(told, /Berta/);
  await stranger.fill('[name=name]', 'berta muestra (ficticia)');
  await press(stranger, 'main form[action="/certificates"] button[type=submit]');
  assert.match(await stranger.textContent('main'), /alguien con este nombre/);
  assert.deepEqual(await axeFaultsInBothSchemes(stranger), []);
});
