// What keeps alerts on people within bounds, as those who work with them do it: two States' alerts that do not go together, somebody who asks
// for protection, a holder whose identity another misuses, and an emergency in which one person reads what is sealed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaults } from './accessible.mjs';
import { activate, check, enrolled, finds, propose, switchOn, takePart, writeDown } from './looked-for.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';
import { passport } from './zones.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

/** Whom each test looks for: nobody of another test bears the name. */
const held = person('impediment_exit', 'prevent_exit', 'Ayotepec', 'Marisol', '1984-03-11', 'X81200361');
const asking = person('impediment_exit', 'prevent_exit', 'Zacapoaxtla', 'Hortensia', '1979-08-23', 'X81200362');
const misused = person('locate_witness', 'locate', 'Tlaquepaque', 'Rosaura', '1991-12-02', 'X81200363');
const endangered = person('locate_witness', 'locate', 'Quezaltepeque', 'Mirtala', '1996-04-27', 'X81200364');

function person(category, action, paternal, given, born, number) {
  const bearer = { name: `${paternal}<<${given}`.toUpperCase(), born: born.slice(2).replaceAll('-', '') };
  const offence = category.startsWith('impediment') ? 'trafficking' : undefined;
  return { alert: { category, action, paternal, given, born, offence, until: '2031-01-15' }, number, zone: passport('UTO', number, bearer) };
}

let adopted;
/** Brings the administrators of two States that take part in every category used here. */
async function both(t) {
  adopted ??= (async () => {
    await switchOn(await here.as(t, 'coordinator', 'XSV'));
    for (const state of ['GTM', 'HND']) {
      const administrator = await here.as(t, 'state_administrator', state);
      for (const category of ['impediment_entry', 'impediment_exit', 'locate_witness']) await takePart(administrator, category);
    }
  })();
  await adopted;
  return Promise.all(['GTM', 'HND'].map((state) => here.as(t, 'state_administrator', state)));
}

/** Enrols an author and a judge of a State. */
async function two(t, administrator, name) {
  const enrol = async (which) => enrolled(await here.nobody(t), administrator, `${name}.${which}`, 'alert_officer');
  return [await enrol('author'), await enrol('judge')];
}

/** Writes an alert down and puts it in force. */
async function inForce([author, judge], alert) {
  const path = await writeDown(author, alert);
  await propose(author, path);
  await activate(judge, path);
  return path;
}

test('of two alerts that do not go together the later is found by nobody until the other State agrees', LIMIT, async (t) => {
  const [guatemala, honduras] = await both(t);
  const [theirs, ours] = [await two(t, honduras, 'hnd.held'), await two(t, guatemala, 'gtm.held')];
  await inForce(theirs, held.alert);
  const border = await here.as(t, 'border_officer', 'GTM');
  const met = async () => (await check(border, held.zone)).locator('form[action="/alerts/matches/ask"]').count();
  assert.equal(await met(), 1);
  const later = await inForce(ours, { ...held.alert, category: 'impediment_entry', action: 'refuse_entry' });
  assert.equal(await met(), 1, 'the later is held');
  const [author, standing] = [ours[0], theirs[0]];
  await author.goto(later);
  assert.match(await author.textContent('main'), /does not go together with it/);
  await author.goto('/alerts/consultations');
  assert.equal(await author.locator('form[action="/alerts/consultations/agree"]').count(), 0, 'nobody agrees with themselves');
  await author.fill('textarea[name=said]', 'Pedimos que ambas queden (ficticio).');
  await press(author, 'form[action="/alerts/consultations/say"] button[type=submit]');

  await standing.goto('/alerts/consultations');
  const told = await standing.textContent('main');
  assert.match(told, /Pedimos que ambas queden/);
  for (const sealed of ['Motivo', 'Juzgado', later.split('/').at(-1)]) assert.ok(!told.includes(sealed), `${sealed}: ${told}`);
  assert.deepEqual(await axeFaults(standing), []);
  await press(standing, 'form[action="/alerts/consultations/agree"] button[type=submit]');
  assert.equal(await met(), 2, 'agreed, both are found');
});

test('whoever asks for protection is brought to it, and the State they may flee from learns nothing', LIMIT, async (t) => {
  const [guatemala, honduras] = await both(t);
  const owner = await two(t, honduras, 'hnd.claim');
  const alert = await inForce(owner, asking.alert);
  const [first, second] = await two(t, guatemala, 'gtm.claim');
  const border = await here.as(t, 'border_officer', 'GTM');
  await check(border, asking.zone);
  await border.click('summary:has-text("protection")');
  await border.fill('input[name^=against]', 'HND');
  await press(border, 'form[action="/alerts/matches/claim"] button[type=submit]');
  assert.match(await border.textContent('main'), /Do not return, refuse or detain them/);
  assert.deepEqual(await axeFaults(border), []);

  await first.goto('/alerts/claims');
  assert.ok(!(await first.textContent('main')).includes('HND '), 'from whom they may flee no page shows');
  await first.check('input[name=to][value=asylum_authority]');
  await press(first, 'form[action$="/claim/refer"] button[type=submit]');
  for (const path of [alert, '/alerts', '/alerts/own', '/alerts/claims', '/alerts/supplements']) {
    await owner[0].goto(path);
    const told = await owner[0].textContent('main');
    for (const word of ['asks for protection', 'asylum', 'UNHCR', 'Guatemala']) assert.ok(path === '/alerts' || !told.includes(word), `${word} on ${path}: ${told}`);
  }

  await first.goto('/alerts/claims');
  await first.click('details summary');
  await first.check('input[name=ending][value=withdrawn]');
  await press(first, 'form[action$="/claim/lift"] button[type=submit]');
  await first.goto('/alerts/claims');
  assert.equal(await first.locator('form[action$="/lift/decide"]').count(), 0, 'nobody ends it alone');
  await second.goto('/alerts/claims');
  await press(second, 'form[action$="/lift/decide"] button[type=submit]');
  await second.goto('/alerts/claims');
  assert.ok(!(await second.textContent('main')).includes(alert.split('/').at(-1)), 'a second person ended it');
});

