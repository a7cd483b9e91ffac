// The library outside: read by anyone, in their language, on paper too; inside, what changed and why one may see it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './stage.mjs';
import { follow } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const PUBLIC = '/library/RCM-VIII-2';

test('somebody without an account finds a public document, reads and cites it', LIMIT, async (t) => {
  const page = await here.nobody(t, { script: false });
  await page.goto('/library');
  await follow(page, () => page.locator(`a[href="${PUBLIC}"]`).click());
  assert.equal(await page.locator('h1').count(), 1);
  assert.ok((await page.locator('.prose p').count()) > 0);
  assert.match(await page.locator('.cite').innerText(), /RCM\/VIII\/2, es-2, .*SHA-256/);
  assert.equal(await page.locator('.prose').getAttribute('lang'), 'es');
  await follow(page, () => page.locator('.languages a[hreflang="fr"]').click());
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.equal(await page.locator('a[href^="/library/RCM-VIII-1"], a[href^="/library/RCM-VIII-3"]').count(), 0);
});

test('on paper there is the text and no way through the site', LIMIT, async (t) => {
  const page = await here.nobody(t);
  await page.goto(PUBLIC);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.languages').isVisible(), false);
  assert.equal(await page.locator('.prose').isVisible(), true);
});

test('a document that is not public is not there, and its page says inside who may see it', LIMIT, async (t) => {
  const outside = await here.nobody(t);
  assert.equal((await outside.request.get('/library/RCM-VIII-3')).status(), 404);
  const page = await here.as(t, 'delegate', 'MEX');
  await page.goto('/papers/RCM-VIII-3');
  assert.ok((await page.locator('section[aria-labelledby="why"] li').count()) > 1);
});

test('a delegate sees what changed between two versions', LIMIT, async (t) => {
  const page = await here.as(t, 'delegate', 'MEX');
  await page.goto('/papers/RCM-VIII-2');
  await follow(page, () => page.locator('a[href$="/texts/es-2/changes"]').click());
  assert.ok((await page.locator('.compared ins').count()) > 0);
  assert.ok((await page.locator('.compared del').count()) > 0);
});
