// The checks themselves: a page with planted faults must be found out, and the same page without them must pass.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { NARROW, axeFaultsInBothSchemes, focusFaults, frameFaults, overflowFaults } from './accessible.mjs';
import { closeContext, openBrowser, openContext } from './browser.mjs';

const LIMIT = { timeout: 300_000 };
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'";

const SHEET = `:root { color-scheme: light dark; } body { background: #fff; color: #222; }
  a { color: #0b5b72; display: inline-block; min-height: 2rem; } :focus-visible { outline: 3px solid #a60; }
  @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } a { color: #7cc7dc; } }`;
const page = ({ sheet = '', head = '', body = '' } = {}) => ({
  '/look.css': ['text/css', SHEET + sheet],
  '/': ['text/html; charset=utf-8', `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Planted · Fault</title>
    <link rel="stylesheet" href="/look.css">${head}</head><body><main><h1>Planted</h1><p><a href="/">Again</a></p>${body}</main></body></html>`],
});

let files = page();
const server = createServer((request, response) => {
  const found = files[request.url];
  response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain', 'content-security-policy': CSP });
  response.end(found?.[1] ?? '');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await openBrowser();
after(async () => {
  await browser.close();
  server.closeAllConnections?.();
  server.close();
});

/** Opens a page with what is planted in it and answers what each check finds, with what the context took offence at. */
async function found(planted) {
  files = page(planted);
  const context = await openContext(browser, address);
  const opened = await context.newPage();
  await opened.goto('/');
  const faults = {
    axe: await axeFaultsInBothSchemes(opened),
    frame: await frameFaults(opened, 'en'),
    focus: await focusFaults(opened),
  };
  await opened.setViewportSize({ width: NARROW, height: 640 });
  faults.overflow = await overflowFaults(opened);
  faults.context = context.faults;
  context.faults = [];
  await closeContext(context);
  return faults;
}

const NONE = { axe: [], frame: [], focus: [], overflow: [], context: [] };

test('a sound page passes every check', LIMIT, async () => {
  assert.deepEqual(await found(), NONE);
});

for (const [what, planted, check, pattern] of [
  ['a style in the markup', { body: '<p style="color: red">inline</p>' }, 'context', /content.security.policy/i],
  ['a script in the markup', { body: '<script>document.title = ""</script>' }, 'context', /content.security.policy/i],
  ['a script of another host', { head: '<script src="http://localhost:9/x.js"></script>' }, 'context', /localhost:9/],
  ['a file that is not there', { head: '<script src="/missing.js"></script>' }, 'context', /404/],
  ['a fault of contrast in light', { sheet: 'p { color: #bbb; }', body: '<p>Too pale to read.</p>' }, 'axe', /^light: color-contrast/],
  ['a fault of contrast in dark alone', { sheet: '@media (prefers-color-scheme: dark) { p { color: #333; } }', body: '<p>Too dark to read.</p>' }, 'axe', /^dark: color-contrast/],
  ['a field without a label', { body: '<input name="number">' }, 'axe', /label/],
  ['a picture without words', { body: '<a href="/"><svg width="30" height="30"></svg></a>' }, 'axe', /link-name/],
  ['targets too small to hit', { body: '<a href="/1" class="s">1</a><a href="/2" class="s">2</a><a href="/3" class="s">3</a>', sheet: '.s { font-size: 9px; line-height: 9px; min-height: 0; }' }, 'axe', /target-size/],
  ['a page that loads itself again', { head: '<meta http-equiv="refresh" content="5">' }, 'axe', /meta-refresh/],
  ['a table wider than a telephone', { sheet: '.w { width: 400px; }', body: '<table class="w"><tr><td>wide</td></tr></table>' }, 'overflow', /px wide/],
  ['a word longer than a telephone', { body: `<p>${'Z'.repeat(90)}</p>` }, 'overflow', /px wide/],
  ['a focus nobody sees', { sheet: 'a:focus-visible { outline: none; }' }, 'focus', /no focus to be seen/],
  ['a key of the words in place of the words', { body: '<p>status-withdraw-send</p>' }, 'frame', /status-withdraw-send/],
  ['a second first heading', { body: '<h1>Another</h1>' }, 'frame', /2 headings/],
]) {
  test(`${what} is found out`, LIMIT, async () => {
    const faults = await found(planted);
    assert.ok(faults[check].some((fault) => pattern.test(fault)), JSON.stringify(faults, null, 2));
  });
}

test('a context that broke a rule fails the test it belongs to', LIMIT, async () => {
  files = page({ body: '<p style="color: red">inline</p>' });
  const context = await openContext(browser, address);
  await (await context.newPage()).goto('/');
  await assert.rejects(closeContext(context), /content.security.policy/i);
});
