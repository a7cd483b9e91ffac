// Status entries in bulk from the page: a dry run, progress while it goes, every fault by line and column, all or nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, ended, faultsListed, manyRows, sendFile, underWay } from './imports.mjs';
import { stage } from './stage.mjs';
import { ask } from './status.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
/** Rows that take the release build some seconds, so that there is progress to see. */
const MANY = 100_000;
const here = await stage();

const authority = (t, options) => here.as(t, 'issuing_authority', 'GTM', options);
const officer = (t) => here.as(t, 'border_officer', 'GTM');

test('a file is tried, shows its progress by itself, is entered, and answers checks', LIMIT, async (t) => {
  const [page, checks] = [await authority(t, { language: 'es' }), await officer(t)];
  const listed = async () => {
    await page.goto('/imports');
    return page.locator('tbody tr').count();
  };
  const before = await listed();
  const file = manyRows(MANY, 'ZW');
  const tried = await sendFile(page, file, 'try');
  assert.match(tried, /^\/imports\/[0-9a-f-]+$/);
  assert.ok(!(await page.locator('main .notice.deep').count()), 'nobody waits for another import where there is none');
  await underWay(page);
  await ended(page);
  assert.ok(await page.locator('.notice.done').isVisible());
  assert.match((await ask(checks, 'ZW000007', 'GTM')).band, /none/, 'a dry run enters nothing');

  await sendFile(page, file);
  await ended(page);
  assert.match(await page.textContent('.notice.done'), /100[\s\u00a0\u202f.,]?000/);
  assert.match((await ask(checks, 'ZW000007', 'GTM')).band, /report/);
  assert.equal(await listed(), before + 2, 'the try and the import, beside what the State had entered before');
});

test('every fault is named by line and column, and nothing of the file is entered', LIMIT, async (t) => {
  const [page, checks] = [await authority(t), await officer(t)];
  await sendFile(page, csv([
    'passport,ZX000001,,,,lost,2031-03-01,ONE,,',
    'sword,ZX000002,,,,lost,2031-03-01,TWO,,',
    'passport,ZX000003,,,,gone,2031-02-30,THREE,,',
    'passport,ZX000004,,,,lost,2031-03-01,FOUR,,HND',
    'passport,ZX000001,,,,stolen,2031-03-01,FIVE,,',
  ]));
  await ended(page);
  assert.deepEqual(await faultsListed(page), [
    '3 kind · 1 kind-unknown',
    '4 status · 6 status-unknown',
    '4 expires_on · 7 expires-on-impossible',
    '5 issuer · 10 issuer-other',
    '6 number · 2 row-twice',
  ]);
  assert.match((await ask(checks, 'ZX000001', 'GTM')).band, /none/);
  await press(page, 'main a[href="/imports/status"]');
  assert.equal(at(page), '/imports/status');
});

test('no file, and a file of something else, are refused in words', LIMIT, async (t) => {
  const page = await authority(t, { language: 'fr' });
  await page.goto('/imports/status');
  await press(page, 'button[value=import]');
  assert.equal(at(page), '/imports/status');
  assert.ok(await page.locator('#file-error').isVisible());
  await sendFile(page, '\u0000\u0001 not a table at all');
  await ended(page);
  assert.ok(await page.locator('.notice.late').isVisible());
  assert.ok((await faultsListed(page)).length > 0);
});

test('only who reports status finds the page', LIMIT, async (t) => {
  const page = await officer(t);
  assert.equal((await page.goto('/imports/status')).status(), 404);
});
