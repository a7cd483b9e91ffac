// Lost, stolen and revoked documents: the State that issued them reports, corrects and takes back; officers see it at once.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { stage } from './stage.mjs';
import { ask, reportStatus, withdrawStatus, writeStatus } from './status.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

const authority = (t, options) => here.as(t, 'issuing_authority', undefined, options);
const officer = (t, options) => here.as(t, 'border_officer', undefined, options);
const issuer = () => here.person('issuing_authority').state;

test('a number reported stolen is found by an officer at once, and gone when it is taken back', LIMIT, async (t) => {
  const [reports, checks] = [await authority(t, { language: 'es' }), await officer(t)];
  const number = 'ZT7000011';
  assert.match((await ask(checks, number, issuer())).band, /none/);

  await writeStatus(reports, { number, reference: 'BROWSER-1' });
  assert.match((await ask(checks, number, issuer())).band, /none/, 'asked once more: nothing is said yet');
  await press(reports, 'button[name=step][value=send]');
  const path = at(reports);
  assert.match(path, /^\/status\/[0-9a-f-]+$/);
  assert.ok(!(await reports.textContent('main')).includes(number), 'the number is not kept in clear, and not shown');
  const answer = await ask(checks, number, issuer());
  assert.match(answer.band, /report/);
  assert.ok(answer.page.includes('BROWSER-1'), answer.page);

  await withdrawStatus(reports, path);
  assert.equal(at(reports), '/status');
  assert.match((await ask(checks, number, issuer())).band, /none/);
  assert.equal((await reports.goto(path)).status(), 404);
});

test('the status is corrected, and officers read the new one', LIMIT, async (t) => {
  const [reports, checks] = [await authority(t), await officer(t)];
  const number = 'ZT7000022';
  const path = await reportStatus(reports, { number, reference: 'BROWSER-2', status: 'lost' });
  await reports.goto(`${path}/correct`);
  assert.ok(await reports.isChecked('input[name=status][value=lost]'), 'the form shows what stands');
  await reports.check('input[name=status][value=revoked]');
  await reports.fill('#reference', 'BROWSER-2-bis');
  await press(reports, 'main form[method=post] button[type=submit]');
  const answer = await ask(checks, number, issuer());
  assert.match(answer.text, /revoked/);
  assert.ok(answer.page.includes('BROWSER-2-bis'));
});

test('what is wrong stands at its field and what was typed stays', LIMIT, async (t) => {
  const page = await authority(t, { language: 'es' });
  await page.goto('/status/report');
  await page.fill('#number', 'K-9<*');
  await page.fill('[name="expires_on-day"]', '31');
  await page.fill('[name="expires_on-month"]', '2');
  await page.fill('[name="expires_on-year"]', '2031');
  await press(page, 'main form[method=post] button[type=submit]');
  for (const field of ['kind', 'number', 'status', 'reference', 'expires_on']) {
    assert.ok(await page.locator(`#${field}-error`).isVisible(), field);
  }
  assert.equal(await page.inputValue('#number'), 'K-9<*');
  assert.equal(await page.inputValue('[name="expires_on-day"]'), '31');
  assert.match(await page.title(), /^Error/);
});

test('a State that reports the same twice is told so', LIMIT, async (t) => {
  const page = await authority(t);
  await reportStatus(page, { number: 'ZT7000033', reference: 'BROWSER-3' });
  await writeStatus(page, { number: 'ZT7000033', reference: 'BROWSER-3' });
  assert.ok(await page.locator('#number-error').isVisible());
});

test('a range of blanks and a pattern answer a check each', LIMIT, async (t) => {
  const [reports, checks] = [await authority(t), await officer(t)];
  const said = async (path, fields, reference) => {
    await reports.goto(path);
    await reports.selectOption('#kind', 'passport');
    for (const [name, value] of Object.entries(fields)) await reports.fill(`#${name}`, value);
    await reports.check('input[name=status][value=stolen_blank]');
    await reports.fill('#reference', reference);
    await press(reports, 'main form[method=post] button[type=submit]');
    await press(reports, 'button[name=step][value=send]');
  };
  await said('/status/report-range', { first: 'ZU100000', last: 'ZU100499' }, 'BROWSER-R');
  await said('/status/report-pattern', { pattern: 'ZV######' }, 'BROWSER-P');
  assert.ok((await ask(checks, 'ZU100499', issuer())).page.includes('BROWSER-R'));
  assert.match((await ask(checks, 'ZU100500', issuer())).band, /none/);
  assert.ok((await ask(checks, 'ZV123456', issuer())).page.includes('BROWSER-P'));
});

test('an entry is found again by its number, and the export gives the reference and never the number', LIMIT, async (t) => {
  const page = await authority(t);
  const number = 'ZT7000044';
  await reportStatus(page, { number, reference: 'BROWSER-4' });
  await page.goto('/status/find');
  await page.selectOption('#kind', 'passport');
  await page.fill('#number', number);
  await press(page, 'main form[method=post] button[type=submit]');
  assert.ok((await page.textContent('main')).includes('BROWSER-4'));

  await page.goto('/status');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href^="/status/export"]')]);
  const exported = await readFile(await download.path(), 'utf8');
  assert.ok(exported.includes('BROWSER-4'), exported.slice(0, 200));
  assert.ok(!exported.includes(number));
});
