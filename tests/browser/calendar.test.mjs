// A delegate has a telephone follow the calendar: a token made on the telephone itself, which opens that one address and nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { typeCode } from './people.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 120_000 };
const here = await stage();

test('a telephone follows the calendar by a password that opens nothing else', LIMIT, async (t) => {
  const delegate = here.person('delegate', 'GTM');
  const page = await here.as(t, 'delegate', 'GTM', { language: 'es', width: 360, height: 740 });
  await page.goto('/today');
  await press(page, 'main a[href="/account/tokens"]');
  assert.equal(at(page), '/account/tokens');
  await page.fill('#name', 'Teléfono');
  await page.check('input[name=opens][value=calendar]');
  await page.fill('#password', delegate.password);
  await typeCode(page, await delegate.codes.next());
  assert.match(await page.textContent('main'), /Suscriba su calendario a esta dirección/);
  const [secret, path] = await page.locator('main .mono').allTextContents();
  assert.match(path, /\/api\/v1\/today\/calendar\?language=es$/);
  assert.deepEqual(await axeFaultsInBothSchemes(page), []);
  const wide = await page.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(wide <= 360, `${wide} px wide`);

  const ask = (to) => fetch(`${here.address}${to}`, { headers: { authorization: `Basic ${btoa(`telefono:${secret}`)}` } });
  const feed = await ask('/api/v1/today/calendar?language=es');
  assert.equal(feed.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.match(await feed.text(), /^BEGIN:VCALENDAR\r\n[^]*DESCRIPTION;LANGUAGE=es:Obligación/);
  const other = await ask('/api/v1/meetings');
  assert.equal(other.status, 401);
  assert.match((await fetch(`${here.address}/api/v1/today/calendar`)).headers.get('www-authenticate'), /Basic/);
});
