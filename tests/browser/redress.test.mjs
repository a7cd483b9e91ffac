// Somebody asks that an alert on them is deleted: a border finds them, the panel blocks the alert and the border finds nobody; two members
// of two States let it stay, and it is found again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activate, comeIn, propose, SOUGHT, switchOn, takePart, writeDown } from './looked-for.mjs';
import { blockAlert, decideRuling, openCase, proposeRuling, referCase } from './redress.mjs';
import { stage } from './stage.mjs';
import { press } from './walk.mjs';
import { passport } from './zones.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const ZONE = passport('UTO', 'X81200345', SOUGHT.bearer);

/** Enrols somebody in a role that asks for a passkey, and brings them in with one of theirs. */
async function enrolled(t, administrator, user_name, role) {
  await administrator.goto('/people/new');
  for (const [field, value] of [['user_name', user_name], ['name', 'Nora Specimen'], ['institution', 'Institución inventada']]) await administrator.fill(`#${field}`, value);
  await administrator.check(`input[name=roles][value=${role}]`);
  await press(administrator, 'main form[method=post] button[type=submit]');
  const password = (await administrator.textContent('.secret')).trim();
  const page = await here.nobody(t);
  await comeIn(page, { user_name, password }, `otter-under-the-${user_name.replaceAll('.', '-')}-bridge`);
  return page;
}

/** Answers whether a check of the zone finds anybody who could be meant. */
async function finds(page) {
  await page.goto('/check');
  await page.fill('#zone', ZONE.join('\n'));
  await press(page, 'main form[action="/check"] button[type=submit]');
  return (await page.locator('section:has(#person) form').count()) > 0;
}

test('an alert that the panel blocks is found by nobody until two of it let it stay', LIMIT, async (t) => {
  const [guatemala, honduras, mexico] = await Promise.all(['GTM', 'HND', 'MEX'].map((state) => here.as(t, 'state_administrator', state)));
  await switchOn(await here.as(t, 'coordinator', 'XSV'));
  await takePart(guatemala, 'locate_witness');
  const author = await enrolled(t, guatemala, 'gtm.alerts.author', 'alert_officer');
  const judge = await enrolled(t, guatemala, 'gtm.alerts.judge', 'alert_officer');
  const alert = await writeDown(author, { ...SOUGHT.alert, until: '2031-01-15' });
  await propose(author, alert);
  await activate(judge, alert);
  const border = await here.as(t, 'border_officer', 'GTM');
  assert.ok(await finds(border), 'it is in force');

  const officer = await enrolled(t, mexico, 'mex.petitions', 'redress_officer');
  const path = await openCase(officer, 'fr');
  await officer.goto(`${path}/receipt`);
  assert.match(await officer.textContent('article[lang=fr]'), /Accusé de réception/, 'in the language of whoever asked');
  await referCase(officer, path);
  const [one, two] = [await enrolled(t, honduras, 'hnd.panel.one', 'redress_panel'), await enrolled(t, mexico, 'mex.panel.two', 'redress_panel')];
  await blockAlert(one, path, alert.split('/').at(-1));
  assert.equal(await finds(border), false, 'blocked');
  await officer.goto(path);
  assert.ok(!(await officer.textContent('main')).includes(alert.split('/').at(-1)), 'the officer learns of no alert');
  await author.goto(alert);
  assert.match(await author.textContent('main'), /blocked this alert/, 'its own State does');

  await proposeRuling(one, path, 'keep', 'sound');
  await one.goto(path);
  assert.equal(await one.locator(`form[action="${path}/decide"]`).count(), 0, 'nobody decides alone');
  assert.equal(await finds(border), false, 'proposed is not decided');
  await decideRuling(two, path);
  assert.ok(await finds(border), 'it stays');
  await two.goto('/redress/decisions');
  const published = await two.textContent('main');
  assert.match(published, /1\/20\d\d/);
  for (const word of ['GTM', 'Guatemala', 'Quimist', alert.split('/').at(-1), path.split('/').at(-1)]) assert.ok(!published.includes(word), word);
});
