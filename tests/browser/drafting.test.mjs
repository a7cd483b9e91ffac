// From an open draft to a document: one delegation amends on a telephone without script, another was slower, the chair merges, and the
// secretariat hands over what came of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 180_000 };
const here = await stage();
const DRAFT = '/drafting/RCM-DR-70';

async function open(page) {
  await page.goto('/drafting/new');
  for (const [name, value] of [
    ['symbol', 'RCM/DR/70'], ['about', 'RCM/VIII'], ['title_es', 'Marco (ficticio)'], ['title_en', 'Framework (invented)'],
    ['text_es', 'Cada Estado nombra [un contacto].\n\nSe reúnen [cada año].'], ['text_en', 'Each State names [a contact].\n\nThey meet [yearly].'],
  ]) await page.fill(`[name=${name}]`, value);
  await page.selectOption('[name=original]', 'es');
  for (const party of ['HND', 'GTM']) await page.check(`[name=parties][value=${party}]`);
  await press(page, 'main form[action="/drafting/new"] button[type=submit]');
  assert.equal(at(page), DRAFT);
}

async function amend(page, text) {
  await page.fill('[name=text_es]', text);
  await press(page, 'main form[action$="/propose"] button[type=submit]');
}

test('two delegations amend, the chair merges, and the draft becomes a document', LIMIT, async (t) => {
  const secretary = await here.as(t, 'coordinator', 'XSV', { language: 'en' });
  await open(secretary);

  const telephone = await here.as(t, 'delegate', 'HND', { language: 'es', script: false, width: 360, height: 740 });
  await telephone.goto(`${DRAFT}/propose?item=1`);
  const slower = await here.as(t, 'delegate', 'GTM', { language: 'en' });
  await slower.goto(`${DRAFT}/propose?item=1`);
  await amend(telephone, 'Cada Estado nombra dos contactos.');
  assert.match(await telephone.textContent('main'), /Propuesto/);
  const wide = await telephone.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(wide <= 360, `${wide} px wide`);
  // Axe needs a browser with script: the same page in one.
  const looked = await here.as(t, 'delegate', 'HND', { language: 'es', width: 360, height: 740 });
  await looked.goto(telephone.url());
  assert.deepEqual(await axeFaultsInBothSchemes(looked), []);

  await secretary.goto(`${DRAFT}/proposals/1`);
  await secretary.check('[name=ruling][value=accept]');
  await press(secretary, 'main form[action$="/rule"] button[type=submit]');
  // Whoever was slower still has the first version open: what they write is kept, and marked.
  await amend(slower, 'Cada Estado nombra una oficina.');
  assert.match(await slower.textContent('main'), /changed since/);
  assert.match(await slower.textContent('section:has(#stands)'), /dos contactos/);

  await secretary.goto(`${DRAFT}/proposals/2`);
  await secretary.check('[name=ruling][value=accept]');
  await press(secretary, 'main form[action$="/rule"] button[type=submit]');
  // The control: it is not applied to a paragraph that its author never saw.
  assert.match(await secretary.textContent('.errors'), /changed since/);
  await secretary.check('[name=ruling][value=merge]');
  await secretary.fill('[name=text_es]', 'Cada Estado nombra dos oficinas.');
  await secretary.fill('[name=text_en]', 'Each State names two offices.');
  await press(secretary, 'main form[action$="/rule"] button[type=submit]');
  assert.equal(at(secretary), DRAFT);

  // A point of law: each State names its own, the chair answers the others, and a delegation on its telephone opens one again.
  await secretary.goto(`${DRAFT}/basis?item=child`);
  await secretary.check('[name=finding][value=met]');
  await secretary.fill('[name=paragraph]', '1');
  await press(secretary, 'main form[action$="/basis"] button[type=submit]');
  assert.match(await secretary.textContent('main'), /answered: 9 of 10/);
  assert.deepEqual(await axeFaultsInBothSchemes(secretary), []);
  await telephone.goto(`${DRAFT}/basis?item=child`);
  await telephone.check('[name=finding][value=open]');
  await press(telephone, 'main form[action$="/basis"] button[type=submit]');
  assert.match(await telephone.textContent('.errors'), /qué ley o por qué/);
  await telephone.check('[name=finding][value=open]');
  await telephone.fill('[name=words]', 'El párrafo 1 no habla de niños (ficticio).');
  await press(telephone, 'main form[action$="/basis"] button[type=submit]');
  assert.match(await telephone.textContent('main'), /sin respuesta: 10 de 10/);
  const basis = await telephone.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(basis <= 360, `${basis} px wide`);

  await secretary.goto(`${DRAFT}/hand-over`);
  assert.match(await secretary.textContent('main'), /answered: 10 of 10/);
  assert.match(await secretary.textContent('main'), /Brackets left: 1, in 1 paragraphs/);
  await secretary.fill('[name=symbol]', 'RCM/VIII/70');
  await secretary.fill('[name=meeting]', 'RCM/VIII');
  await press(secretary, 'main form[action$="/hand-over"] button[type=submit]');
  await telephone.goto(DRAFT);
  assert.match(await telephone.textContent('main'), /RCM\/VIII\/70/);
  assert.equal(await telephone.locator('main a[href*="/propose"]').count(), 0);
});
