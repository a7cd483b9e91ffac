// A State's administrator and that State's people: enrolled, changed, suspended, reset; those of other States out of reach.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpCodes } from './passkeys.mjs';
import { signIn, typePassword } from './people.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

const administrator = (t, options) => here.as(t, 'state_administrator', 'GTM', options);
const send = (page) => press(page, 'main form[method=post] button[type=submit]');

/** Fills the form of a new person in and sends it. */
async function enrol(page, userName, role) {
  await page.goto('/people/new');
  await page.fill('#user_name', userName);
  await page.fill('#name', 'Celia Batres Specimen');
  await page.fill('#institution', 'Dirección de Migración (specimen)');
  await page.fill('#post', 'Agua Caliente');
  await page.selectOption('#post_zone', 'America/Guatemala');
  await page.check(`input[name=roles][value=${role}]`);
  await send(page);
}

/** Answers the address of one's own State's person of that user name. */
async function find(page, userName) {
  await page.goto('/people');
  await page.fill('#q', userName);
  await press(page, 'form[role=search] button');
  return page.getAttribute('tbody a', 'href');
}

test('an administrator sees and finds the people of one State, and of no other', LIMIT, async (t) => {
  const page = await administrator(t);
  await page.goto('/people');
  const listed = await page.textContent('tbody');
  assert.ok(listed.includes('gtm.officer') && listed.includes('gtm.admin'), listed);
  assert.doesNotMatch(listed, /(mex|hnd|xsv|xhc)\./);
  const other = await here.as(t, 'state_administrator', 'MEX');
  await other.goto('/people');
  const theirs = await other.getAttribute('tbody a', 'href');
  for (const path of [theirs, `${theirs}/change`, `${theirs}/suspend`, `${theirs}/reset`]) {
    assert.equal((await page.goto(path)).status(), 404, path);
  }
});

test('somebody is enrolled, changed, and the errors of the form stand at their fields', LIMIT, async (t) => {
  const page = await administrator(t, { language: 'es' });
  await page.goto('/people/new');
  await page.fill('#user_name', 'Not A Name!');
  await send(page);
  for (const field of ['user_name', 'name', 'institution', 'roles']) {
    assert.ok(await page.locator(`#${field}-error`).isVisible(), field);
  }
  assert.equal(await page.inputValue('#user_name'), 'Not A Name!');

  await enrol(page, 'gtm.celia', 'border_officer');
  assert.ok((await page.textContent('.secret')).trim().length >= 12);
  await enrol(page, 'gtm.celia', 'border_officer');
  assert.ok(await page.locator('#user_name-error').isVisible(), 'the name is taken');

  const path = await find(page, 'gtm.celia');
  await page.goto(`${path}/change`);
  assert.ok(await page.isChecked('input[value=border_officer]'));
  await page.fill('#post', 'El Florido');
  await page.check('input[value=document_examiner]');
  await send(page);
  assert.equal(at(page), path);
  assert.match(await page.textContent('main'), /El Florido/);
});

test('a suspension ends what somebody has open, at once, and can be taken back', LIMIT, async (t) => {
  const [admin, page] = [await administrator(t), await here.nobody(t)];
  await enrol(admin, 'gtm.dario', 'border_officer');
  const person = { user_name: 'gtm.dario', password: (await admin.textContent('.secret')).trim() };
  await page.goto('/sign-in');
  await typePassword(page, person);
  person.codes = await setUpCodes(page);
  await page.fill('#new_password', 'barrilete nube cuarzo 12');
  await page.fill('#new_password_again', 'barrilete nube cuarzo 12');
  await send(page);
  person.password = 'barrilete nube cuarzo 12';
  await page.goto('/check');
  assert.equal(at(page), '/check');

  const path = await find(admin, 'gtm.dario');
  await admin.goto(`${path}/suspend`);
  await press(admin, 'main button.grave');
  await page.fill('#zone', 'F1234567 HND');
  await page.press('#zone', 'Enter');
  await page.waitForURL((url) => url.pathname === '/sign-in');
  await typePassword(page, person);
  assert.equal(at(page), '/sign-in', 'nor is there another way in');

  await press(admin, `form[action="${path}/reactivate"] button`);
  await signIn(page, person);
  await page.goto('/check');
  assert.equal(at(page), '/check');
});

test('a reset gives a new first password, and the old one opens nothing', LIMIT, async (t) => {
  const [admin, page] = [await administrator(t), await here.nobody(t)];
  await enrol(admin, 'gtm.elena', 'border_officer');
  const first = (await admin.textContent('.secret')).trim();
  await admin.goto(`${await find(admin, 'gtm.elena')}/reset`);
  await press(admin, 'main button.grave');
  const second = (await admin.textContent('.secret')).trim();
  assert.notEqual(second, first);
  await page.goto('/sign-in');
  await typePassword(page, { user_name: 'gtm.elena', password: first });
  assert.equal(at(page), '/sign-in');
  await typePassword(page, { user_name: 'gtm.elena', password: second });
  assert.equal(at(page), '/sign-in/set-up');
});

test('nobody suspends themselves', LIMIT, async (t) => {
  const page = await administrator(t);
  const own = await find(page, here.person('state_administrator', 'GTM').user_name);
  await page.goto(own);
  assert.equal(await page.locator(`a[href="${own}/suspend"]`).count(), 0);
  assert.equal((await page.goto(`${own}/suspend`)).status(), 409);
});
