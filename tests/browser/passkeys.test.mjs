// Passkeys with the browser's own devices: made, used, asked for again, lost, and given a new start by two people.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeContext, openContext } from './browser.mjs';
import { device, makePasskey, setUpCodes, usePasskey } from './passkeys.mjs';
import { signIn, typeCode, typePassword } from './people.mjs';
import { serveProcess } from './server.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const examiner = here.person('document_examiner', 'GTM');

const send = (page) => press(page, 'main form[method=post] button[type=submit]');
const signOut = (page) => press(page, 'form[action="/sign-out"] button');

async function choosePassword(page) {
  await page.fill('#new_password', 'eleven-pelicans-inland');
  await page.fill('#new_password_again', 'eleven-pelicans-inland');
  await send(page);
}

/** Types one's password and stands where the passkey is asked for. */
async function askedForPasskey(page, person) {
  await page.goto('/sign-in');
  await typePassword(page, person);
  assert.equal(at(page), '/sign-in/passkey');
}

test('a passkey is made, opens a session, and proves it again for a token', LIMIT, async (t) => {
  const page = await here.nobody(t);
  const key = await device(page);
  await signIn(page, examiner, 'document_examination');
  await makePasskey(page, examiner, 'Telephone');
  assert.equal(at(page), '/account/passkeys');
  assert.match(await page.textContent('#main tbody'), /Telephone/);
  assert.equal((await key.held()).length, 1);
  await signOut(page);

  await askedForPasskey(page, examiner);
  await key.owner(false);
  await page.click('form[data-passkey] button[type=submit]');
  await page.waitForSelector('#passkey-unanswered:visible');
  assert.equal(at(page), '/sign-in/passkey', 'a finger that is not the owner’s opens nothing');
  await key.owner(true);
  await usePasskey(page);
  assert.ok(!at(page).startsWith('/sign-in'), page.url());

  await page.goto('/account/tokens');
  await page.fill('#name', 'Counter north');
  await page.check('input[name=purposes][value=border_control]');
  await page.fill('#password', examiner.password);
  await press(page, 'form[action="/account/tokens"] button[type=submit]');
  assert.ok(await page.locator('.secret').isVisible(), 'the code was left empty, and the passkey proved it');
});

test('at another name of the same machine the page says where to start again', LIMIT, async (t) => {
  const elsewhere = here.address.replace('localhost', '127.0.0.1');
  const context = await openContext(here.browser, elsewhere);
  t.after(() => closeContext(context));
  const page = await context.newPage();
  await askedForPasskey(page, examiner);
  await page.waitForSelector('#passkey-elsewhere:visible');
  assert.equal(await page.getAttribute('#passkey-elsewhere a', 'href'), `${here.address}/sign-in`);
});

test('without script the page says what is needed, and a code opens the session', LIMIT, async (t) => {
  const page = await here.nobody(t, { script: false });
  await askedForPasskey(page, examiner);
  assert.ok(await page.locator('noscript .notice').isVisible());
  await press(page, 'main a[href="/sign-in/code"]');
  await typeCode(page, await examiner.codes.next());
  assert.ok(!at(page).startsWith('/sign-in'), page.url());
});

test('two administrators give a new start, each with one half of the password', LIMIT, async (t) => {
  const first = await here.as(t, 'state_administrator', 'GTM');
  // The State has nobody else, so an administrator of the secretariat is the second.
  const second = await here.as(t, 'state_administrator', 'XSV');

  await first.goto('/people');
  await first.fill('#q', 'gtm.examiner');
  await press(first, 'form[role=search] button');
  await press(first, 'tbody a');
  assert.equal(await first.locator('a[href$="/reset"]').count(), 0, 'one alone gives no new start');
  await press(first, 'a[href$="/recover"]');
  const recovery = at(first);
  await press(first, 'main button.grave');
  const half = (await first.textContent('.secret')).trim();
  await first.goto(recovery);
  assert.equal(await first.locator('form[action$="/confirm"]').count(), 0, 'nor confirms their own');

  await second.goto('/people/recoveries');
  await press(second, `a[href="${recovery}"]`);
  await press(second, 'form[action$="/confirm"] button');
  const other = (await second.textContent('.secret')).trim();

  const person = await here.nobody(t);
  await person.goto('/sign-in');
  await typePassword(person, { user_name: examiner.user_name, password: `${half}-${other}` });
  assert.equal(at(person), '/sign-in/set-up', 'neither passkey nor code is left');
});

test('a role that asks for a passkey leads to one after password and code, and opens nothing before', LIMIT, async (t) => {
  const profile = new URL('../../crates/base/profiles/lagoon.toml', import.meta.url).pathname;
  const strict = await serveProcess({ profile, administrator: 'qma.admin', party: 'QMA' });
  after(() => strict.stop());
  const context = await openContext(here.browser, strict.address);
  t.after(() => closeContext(context));
  const page = await context.newPage();
  await device(page);
  await page.goto('/sign-in');
  await typePassword(page, strict.first);
  const codes = await setUpCodes(page);
  assert.equal(at(page), '/sign-in/passkey/new');
  await page.goto('/people');
  assert.equal(at(page), '/sign-in');
  await typePassword(page, strict.first);
  await typeCode(page, await codes.next());
  assert.equal(at(page), '/sign-in/passkey/new', 'a code alone leads here again and again');
  await page.fill('#name', 'Key of the first administrator');
  await press(page, 'form[data-passkey=create] button[type=submit]');
  assert.equal(at(page), '/sign-in/new-password');
  await choosePassword(page);
  await page.goto('/people');
  assert.equal(at(page), '/people');
});
