// A search for a person who has no document: what may be asked, what is found and opened by two people, with and without script; how
// often; and what whoever supervises reads of somebody who tries birth dates.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activate, comeIn, propose, SOUGHT, switchOn, takePart, writeDown } from './looked-for.mjs';
import { stage } from './stage.mjs';
import { press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const PERSON = { paternal: 'Quimistan', given: 'Nahomy', born: '1988-05-19' };

/** Enrols somebody who works on alerts, and brings them in with a passkey of theirs. */
async function alertOfficer(t, administrator, name) {
  await administrator.goto('/people/new');
  for (const [field, value] of [['user_name', name], ['name', 'Nora Specimen'], ['institution', 'Institución inventada']]) await administrator.fill(`#${field}`, value);
  await administrator.check('input[name=roles][value=alert_officer]');
  await press(administrator, 'main form[method=post] button[type=submit]');
  const password = (await administrator.textContent('.secret')).trim();
  const page = await here.nobody(t);
  await comeIn(page, { user_name: name, password }, `heron-over-the-${name.split('.').at(-1)}-ferry`);
  return page;
}

/** Searches, and answers the part of the page that says who it could be. */
async function search(page, person) {
  await page.goto('/person-searches');
  for (const [field, value] of Object.entries(person)) await page.fill(`#${field}`, value);
  await press(page, 'main form[action="/person-searches"] button[type=submit]');
  return page.locator('section:has(#person)');
}

test('somebody without a document is searched for, found, and opened by two people', LIMIT, async (t) => {
  const administrator = await here.as(t, 'state_administrator', 'GTM');
  const officer = await here.as(t, 'border_officer', 'GTM');
  await officer.goto('/person-searches');
  assert.equal(await officer.locator('#paternal').count(), 0, 'while the register is off there is nobody to search for');
  await switchOn(await here.as(t, 'coordinator', 'XSV'));
  await takePart(administrator, 'locate_witness');
  const [author, judge] = [await alertOfficer(t, administrator, 'gtm.writer'), await alertOfficer(t, administrator, 'gtm.second')];
  const alert = await writeDown(author, { ...SOUGHT.alert, until: '2031-01-15' });
  await propose(author, alert);
  await activate(judge, alert);

  await search(officer, { ...PERSON, born: '' });
  assert.match(await officer.textContent('#born-error'), /name alone/i, 'a name alone is refused beside its field');
  assert.equal(await officer.inputValue('#paternal'), PERSON.paternal, 'and what was typed stays');
  await search(officer, { ...PERSON, paternal: 'Qui*' });
  assert.ok(await officer.locator('#paternal-error').isVisible(), 'no sign stands for letters');
  assert.equal(await (await search(officer, { ...PERSON, paternal: 'Zzyzx', given: 'Abel' })).locator('form').count(), 0);

  const found = await search(officer, PERSON);
  assert.ok((await found.locator('form').count()) > 0);
  const said = await found.textContent();
  for (const sealed of ['GTM', 'Motivo', 'Juzgado', 'EXP-', 'itness', '1988', alert.split('/').at(-1)]) assert.ok(!said.includes(sealed), `${sealed}: ${said}`);
  await press(officer, 'form[action="/alerts/matches/ask"] button');
  const second = await here.as(t, 'document_examiner', 'GTM', { purpose: 'border_control' });
  await second.goto('/alerts/matches');
  await second.check('input[value=photograph]');
  await press(second, 'form[action="/alerts/matches/agree"] button[type=submit]');
  await officer.goto('/alerts/matches');
  await press(officer, 'form[action="/alerts/matches/open"] button');
  assert.match(await officer.textContent('section:has(#opened)'), /Guatemala/);
  assert.equal(await officer.locator('input[name^=consent]').count(), 0, 'without a document there is nothing to clear');
  await press(officer, 'button[name=outcome][value=confirmed]');

  const without = await here.as(t, 'border_officer', 'GTM', { script: false });
  await without.goto('/check');
  await press(without, 'a[href="/person-searches"]');
  for (const [field, value] of Object.entries({ ...PERSON, born: '1988' })) await without.fill(`#${field}`, value);
  await press(without, 'main form[action="/person-searches"] button[type=submit]');
  assert.match(await without.textContent('main'), /year of birth alone/, 'what a year is worth is said');
});

test('whoever tries birth dates for a name is stopped, and oversight reads of no name', LIMIT, async (t) => {
  const officer = await here.as(t, 'border_officer', 'GTM');
  for (const born of ['1950', '1951', '1952', '1953']) await search(officer, { paternal: 'Inventada', given: 'Persona', born });
  await officer.goto('/person-searches');
  for (const [field, value] of [['paternal', 'Inventada'], ['given', 'Persona'], ['born', '1954']]) await officer.fill(`#${field}`, value);
  const [answer] = await Promise.all([officer.waitForResponse((response) => response.request().method() === 'POST'), officer.click('main form[action="/person-searches"] button[type=submit]')]);
  assert.equal(answer.status(), 429);
  const supervisor = await here.as(t, 'oversight', 'GTM');
  await supervisor.goto('/oversight/concerns');
  const concerns = await supervisor.textContent('main');
  assert.match(concerns, /One name, many dates of birth/);
  assert.ok(!concerns.includes('Inventada'), concerns);
});
