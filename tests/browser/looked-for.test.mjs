// An alert on a person from its writing to a border: written by one and judged by another officer, met at a check, opened by two
// people, answered; a namesake spared; and a State that takes part no longer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activate, check, enrolled, propose, SOUGHT, switchOn, takePart, writeDown } from './looked-for.mjs';
import { stage } from './stage.mjs';
import { press } from './walk.mjs';
import { passport } from './zones.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const ZONE = passport('UTO', 'X81200345', SOUGHT.bearer);
const OTHER = passport('UTO', 'X81200346', SOUGHT.bearer);

test('an alert is met at a border, opened by two people, answered, and a namesake is spared', LIMIT, async (t) => {
  const administrator = await here.as(t, 'state_administrator', 'GTM');
  const officerNamed = async (name) => enrolled(await here.nobody(t), administrator, name, 'alert_officer');
  const officer = await here.as(t, 'border_officer', 'GTM');
  assert.equal(await (await check(officer, ZONE)).count(), 0, 'while the register is off nobody is compared');
  await switchOn(await here.as(t, 'coordinator', 'XSV'));
  await takePart(administrator, 'locate_witness');
  const [author, judge] = [await officerNamed('gtm.author'), await officerNamed('gtm.judge')];
  const alert = await writeDown(author, { ...SOUGHT.alert, until: '2031-01-15' });
  assert.equal(await (await check(officer, ZONE)).locator('form').count(), 0, 'a draft is nobody\'s match');
  await propose(author, alert);
  await activate(judge, alert);

  const found = await check(officer, ZONE);
  assert.ok((await found.locator('form').count()) > 0, 'once it is in force it is');
  const said = await found.textContent();
  for (const sealed of ['GTM', 'Motivo', 'Juzgado', 'EXP-', 'witness', 'Witness', alert.split('/').at(-1)]) assert.ok(!said.includes(sealed), `${sealed}: ${said}`);
  await press(officer, 'form[action="/alerts/matches/ask"] button');
  assert.equal(await officer.locator('form[action="/alerts/matches/open"]').count(), 0, 'one person alone opens nothing');
  const second = await here.as(t, 'document_examiner', 'GTM', { purpose: 'border_control' });
  await second.goto('/alerts/matches');
  await second.check('input[value=photograph]');
  await press(second, 'form[action="/alerts/matches/agree"] button[type=submit]');
  await officer.goto('/alerts/matches');
  await press(officer, 'form[action="/alerts/matches/open"] button');
  assert.match(await officer.textContent('section:has(#opened)'), /Guatemala/);
  assert.ok(!(await officer.textContent('main')).includes('Motivo'), 'the reason stays with those who work on alerts');
  await press(officer, 'button[name=outcome][value=confirmed]');

  await check(officer, OTHER);
  await officer.check('input[name^=consent]');
  await press(officer, 'button[name=outcome][value=not_the_person]');
  assert.equal(await (await check(officer, OTHER)).locator('form').count(), 0, 'that document is spared');
  assert.ok((await (await check(officer, ZONE)).locator('form').count()) > 0, 'and no other');
  await judge.goto(alert);
  assert.match(await judge.textContent('main'), /Not the person|not the person/);

  await administrator.goto('/alerts/categories/locate_witness');
  await press(administrator, 'form[action="/alerts/categories/locate_witness"] button[type=submit]');
  assert.equal(await (await check(officer, ZONE)).locator('form').count(), 0, 'who takes part no longer is shown nothing');
});
