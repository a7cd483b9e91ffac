// Whether people can use a page: axe-core's rules, and what WCAG 2.2 asks of a narrow screen and of the keyboard.
//
// Each function answers a list of faults in words; an empty list is a page without.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const CRATES = new URL('../../crates/', import.meta.url);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every key that a sentence of a screen has. */
const KEYS = new Set(
  readdirSync(CRATES, { recursive: true })
    .filter((file) => file.endsWith('words/en.ftl'))
    .flatMap((file) => [...readFileSync(new URL(file, CRATES), 'utf8').matchAll(/^([a-z][a-z0-9-]*-[a-z0-9-]+) *=/gm)])
    .map(([, key]) => key),
);

/** The narrowest screen in CSS pixels (WCAG 2.2, 1.4.10). */
export const NARROW = 320;

/** The smallest target in CSS pixels is 24 (WCAG 2.2, 2.5.8); axe leaves that rule out unless asked. */
const RULES = { 'target-size': { enabled: true } };

/** Answers what axe finds serious or critical in the page as it stands. */
export async function axeFaults(page) {
  // Evaluated by the browser's own tools, which the page's content security policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { rules, resultTypes: ['violations'] });
    return violations
      .filter((rule) => ['serious', 'critical'].includes(rule.impact))
      .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} — ${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')}`));
  }, RULES);
  return found;
}

/** Answers what axe finds in dark colours. */
export async function axeFaultsInTheDark(page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = (await axeFaults(page)).map((fault) => `dark: ${fault}`);
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

/** Answers what axe finds in light and in dark colours. */
export async function axeFaultsInBothSchemes(page) {
  const light = (await axeFaults(page)).map((fault) => `light: ${fault}`);
  return [...light, ...(await axeFaultsInTheDark(page))];
}

/** Answers what of the page stands out of a narrow screen, so that a reader would have to scroll sideways. */
export async function overflowFaults(page) {
  return page.evaluate((narrow) => {
    const width = document.scrollingElement.scrollWidth;
    if (width <= narrow) return [];
    const scrolls = (element) => element.parentElement?.closest('body *') && getComputedStyle(element.parentElement).overflowX !== 'visible';
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > narrow + 1 && !scrolls(element));
    return [`${width} px wide: ${wide.slice(-3).map((element) => element.outerHTML.slice(0, 120)).join(' | ')}`];
  }, NARROW);
}

/** Answers which places the keyboard reaches without the page showing it. */
export async function focusFaults(page) {
  // One real key, so that the browser takes the reader for somebody who uses the keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const shown = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
    const reached = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
    const look = (element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return { line: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth), outlineColor };
    };
    return reached.filter((element) => !element.disabled && shown(element)).flatMap((element) => {
      element.focus({ preventScroll: true });
      const { line, outlineColor } = look(element);
      const seen = line >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor);
      return document.activeElement === element && seen ? [] : [`no focus to be seen on ${element.outerHTML.slice(0, 120)}`];
    });
  });
}

/** Answers what is wrong with the frame that every page has: its language, its one heading, its title, its landmarks. */
export async function frameFaults(page, language) {
  const { faults, words } = await page.evaluate((wanted) => {
    const faults = [];
    const count = (selector) => document.querySelectorAll(selector).length;
    if (document.documentElement.lang !== wanted) faults.push(`speaks ${document.documentElement.lang}`);
    if (count('h1') !== 1) faults.push(`${count('h1')} headings of the first rank`);
    if (count('main') !== 1) faults.push(`${count('main')} main parts`);
    if (!document.title.includes(' · ')) faults.push(`no title of its own: ${document.title}`);
    const said = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      // Codes for machines look as keys do, and stand in `code`.
      if (!texts.currentNode.parentElement.closest('code, samp, pre, script')) said.push(texts.currentNode.data);
    }
    return { faults, words: said.join(' ').match(/[a-z]+(?:-[a-z0-9]+)+/g) ?? [] };
  }, language);
  return [...faults, ...keysShown(words)];
}

/** Answers which of these words are keys of sentences: one that nobody wrote in a language is shown as its key. */
export function keysShown(words) {
  return [...new Set(words)].filter((word) => KEYS.has(word)).map((key) => `shows a key of the words: ${key}`);
}
