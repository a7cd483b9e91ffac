// Search: what somebody seeks is found in another form, with its passage, and what is kept for members is not found by an observer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './stage.mjs';
import { follow } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

const seek = async (page, words) => {
  await page.goto('/search');
  await page.fill('#q', words);
  await follow(page, () => page.keyboard.press('Enter'));
};

test('a delegate finds a document by a word in another form, and opens it', LIMIT, async (t) => {
  const page = await here.as(t, 'delegate', 'MEX');
  await seek(page, 'actividad');
  assert.ok((await page.locator('ol.found li').count()) > 0);
  const first = page.locator('ol.found li a').first();
  const address = await first.getAttribute('href');
  await follow(page, () => first.click());
  assert.ok(new URL(page.url()).pathname === address);
});

test('what was found is marked without script as well', LIMIT, async (t) => {
  const page = await here.as(t, 'delegate', 'MEX', { script: false });
  await seek(page, 'delegacion');
  assert.ok((await page.locator('ol.found mark').count()) > 0);
});

test('a question of nothing but signs is no fault', LIMIT, async (t) => {
  const page = await here.as(t, 'delegate', 'MEX');
  await seek(page, '"((* NEAR:');
  assert.equal(await page.locator('h1').count(), 1);
});
