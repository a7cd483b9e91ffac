// A page that shows how far something has come, or what changes by the minute: what is new is brought in, and the reader's
// place, cursor and voice stay where they are. Without this file the browser loads the whole page again.
"use strict";
(() => {
  const script = document.currentScript;

  // Changes only what differs, so that the cursor is not thrown out of what stays.
  const bring = (here, there) => {
    if (here.isEqualNode(there)) return;
    const [old, fresh] = [[...here.childNodes], [...there.childNodes]];
    if (here.nodeName !== there.nodeName || old.length !== fresh.length) {
      here.replaceWith(document.importNode(there, true));
    } else if (here.nodeType !== Node.ELEMENT_NODE) {
      here.data = there.data;
    } else {
      for (const { name } of [...here.attributes]) if (!there.hasAttribute(name)) here.removeAttribute(name);
      for (const { name, value } of [...there.attributes]) here.setAttribute(name, value);
      old.forEach((child, at) => bring(child, fresh[at]));
    }
  };

  const again = async () => {
    const answer = await fetch(location.href, { credentials: "same-origin" }).catch(() => null);
    // Nobody answers just now: ask again in a while.
    if (!answer) return setTimeout(again, 10_000);
    // Signed out, or gone: the whole page says so.
    if (answer.redirected || !answer.ok) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("script[data-seconds]");
    const main = document.querySelector("main");
    // The end is told to those who hear the page; the way there would be too much.
    if (!next) main.setAttribute("aria-live", "polite");
    const [old, fresh] = [[...main.childNodes], [...page.querySelector("main").childNodes]];
    if (old.length === fresh.length) old.forEach((child, at) => bring(child, fresh[at]));
    else main.replaceChildren(...fresh.map((child) => document.importNode(child, true)));
    document.title = page.title;
    if (next) wait(next);
  };
  const wait = (told) => setTimeout(again, 1000 * Number(told.dataset.seconds));
  wait(script);
})();
