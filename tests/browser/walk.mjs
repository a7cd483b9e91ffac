// From page to page, as somebody who waits until the next one stands before going on.

/** Answers the path a page is at. */
export function at(page) {
  return new URL(page.url()).pathname;
}

/** Does what leads to another page and waits until that one is there whole; a click alone goes on at its first byte. */
export async function follow(page, act) {
  await Promise.all([page.waitForEvent('load'), act()]);
}

/** Presses a button or follows a link that leads to another page. */
export function press(page, selector) {
  return follow(page, () => page.click(selector));
}