test('a holder whose identity another misuses is let go on once two people have said who that is', LIMIT, async (t) => {
  const [, honduras] = await both(t);
  const [author, judge] = await two(t, honduras, 'hnd.misused');
  const alert = await inForce([author, judge], misused.alert);
  const border = await here.as(t, 'border_officer', 'GTM');
  assert.ok(await finds(border, misused.zone), 'before, the holder is stopped each time');
  const paper = async (page) => {
    await page.fill('input[name=issuing_state]', 'UTO');
    await page.selectOption('select[name=kind]', 'passport');
    await page.fill('input[name=number]', misused.number);
  };
  await author.goto(`${alert}/misused`);
  await paper(author);
  await press(author, `form[action="${alert}/misused"] button[type=submit]`);
  assert.ok(await author.locator('.error-summary, [role=alert]').first().isVisible(), 'without their consent nothing is kept');
  assert.equal(await author.inputValue('input[name=number]'), misused.number, 'and nothing typed is lost');
  await author.check('input[name=theirs]');
  for (const [name, value] of [['consented_on', '2026-03-01'], ['kept_at', 'Registro inventado, expediente 7'], ['taken_by', 'Defensoría inventada']]) await author.fill(`#${name}`, value);
  await press(author, `form[action="${alert}/misused"] button[type=submit]`);
  assert.equal(at(author), `${alert}/misused`);
  assert.equal(await author.locator('form[action$="/misused/confirm"]').count(), 0, 'nobody confirms their own');
  assert.ok(await finds(border, misused.zone), 'one person alone lets nobody go');
  await judge.goto(`${alert}/misused`);
  await paper(judge);
  await press(judge, 'form[action$="/misused/confirm"] button[type=submit]');

  const told = await check(border, misused.zone);
  assert.match(await told.textContent(), /Somebody else misuses/);
  assert.equal(await border.locator('form[action="/alerts/matches/ask"]').count(), 0, 'there is nothing to open');
  for (const sealed of ['Motivo', 'Juzgado', 'Honduras', alert.split('/').at(-1)]) assert.ok(!(await told.textContent()).includes(sealed), sealed);
  assert.deepEqual(await axeFaults(border), []);
  await judge.goto(`${alert}/misused`);
  await press(judge, 'form[action$="/misused/end"] button[type=submit]');
  assert.ok(await finds(border, misused.zone), 'at the holder\'s word all is as before');
});

test('in an emergency one person reads what is sealed, after both oversights were told, and each answers', LIMIT, async (t) => {
  const [guatemala, honduras] = await both(t);
  const alert = await inForce(await two(t, honduras, 'hnd.glass'), endangered.alert);
  const [officer, colleague] = await two(t, guatemala, 'gtm.glass');
  assert.equal((await officer.goto(`${alert}/broken`)).status(), 404, 'nothing is broken');
  await officer.goto(`${alert}/glass`);
  await officer.check('input[name=reason][value=violence]');
  await officer.fill('#said', 'La llevan a un lugar apartado (ficticio).');
  await press(officer, `form[action="${alert}/glass"] button[type=submit]`);
  const asked = await officer.textContent('main');
  for (const said of ['Guatemala', 'Honduras', '60 minutes']) assert.ok(asked.includes(said), `${said}: ${asked}`);
  assert.ok(!asked.includes('Motivo'), 'asked is not done');
  assert.deepEqual(await axeFaults(officer), []);
  const own = await here.as(t, 'oversight', 'GTM');
  await own.goto('/alerts/breakings');
  assert.equal(await own.locator('form[action="/alerts/breakings/answer"]').count(), 0);
  await press(officer, `form[action="${alert}/glass"] button.grave`);
  assert.equal(at(officer), `${alert}/broken`);
  assert.match(await officer.textContent('main'), /Motivo inventado/);
  assert.equal((await colleague.goto(`${alert}/broken`)).status(), 404, 'to nobody else');

  for (const [state, finding] of [['GTM', 'justified'], ['HND', 'not_justified']]) {
    const supervisor = await here.as(t, 'oversight', state);
    await supervisor.goto('/alerts/breakings');
    const told = await supervisor.textContent('main');
    assert.ok(told.includes('La llevan a un lugar apartado') && !told.includes('Motivo'), told);
    await supervisor.selectOption('select[name=finding]', finding);
    await supervisor.fill('textarea[name=note]', 'Se revisó la llamada (ficticio).');
    await press(supervisor, 'form[action="/alerts/breakings/answer"] button[type=submit]');
    assert.equal(await supervisor.locator('form[action="/alerts/breakings/answer"]').count(), 0, 'each answers once');
    assert.equal((await officer.goto(`${alert}/broken`)).status(), finding === 'justified' ? 200 : 404, 'what was not justified closes');
  }
});
