// Files of status entries, as an issuing authority would export them, and sending one from the page.

import { at, press } from './walk.mjs';

/** How long a file of some hundred thousand rows may take. */
const ENDING_LIMIT_MS = 240_000;

const HEADER = 'kind,number,first,last,pattern,status,expires_on,reference,reason,issuer';

/** Answers a CSV file of rows. */
export function csv(rows) {
  return [HEADER, ...rows, ''].join('\r\n');
}

/** Answers a CSV file of so many numbers reported lost; `prefix` keeps files apart. */
export function manyRows(count, prefix) {
  return csv(Array.from({ length: count }, (_, at) => `passport,${prefix}${String(at).padStart(6, '0')},,,,lost,2031-03-01,B-${at},,`));
}

/** Sends a file and answers the address of its import; `step` is `import`, or `try` to enter nothing. */
export async function sendFile(page, content, step = 'import') {
  await page.goto('/imports/status');
  await page.setInputFiles('#file', { name: 'status.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await press(page, `button[name=step][value=${step}]`);
  return at(page);
}

/** Answers whether the page of an import shows how far it has come, as a bar and in words. */
const showsProgress = (page) => page.locator('main .progress:has(progress) p').isVisible();

/** Looks at the page of an import again while another one has its turn, until it shows how far it has come. */
export async function underWay(page) {
  while (!(await showsProgress(page))) {
    if (await page.locator('main .notice.done, main .notice.late').count()) throw new Error('it was over before its progress was seen');
    await page.reload();
  }
}

/** Waits until the page of an import says how it ended, which it does by itself, and answers what it says. */
export async function ended(page) {
  await page.waitForSelector('main .notice.done, main .notice.late', { timeout: ENDING_LIMIT_MS });
  await page.waitForLoadState();
  return page.textContent('main');
}

/** Answers the faults a page lists: line, column, code. */
export function faultsListed(page) {
  return page.locator('table tbody tr').evaluateAll((rows) => rows.map((row) => {
    const [line, column, , code] = [...row.cells].map((cell) => cell.textContent.trim());
    return [line, column, code].join(' ');
  }));
}
