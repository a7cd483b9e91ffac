// Signing in: password and code, what is refused and how, setting codes up, a first password changed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Codes, base32, signIn, typeCode, typePassword } from './people.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

test('password, code and purpose lead to where one wanted to go', LIMIT, async (t) => {
  const page = await here.nobody(t);
  const examiner = here.person('document_examiner', 'GTM');
  await page.goto('/account');
  assert.equal(at(page), '/sign-in');
  await typePassword(page, examiner);
  assert.equal(at(page), '/sign-in/code');
  await page.waitForSelector('#code:focus');
  await typeCode(page, await examiner.codes.next());
  assert.equal(at(page), '/account');
  await page.goto('/');
  assert.equal(at(page), '/purpose');
  await page.check('input[value=border_control]');
  await press(page, 'main button[type=submit]');
  assert.equal(at(page), '/check');
});

test('a wrong password and a name nobody has get the same answer, beside the field and in the summary', LIMIT, async (t) => {
  const page = await here.nobody(t, { language: 'es' });
  const said = [];
  const officer = here.person('border_officer', 'GTM');
  for (const person of [officer, { ...officer, user_name: 'nobody.here' }]) {
    await page.goto('/sign-in');
    await typePassword(page, person, 'not the password at all');
    assert.equal(at(page), '/sign-in');
    assert.equal(await page.inputValue('#user_name'), person.user_name, 'what was typed stays');
    assert.equal(await page.inputValue('#password'), '', 'but never a password');
    assert.equal(await page.getAttribute('#password', 'aria-invalid'), 'true');
    const error = await page.textContent('#password-error');
    assert.equal(await page.getAttribute('#password', 'aria-describedby'), 'password-error');
    const summary = await page.textContent('.errors a[href="#password"]');
    assert.ok(error.includes(summary), `the summary says the same: ${summary}`);
    await page.waitForSelector('.errors:focus');
    said.push(error);
  }
  assert.equal(said[0], said[1]);
});

test('nothing typed is said field by field, and the summary leads to each', LIMIT, async (t) => {
  const page = await here.nobody(t, { language: 'fr' });
  await page.goto('/sign-in');
  await press(page, 'main button[type=submit]');
  assert.match(await page.title(), /^Erreur/);
  assert.equal(await page.locator('.errors a').count(), 2);
  await page.click('.errors a[href="#password"]');
  await page.waitForSelector('#password:focus');
});

test('a wrong code and one that has served are refused; the next one is taken', LIMIT, async (t) => {
  const page = await here.nobody(t);
  const examiner = here.person('document_examiner', 'MEX');
  await page.goto('/sign-in');
  await typePassword(page, examiner);
  await typeCode(page, examiner.codes.wrong());
  assert.equal(at(page), '/sign-in/code');
  assert.equal(await page.getAttribute('#code', 'aria-invalid'), 'true');
  const code = await examiner.codes.next();
  await typeCode(page, code);
  assert.ok(!at(page).startsWith('/sign-in'), page.url());

  const other = await here.nobody(t);
  await other.goto('/sign-in');
  await typePassword(other, examiner);
  await typeCode(other, code);
  assert.equal(at(other), '/sign-in/code', 'each code serves once');
  await typeCode(other, await examiner.codes.next());
  assert.ok(!at(other).startsWith('/sign-in'), other.url());
});

test('who is enrolled sets codes up, replaces the first password, and works', LIMIT, async (t) => {
  const administrator = await here.as(t, 'state_administrator', 'GTM');
  await administrator.goto('/people/new');
  await administrator.fill('#user_name', 'gtm.newcomer');
  await administrator.fill('#name', 'Noé Recinos Specimen');
  await administrator.fill('#institution', 'Laboratorio de documentos (specimen)');
  await administrator.check('input[name=roles][value=document_examiner]');
  await press(administrator, 'main form[method=post] button[type=submit]');
  const first = (await administrator.textContent('.secret')).trim();
  assert.ok(first.length >= 12, 'a first password is shown, once');

  const page = await here.nobody(t);
  const newcomer = { user_name: 'gtm.newcomer', password: first };
  await page.goto('/sign-in');
  await typePassword(page, newcomer);
  assert.equal(at(page), '/sign-in/set-up');
  assert.ok(await page.locator('svg[role=img]').isVisible(), 'a QR code');
  newcomer.codes = new Codes(base32(await page.textContent('.secret')));
  await typeCode(page, newcomer.codes.wrong());
  assert.equal(at(page), '/sign-in/set-up');
  await typeCode(page, await newcomer.codes.next());

  assert.equal(at(page), '/sign-in/new-password');
  const choose = async (password, again = password) => {
    await page.fill('#new_password', password);
    await page.fill('#new_password_again', again);
    await press(page, 'main button[type=submit]');
  };
  for (const [password, again] of [['short'], ['password1234'], [first], ['marimba volcán lluvia 7', 'marimba volcán lluvia 8']]) {
    await choose(password, again);
    assert.equal(at(page), '/sign-in/new-password', password);
    assert.ok(await page.locator('.errors').isVisible(), password);
  }
  await choose('marimba volcán lluvia 7');
  assert.equal(at(page), '/purpose');

  const later = await here.nobody(t);
  await signIn(later, { ...newcomer, password: 'marimba volcán lluvia 7' }, 'document_examination');
  assert.ok(!at(later).startsWith('/sign-in'), later.url());
});

test('attempts in a row have to wait, and are told how long', LIMIT, async (t) => {
  const page = await here.nobody(t);
  const guessed = { user_name: 'gtm.guessed', password: 'one guess after another' };
  let answer;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await page.goto('/sign-in');
    [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), typePassword(page, guessed)]);
    if (answer.status() === 429) break;
  }
  assert.equal(answer.status(), 429);
  assert.ok(Number(answer.headers()['retry-after']) > 0);
  assert.match(await page.textContent('#password-error'), /\d+ seconds/);
});
