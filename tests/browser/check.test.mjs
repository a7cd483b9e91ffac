// The border check as an officer does it: by a reader that types, and by keyboard alone. After signing in, no test here
// touches a mouse.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './stage.mjs';
import { at, follow } from './walk.mjs';
import { card, misread, passport } from './zones.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();

const officer = (t, options) => here.as(t, 'border_officer', 'GTM', options);

/** Types as a keyboard wedge does: fast, with Enter after each line. */
async function scan(page, lines) {
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

/** Does what sends a question, waits for the page that answers, and says its status. */
async function asked(page, act) {
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), follow(page, act)]);
  return answer.status();
}

async function answered(page, lines) {
  await ready(page);
  return asked(page, () => scan(page, lines));
}
const entered = (page) => asked(page, () => page.keyboard.press('Enter'));

const band = (page) => page.getAttribute('.answer', 'class');

/** Waits until the cursor stands in the field for the next traveller, where the browser puts it once the page is drawn. */
const ready = (page) => page.waitForSelector('#zone:focus');

const arrived = (page, path) => page.waitForURL((url) => url.pathname === path);

/** Presses Tab until the cursor stands on what the selector names. */
async function tabTo(page, selector) {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

test('signing in, a check and its second line need a keyboard and nothing else', LIMIT, async (t) => {
  const page = await here.nobody(t, { language: 'es' });
  const examiner = here.person('document_examiner', 'GTM');
  await page.goto('/check');
  await page.waitForSelector('#user_name:focus');
  await page.keyboard.type(examiner.user_name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(examiner.password);
  await page.keyboard.press('Enter');
  await arrived(page, '/sign-in/code');
  await page.waitForSelector('#code:focus');
  await page.keyboard.type(await examiner.codes.next());
  await page.keyboard.press('Enter');
  await arrived(page, '/purpose');
  await tabTo(page, 'input[name=purpose]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await arrived(page, '/check');
  await ready(page);

  await answered(page, misread(passport('GTM', 'K90211756'), 1, 3));
  assert.match(await band(page), /unreadable/);
  await tabTo(page, 'a[href="/check/second-line"]');
  await page.keyboard.press('Enter');
  await arrived(page, '/check/second-line');
  await tabTo(page, 'input[name=outcome]');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('input[name=outcome]:checked').getAttribute('value'), 'undecided');
  await page.keyboard.press('Enter');
  await page.waitForSelector('section[aria-labelledby=outcome]');
  await tabTo(page, 'main a[href="/check"]');
  await page.keyboard.press('Enter');
  await arrived(page, '/check');
  await ready(page); // Ready for the next traveller.
});

test('a reader that types sends each format at its last line, and the next document follows at once', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  await ready(page);
  const posted = [];
  page.on('request', (request) => request.method() === 'POST' && posted.push(request.postData()));
  for (const lines of [passport('HND', 'F1234567'), card('SLV', 'D2345678'), passport('PAN', 'P3456789')]) {
    assert.equal(await answered(page, lines), 200);
    assert.match(await band(page), /none/);
    await ready(page);
    assert.equal(await page.inputValue('#zone'), '', 'nothing of the last traveller is in the field');
    assert.ok((await page.textContent('.zone')).includes(lines[0]), 'the zone as read');
  }
  assert.equal(posted.length, 3, 'one check a document');
});

test('a second Enter of the reader does not ask twice', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  let posted = 0;
  page.on('request', (request) => (posted += request.method() === 'POST' ? 1 : 0));
  await answered(page, [...passport('HND', 'F1234567'), '']);
  assert.equal(posted, 1);
});

test('a zone pasted as one line, and a number with its State, are sent at Enter', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  assert.equal(await answered(page, [passport('HND', 'F1234567').join('')]), 200);
  assert.match(await page.textContent('.answer'), /F1234567/);
  assert.equal(await answered(page, ['F1234567 HND']), 200);
  assert.match(await page.textContent('.answer'), /F1234567/);
  assert.equal(await page.locator('.zone').count(), 0, 'no zone, nothing computed');
});

test('a number without its State is not left lying: Enter brings the answer what is missing', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  await ready(page);
  await page.keyboard.type('F1234567');
  assert.equal(await entered(page), 422);
  assert.match(await page.textContent('.answer'), /which State issued it/);
  await ready(page);
});

test('number, State and kind are reached by Tab and sent by Enter', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  await tabTo(page, '#number');
  await page.keyboard.type('f1234567');
  await tabTo(page, '#issuing_state');
  await page.keyboard.type('hnd');
  await tabTo(page, '#kind');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '#number');
  assert.equal(await entered(page), 200);
  assert.match(await page.textContent('.answer'), /F1234567/);
});

test('a failing digit is shown where it stands', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  const lines = passport('GTM', 'K90211756');
  await answered(page, misread(lines, 1, 13));
  assert.match(await band(page), /unreadable/);
  const text = await page.textContent('.zone');
  const marked = await page.locator('.zone mark.bad').allTextContents();
  assert.ok(marked.length > 0, text);
  const before = await page.evaluate(() => {
    const range = document.createRange();
    range.setStart(document.querySelector('.zone'), 0);
    range.setEndBefore(document.querySelector('.zone mark.bad'));
    return range.toString();
  });
  // The birth date stands at 14 to 19 of the second line, its digit at 20.
  assert.ok([13, 19].includes(before.length - lines[0].length - 1), `${before.length}: ${marked}`);
});

test('what cannot be read stays to be corrected, the cursor in it, and the next scan takes its place', LIMIT, async (t) => {
  const page = await officer(t, { language: 'fr' });
  await page.goto('/check');
  await ready(page);
  await page.keyboard.type('P<GTMSPECIMEN');
  await tabTo(page, '#zone');
  await page.keyboard.press('Tab');
  assert.equal(await entered(page), 422);
  assert.equal(await page.inputValue('#zone'), 'P<GTMSPECIMEN');
  await ready(page);
  assert.equal(await page.getAttribute('#zone', 'aria-invalid'), 'true');
  assert.equal(await answered(page, passport('GTM', 'K90211756')), 200);
});

test('Escape clears field and answer for the next traveller', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  await answered(page, passport('GTM', 'K90211756'));
  await ready(page);
  await page.keyboard.type('P<GTM');
  await page.keyboard.press('Escape');
  assert.equal(await page.inputValue('#zone'), '');
  assert.equal(await page.locator('.answer, .zone').count(), 0);
  await ready(page);
});

test('a reader types into the field even when the cursor is nowhere', LIMIT, async (t) => {
  const page = await officer(t);
  await page.goto('/check');
  await ready(page);
  await page.evaluate(() => document.activeElement.blur());
  assert.equal(await asked(page, () => scan(page, passport('GTM', 'K90211756'))), 200);
});

test('nobody but who checks documents finds the page', LIMIT, async (t) => {
  const page = await here.as(t, 'state_administrator', 'GTM');
  const answer = await page.goto('/check');
  assert.equal(answer.status(), 404);
  assert.equal(at(page), '/check');
});
