// Somebody asks that an alert on them is deleted: a border finds them, the panel blocks the alert and the border finds nobody; two members
// of two States let it stay, and it is found again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activate, enrolled, finds, propose, SOUGHT, switchOn, takePart, writeDown } from './looked-for.mjs';
import { blockAlert, decideRuling, openCase, proposeRuling, referCase } from './redress.mjs';
import { stage } from './stage.mjs';
import { passport } from './zones.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const ZONE = passport('UTO', 'X81200345', SOUGHT.bearer);

test('an alert that the panel blocks is found by nobody until two of it let it stay', LIMIT, async (t) => {
  const enrol = async (administrator, name, role) => enrolled(await here.nobody(t), administrator, name, role);
  const [guatemala, honduras, mexico] = await Promise.all(['GTM', 'HND', 'MEX'].map((state) => here.as(t, 'state_administrator', state)));
  await switchOn(await here.as(t, 'coordinator', 'XSV'));
  await takePart(guatemala, 'locate_witness');
  const author = await enrol(guatemala, 'gtm.alerts.author', 'alert_officer');
  const judge = await enrol(guatemala, 'gtm.alerts.judge', 'alert_officer');
  const alert = await writeDown(author, { ...SOUGHT.alert, until: '2031-01-15' });
  await propose(author, alert);
  await activate(judge, alert);
  const border = await here.as(t, 'border_officer', 'GTM');
  assert.ok(await finds(border, ZONE), 'it is in force');

  const officer = await enrol(mexico, 'mex.petitions', 'redress_officer');
  const path = await openCase(officer, 'fr');
  await officer.goto(`${path}/receipt`);
  assert.match(await officer.textContent('article[lang=fr]'), /Accusé de réception/, 'in the language of whoever asked');
  await referCase(officer, path);
  const [one, two] = [await enrol(honduras, 'hnd.panel.one', 'redress_panel'), await enrol(mexico, 'mex.panel.two', 'redress_panel')];
  await blockAlert(one, path, alert.split('/').at(-1));
  assert.equal(await finds(border, ZONE), false, 'blocked');
  await officer.goto(path);
  assert.ok(!(await officer.textContent('main')).includes(alert.split('/').at(-1)), 'the officer learns of no alert');
  await author.goto(alert);
  assert.match(await author.textContent('main'), /blocked this alert/, 'its own State does');

  await proposeRuling(one, path, 'keep', 'sound');
  await one.goto(path);
  assert.equal(await one.locator(`form[action="${path}/decide"]`).count(), 0, 'nobody decides alone');
  assert.equal(await finds(border, ZONE), false, 'proposed is not decided');
  await decideRuling(two, path);
  assert.ok(await finds(border, ZONE), 'it stays');
  await two.goto('/redress/decisions');
  const published = await two.textContent('main');
  assert.match(published, /1\/20\d\d/);
  for (const word of ['GTM', 'Guatemala', 'Quimist', alert.split('/').at(-1), path.split('/').at(-1)]) assert.ok(!published.includes(word), word);
});
