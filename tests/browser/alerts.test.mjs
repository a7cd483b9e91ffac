// An alert on false documents is reported by one State, confirmed by an expert of another, published, and withdrawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALERT, confirmAlert, publishAlert, submitAlert, withdrawAlert, writeAlert } from './alerts.mjs';
import { stage } from './stage.mjs';
import { ask } from './status.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

const EXAMINES = { purpose: 'document_examination' };
const author = (t, options) => here.as(t, 'document_examiner', 'GTM', { ...EXAMINES, ...options });
const expert = (t, options) => here.as(t, 'document_examiner', 'MEX', { ...EXAMINES, ...options });
const officer = (t, options) => here.as(t, 'border_officer', undefined, options);

test('what one State reports another confirms, and officers of all States then read it', LIMIT, async (t) => {
  const [writes, confirms, checks] = [await author(t, { language: 'es' }), await expert(t), await officer(t)];
  const number = 'ZQ5000001';
  assert.doesNotMatch((await ask(checks, number, 'UTO')).page, /RCM-\d{4}-\d+.*relieve/s);

  const reference = await submitAlert(writes);
  assert.match(reference, /^RCM-\d{4}-\d{4,}$/);
  await writes.goto(`/documents/${reference}/confirm`);
  assert.equal(await writes.locator('form[action$="/confirm"]').count(), 0, 'nobody confirms their own');
  assert.equal((await checks.goto(`/documents/${reference}`)).status(), 404, 'not published: as if it were not there');
  assert.ok(!(await ask(checks, number, 'UTO')).page.includes(reference));

  await confirms.goto('/documents/waiting');
  assert.ok((await confirms.textContent('main')).includes(reference));
  await press(confirms, `a[href="/documents/${reference}"]`);
  assert.ok((await confirms.textContent('main')).includes(ALERT.text), 'the author’s own words');
  await confirmAlert(confirms, reference);
  assert.equal(at(confirms), '/documents/waiting');
  assert.ok(!(await ask(checks, number, 'UTO')).page.includes(reference), 'confirmed is not yet published');

  await publishAlert(writes, reference);
  const answer = await ask(checks, number, 'UTO');
  assert.match(answer.band, /report/);
  assert.ok(answer.page.includes(reference) && answer.page.includes(ALERT.text), answer.page);
  assert.ok(!(await ask(checks, 'ZR5000001', 'UTO')).page.includes(reference), 'another series');
  assert.equal((await checks.goto(`/documents/${reference}`)).status(), 200);
  assert.equal((await checks.goto(`/documents/${reference}/card`)).status(), 200);

  await withdrawAlert(writes, reference);
  assert.ok(!(await ask(checks, number, 'UTO')).page.includes(reference), 'withdrawn at once');
  await checks.goto(`/documents/${reference}`);
  assert.ok(await checks.locator('.notice.late').isVisible(), 'and whoever has the reference reads that it no longer holds');
});

test('an expert returns an alert with a question, and the author answers by correcting it', LIMIT, async (t) => {
  const [writes, reads] = [await author(t), await expert(t)];
  const reference = await submitAlert(writes, { pattern: 'ZQ6######' });
  await reads.goto(`/documents/${reference}/confirm`);
  await press(reads, `form[action="/documents/${reference}/return"] button[type=submit]`);
  assert.ok(await reads.locator('#question-error').isVisible(), 'a question is asked for');
  await reads.fill('#question', 'Does the portrait page carry the laminate of 2019?');
  await press(reads, `form[action="/documents/${reference}/return"] button[type=submit]`);
  assert.equal(at(reads), '/documents/waiting');

  await writes.goto(`/documents/${reference}`);
  assert.match(await writes.textContent('main'), /laminate of 2019/);
  await press(writes, `form[action="/documents/${reference}/correct"] button`);
  await writes.fill('#note', 'Yes: named in the point now.');
  await writes.fill('[name="points.1.es"]', 'La foto no tiene relieve; laminado de 2019 (serie ficticia).');
  await press(writes, 'button[value=continue]');
  await press(writes, 'main button.grave, main form[method=post] button[type=submit]');
  await reads.goto('/documents/waiting');
  assert.ok((await reads.textContent('main')).includes(reference), 'it waits again');
});

test('errors stand at their fields in the form of an alert, and a draft keeps what was typed', LIMIT, async (t) => {
  const page = await author(t, { language: 'fr' });
  await writeAlert(page, { issuer: 'ZZZ', first_seen: '2099-01', documents_seen: 'quatre' });
  await press(page, 'button[value=continue]');
  for (const field of ['issuer', 'first_seen', 'documents_seen']) {
    assert.ok(await page.locator(`[id="${field}-error"]`).isVisible(), field);
    assert.equal(await page.getAttribute(`[id="${field}"]`, 'aria-invalid'), 'true');
  }
  assert.equal(await page.inputValue('#documents_seen'), 'quatre');
  assert.equal(await page.inputValue('[name="points.1.es"]'), ALERT.text);
  await press(page, 'button[value=keep]');
  assert.equal(at(page), '/documents/work');
  await press(page, 'a[href^="/documents/drafts/"]');
  assert.equal(await page.inputValue('#issuer'), 'ZZZ');
  await press(page, 'button[value=discard]');
  assert.equal(at(page), '/documents/work');
});
