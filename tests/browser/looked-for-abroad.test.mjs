// What a State's officers see of another State's alert: a child, whose reason child protection alone reads; and nothing of what their
// own State has flagged away, while everybody else goes on seeing it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activate, check, enrolled, finds, propose, SOUGHT, switchOn, takePart, writeDown } from './looked-for.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';
import { passport } from './zones.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const ZONE = passport('UTO', 'X81200347', SOUGHT.bearer);
const CHILD = {
  alert: { category: 'missing_child', paternal: 'Ocotepeque', given: 'Yaneth', born: '2015-07-09', action: 'protect' },
  zone: passport('UTO', 'X81200348', { name: 'OCOTEPEQUE<<YANETH', born: '150709' }),
};

let adopted;
/** Brings the administrators of two States that take part in both categories. */
async function both(t) {
  adopted ??= (async () => {
    await switchOn(await here.as(t, 'coordinator', 'XSV'));
    for (const state of ['GTM', 'HND']) {
      const administrator = await here.as(t, 'state_administrator', state);
      for (const category of ['locate_witness', 'missing_child']) await takePart(administrator, category);
    }
  })();
  await adopted;
  return Promise.all(['GTM', 'HND'].map((state) => here.as(t, 'state_administrator', state)));
}

test('a flag by one State shows its own officers nothing, and changes nothing for the others', LIMIT, async (t) => {
  const [guatemala, honduras] = await both(t);
  const enrol = async (administrator, name) => enrolled(await here.nobody(t), administrator, name, 'alert_officer');
  const [author, judge] = [await enrol(honduras, 'hnd.author'), await enrol(honduras, 'hnd.judge')];
  const [asks, sets] = [await enrol(guatemala, 'gtm.flag.one'), await enrol(guatemala, 'gtm.flag.two')];
  const alert = await writeDown(author, { ...SOUGHT.alert, until: '2031-01-15' });
  await propose(author, alert);
  await activate(judge, alert);
  const [away, home] = [await here.as(t, 'border_officer', 'GTM'), await here.as(t, 'border_officer', 'HND')];
  assert.ok(await finds(away, ZONE), 'before the flag it is found in both States');

  await asks.goto(`${alert}/flag`);
  await press(asks, `form[action="${alert}/flag"] button[type=submit]`);
  assert.ok(await asks.locator('.error-summary, [role=alert]').first().isVisible(), 'a reason is asked for');
  await asks.check('input[name=reason][value=protection]');
  await asks.check('input[name=instead][value=nothing]');
  await press(asks, `form[action="${alert}/flag"] button[type=submit]`);
  assert.equal(at(asks), '/alerts/flags');
  assert.equal(await asks.locator(`form[action="${alert}/flag/set"]`).count(), 0, 'nobody decides on their own');
  assert.ok(await finds(away, ZONE), 'asked is not decided');
  await sets.goto('/alerts/flags');
  await press(sets, `form[action="${alert}/flag/set"] button[type=submit]`);
  assert.equal(await finds(away, ZONE), false, 'its own officers see nothing');
  assert.ok(await finds(home, ZONE), 'everybody else does');
  await author.goto(alert);
  assert.match(await author.textContent('section:has(#flags)'), /Guatemala/, 'its owner reads who and why');

  await sets.goto('/alerts/flags');
  await press(sets, `form[action="${alert}/flag/lift"] button[type=submit]`);
  assert.ok(await finds(away, ZONE), 'lifted, it is found again');
});

test('a child who is met is a child to be protected, and child protection alone reads why', LIMIT, async (t) => {
  const [guatemala, honduras] = await both(t);
  const enrol = async (administrator, name, role) => enrolled(await here.nobody(t), administrator, name, role);
  const [author, judge] = [await enrol(honduras, 'hnd.child.one', 'child_protection'), await enrol(honduras, 'hnd.child.two', 'child_protection')];
  const alert = await writeDown(author, CHILD.alert);
  await propose(author, alert);
  await activate(judge, alert);

  const officer = await here.as(t, 'border_officer', 'GTM');
  const found = await check(officer, CHILD.zone);
  const said = await found.textContent();
  for (const sealed of ['Motivo', 'Juzgado', 'HND', 'missing', 'Honduras']) assert.ok(!said.includes(sealed), `${sealed}: ${said}`);
  await press(officer, 'form[action="/alerts/matches/ask"] button');
  const second = await here.as(t, 'document_examiner', 'GTM', { purpose: 'border_control' });
  await second.goto('/alerts/matches');
  await second.check('input[value=photograph]');
  await press(second, 'form[action="/alerts/matches/agree"] button[type=submit]');
  await officer.goto('/alerts/matches');
  await press(officer, 'form[action="/alerts/matches/open"] button');
  const opened = await officer.textContent('main');
  assert.match(opened, /◆ A child to be protected/, 'its own sign, which says in words what its colour says');
  assert.match(opened, /Honduras/, 'whom to call');
  for (const sealed of ['Motivo', 'Juzgado']) assert.ok(!opened.includes(sealed), sealed);

  const grown = await enrol(honduras, 'hnd.adults', 'alert_officer');
  for (const path of [alert, `${alert}/reason`]) assert.equal((await grown.goto(path)).status(), 404, `${path} for whoever works on adults`);
  const foreign = await enrol(guatemala, 'gtm.child.one', 'child_protection');
  assert.equal((await foreign.goto(`${alert}/reason`)).status(), 404, 'another State');
  await judge.goto(`${alert}/reason`);
  assert.match(await judge.textContent('main'), /Motivo inventado/);
});
