// Debian's Chromium, and contexts that forgive nothing: a breach of the content security policy, an error of a script, a
// file that is not there or a request to another host fails the test in whose context it happened.

import { chromium } from 'playwright-core';

/** How long a page may take to show what is waited for: machines that test are slow, and busy with something else. */
const WAIT_LIMIT_MS = 30_000;

/** A page that a form answers is no fault of the browser's: 404, 409, 422 and 429 are answers. */
const ANSWERED = /the server responded with a status of (404|409|422|429)/;

/** Starts the browser. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--no-first-run',
      '--metrics-recording-only',
    ],
  });
}

/**
 * Opens a context on a server; `script: false` is a browser without script, `language` what the reader
 * chose here, `locale` what the browser asks for.
 */
export async function openContext(browser, address, { language, locale = 'en-US', script = true, width = 1280, height = 900 } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: script,
    viewport: { width, height },
    locale,
    timezoneId: 'UTC',
    // Colours that are still on their way to others are nobody's fault.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT_LIMIT_MS);
  context.faults = [];
  const fault = (page, what) => context.faults.push(`${page.url()}: ${what}`);
  context.on('page', (page) => {
    page.on('pageerror', (error) => fault(page, error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !ANSWERED.test(message.text())) fault(page, message.text());
    });
    page.on('response', (response) => {
      const file = response.request().resourceType() !== 'document';
      if (file && response.status() >= 400) fault(page, `${response.status()} for ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${address}/`)) fault(page, `asked for ${request.url()}`);
    });
  });
  if (script) await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} by ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  if (language) await speak(context, address, language);
  return context;
}

/** Lets a context read pages in a language, as the link in the page's head would. */
export function speak(context, address, language) {
  return context.addCookies([{ name: 'language', value: language, url: address }]);
}

/** Fails when anything in the context broke the rules, and closes it. */
export async function closeContext(context) {
  await context.close();
  if (context.faults.length > 0) throw new Error(`in the browser:\n${context.faults.join('\n')}`);
}
