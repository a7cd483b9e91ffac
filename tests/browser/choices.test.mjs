// What people choose for themselves: purpose, language, time zone; and how a session ends, by its owner or by others.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signIn } from './people.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

test('the purpose decides which rooms there are, and is changed at will', LIMIT, async (t) => {
  const page = await here.as(t, 'document_examiner', 'GTM', { purpose: 'border_control' });
  await page.goto('/documents/waiting');
  assert.equal(at(page), '/purpose', 'another purpose is asked for');
  await page.check('input[name=purpose][value=document_examination]');
  await press(page, 'main button[type=submit]');
  assert.equal(at(page), '/documents/waiting', 'and leads on to what was wanted');
  assert.match(await page.textContent('.who'), /examination/i);
  await page.goto('/purpose');
  assert.ok(await page.isChecked('input[value=document_examination]'));
  assert.equal(await page.locator('input[value=administration]').count(), 0, 'only what one’s roles allow');
});

test('the language is chosen by its own name, kept, and leads back to the same page', LIMIT, async (t) => {
  const page = await here.nobody(t);
  await page.goto('/sign-in?next=/account');
  for (const [name, tag, title] of [['Español', 'es', /Iniciar sesión/], ['Français', 'fr', /Ouvrir une session/], ['English', 'en', /Sign in/]]) {
    await press(page, `.langs a:has-text("${name}")`);
    assert.equal(new URL(page.url()).search, '?next=/account');
    assert.equal(await page.getAttribute('html', 'lang'), tag);
    assert.match(await page.textContent('h1'), title);
    assert.equal(await page.locator('.langs [aria-current]').textContent(), name);
    await page.reload();
    assert.equal(await page.getAttribute('html', 'lang'), tag);
  }
});

test('a reader who chose nothing gets the language the browser asks for', LIMIT, async (t) => {
  const page = await here.nobody(t, { locale: 'fr-CA' });
  await page.goto('/sign-in');
  assert.equal(await page.getAttribute('html', 'lang'), 'fr');
});

test('the time zone is chosen, kept, and every instant is shown in it', LIMIT, async (t) => {
  const page = await here.as(t, 'border_officer', 'GTM');
  await page.goto('/account');
  const shown = () => page.locator('#sessions-caption, table').first().evaluate((table) => table.closest('section').querySelector('time').textContent);
  const before = await shown();
  await press(page, 'footer a[href^="/time-zone"]');
  assert.equal(at(page), '/time-zone');
  await page.selectOption('#zone', 'Asia/Tokyo');
  await press(page, 'main button[type=submit]');
  assert.equal(at(page), '/account');
  assert.match(await page.textContent('footer'), /Asia\/Tokyo/);
  assert.notEqual(await shown(), before);
});

test('signing out ends the session, not only the cookie', LIMIT, async (t) => {
  const page = await here.nobody(t);
  await signIn(page, here.person('border_officer', 'GTM'));
  await page.goto('/account');
  const cookies = await page.context().cookies();
  await press(page, 'form[action="/sign-out"] button');
  assert.equal(at(page), '/sign-in');
  await page.context().addCookies(cookies);
  await page.goto('/account');
  assert.equal(at(page), '/sign-in');
});

test('a session ended from another one of the same person is over at its next request', LIMIT, async (t) => {
  const person = here.person('border_officer', 'GTM');
  const [left, right] = [await here.nobody(t), await here.nobody(t)];
  await signIn(left, person);
  await signIn(right, person);
  await left.goto('/account');
  assert.equal(at(left), '/account');
  await right.goto('/account');
  await press(right, 'main a[href="/account/sessions"]');
  for (const box of await right.locator('input[name=session]').all()) await box.check();
  await press(right, 'main button[type=submit]');
  assert.equal(at(right), '/account/sessions/end', 'proof is asked for');
  for (const box of await right.locator('input[name=session]').all()) await box.check();
  await right.fill('input[name=password]', person.password);
  await right.fill('#code', await person.codes.next());
  await press(right, 'main button[type=submit]');
  await left.goto('/account');
  assert.equal(at(left), '/sign-in');
  await right.goto('/account');
  assert.equal(at(right), '/account', 'one’s own goes on');
});

test('a page left open is put away when its session must be over, and comes back on demand', LIMIT, async (t) => {
  const page = await here.nobody(t);
  const person = here.person('border_officer', 'GTM');
  await page.clock.install();
  await signIn(page, person);
  await page.goto('/account');
  await page.clock.fastForward('14:00');
  assert.match(await page.textContent('main'), new RegExp(person.user_name), 'not before its time');
  await page.clock.fastForward('01:01');
  assert.ok(!(await page.content()).includes(person.user_name), 'nothing of it is left');
  assert.equal(await page.locator('.who, nav.rooms, header form').count(), 0);
  await press(page, 'main a[href="/account"]');
  assert.match(await page.textContent('main'), new RegExp(person.user_name));
  await page.goto('/account/password');
  await page.fill('input[name=new_password]', 'half a sentence');
  await page.clock.fastForward('16:00');
  assert.equal(await page.inputValue('input[name=new_password]'), 'half a sentence', 'what was typed is not lost');
});

test('an open page of somebody whose session ended sends nothing more', LIMIT, async (t) => {
  const page = await here.nobody(t);
  await signIn(page, here.person('border_officer', 'GTM'));
  await page.goto('/check');
  const other = await page.context().newPage();
  await other.goto('/account');
  await press(other, 'form[action="/sign-out"] button');
  await page.fill('#zone', 'F1234567 HND');
  await page.press('#zone', 'Enter');
  await page.waitForURL((url) => url.pathname === '/sign-in');
});
