// The core without script: who works with it switched off, or behind a proxy that takes it away, does the same work.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALERT, confirmAlert, publishAlert, submitAlert, withdrawAlert } from './alerts.mjs';
import { csv, ended, faultsListed, manyRows, sendFile } from './imports.mjs';
import { signIn, typeCode, typePassword } from './people.mjs';
import { stage } from './stage.mjs';
import { ask, reportStatus, withdrawStatus } from './status.mjs';
import { at, follow, press } from './walk.mjs';
import { misread, passport } from './zones.mjs';

const LIMIT = { timeout: 300_000 };
const WITHOUT = { script: false };
const here = await stage();

test('the pages themselves run no script here', LIMIT, async (t) => {
  const page = await here.as(t, 'border_officer', 'GTM', WITHOUT);
  await page.goto('/check');
  assert.ok(await page.locator('#keys').isHidden(), 'what only script can do is not promised');
});

test('signing in with password and code, and out again', LIMIT, async (t) => {
  const page = await here.nobody(t, WITHOUT);
  const examiner = here.person('document_examiner', 'HND');
  await page.goto('/sign-in');
  await typePassword(page, examiner, 'wrong as can be');
  assert.ok(await page.locator('#password-error').isVisible());
  await typePassword(page, examiner);
  await typeCode(page, await examiner.codes.next());
  assert.ok(!at(page).startsWith('/sign-in'));
  await press(page, 'form[action="/sign-out"] button');
  assert.equal(at(page), '/sign-in');
});

test('a check by Tab and Enter, its answer, and the second line', LIMIT, async (t) => {
  const page = await here.as(t, 'border_officer', 'GTM', WITHOUT);
  await page.goto('/check');
  const scan = async (lines) => {
    // The cursor stands in the field; a reader's Enter makes a new line, and Tab leads to the button.
    await page.waitForSelector('#zone:focus');
    for (const line of lines) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Tab');
    await follow(page, () => page.keyboard.press('Enter'));
  };
  await scan(passport('HND', 'F1234567'));
  assert.match(await page.getAttribute('.answer', 'class'), /none/);
  await scan(misread(passport('HND', 'F1234567'), 1, 3));
  assert.match(await page.getAttribute('.answer', 'class'), /unreadable/);
  await press(page, 'a[href="/check/second-line"]');
  await page.check('input[value=document_genuine]');
  await press(page, 'main button[type=submit]');
  assert.ok(await page.locator('section[aria-labelledby=outcome]').isVisible());
});

test('an alert is reported, confirmed by another State, published and withdrawn', LIMIT, async (t) => {
  const writes = await here.as(t, 'document_examiner', 'GTM', { ...WITHOUT, purpose: 'document_examination' });
  const confirms = await here.as(t, 'document_examiner', 'MEX', { ...WITHOUT, purpose: 'document_examination' });
  const checks = await here.as(t, 'border_officer', 'GTM', WITHOUT);
  const reference = await submitAlert(writes);
  await confirmAlert(confirms, reference);
  await publishAlert(writes, reference);
  const answer = await ask(checks, 'ZQ5000001', 'UTO');
  assert.match(answer.band, /report/);
  assert.ok(answer.page.includes(reference) && answer.page.includes(ALERT.text));
  await withdrawAlert(writes, reference);
  assert.ok(!(await ask(checks, 'ZQ5000001', 'UTO')).page.includes(reference));
});

test('a status is reported and taken back', LIMIT, async (t) => {
  const reports = await here.as(t, 'issuing_authority', 'GTM', WITHOUT);
  const checks = await here.as(t, 'border_officer', 'GTM', WITHOUT);
  const path = await reportStatus(reports, { number: 'ZY1000001', reference: 'PLAIN-1' });
  assert.ok((await ask(checks, 'ZY1000001', 'GTM')).page.includes('PLAIN-1'));
  await withdrawStatus(reports, path);
  assert.match((await ask(checks, 'ZY1000001', 'GTM')).band, /none/);
});

test('a file is imported, with its progress and its faults', LIMIT, async (t) => {
  const page = await here.as(t, 'issuing_authority', 'GTM', WITHOUT);
  await sendFile(page, csv(['passport,ZY2000001,,,,gone,,ONE,,']));
  await ended(page);
  assert.deepEqual(await faultsListed(page), ['2 status · 6 status-unknown']);
  await sendFile(page, manyRows(30_000, 'ZY3'));
  await ended(page);
  assert.ok(await page.locator('.notice.done').isVisible());
});

test('somebody is enrolled and suspended', LIMIT, async (t) => {
  const page = await here.nobody(t, WITHOUT);
  await signIn(page, here.person('state_administrator', 'GTM'));
  await page.goto('/people/new');
  await page.fill('#user_name', 'gtm.plain');
  await page.fill('#name', 'Plácida Specimen');
  await page.fill('#institution', 'Institución inventada');
  await page.check('input[value=border_officer]');
  await press(page, 'main form[method=post] button[type=submit]');
  await press(page, 'main p a[href^="/people/"]');
  const path = at(page);
  await page.goto(`${path}/suspend`);
  await press(page, 'main button.grave');
  assert.equal(at(page), path);
  assert.ok(await page.locator(`form[action="${path}/reactivate"]`).isVisible());
});
