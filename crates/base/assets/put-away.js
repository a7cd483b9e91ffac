// A page of somebody signed in, once nobody has asked for anything on it for as long as a session lasts: what it showed leaves
// the screen. What somebody has typed stays, for it is theirs. Without this file the page stays until it is closed.
"use strict";
(() => {
  const limit = 1000 * Number(document.currentScript.dataset.idle);
  const since = Date.now();
  let typed = false;

  const putAway = () => {
    const notice = document.getElementById("put-away");
    if (typed || !notice || Date.now() - since < limit) return;
    document.title = notice.dataset.title;
    document.querySelector("main").replaceChildren(notice.content);
    notice.remove();
    // Who one is, the rooms, and the forms that a session's secret is in.
    for (const part of document.querySelectorAll("header .who, header form, nav.rooms")) part.remove();
  };

  document.addEventListener("input", () => { typed = true; });
  setTimeout(putAway, limit);
  // A machine that slept has lost the time: look when somebody comes back.
  document.addEventListener("visibilitychange", putAway);
})();
