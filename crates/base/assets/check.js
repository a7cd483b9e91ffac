// The check page: a complete zone is sent at Enter, Escape clears for the next traveller. Without this file the same
// page works with Tab and Enter on its button.
"use strict";
(() => {
  const zone = document.getElementById("zone");
  if (!zone || !zone.form) return;
  const form = zone.form;
  let sent = false;

  // Line ends by Enter as readers send them, so one zone may come with blank lines in it.
  const lines = () => zone.value.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "");

  // Two lines of 44 or 36, three of 30, or the same joined: lengths that no beginning of a zone has.
  const isZone = (found) => {
    const lengths = found.map((line) => line.length).join(" ");
    return ["44 44", "36 36", "30 30 30", "88", "72", "90"].includes(lengths);
  };

  // A number, with its State or without: one line, shorter than any of a zone, and no filler in it. Where the State is
  // missing the answer says so; a key that did nothing would not.
  const isTyped = (found) => found.length === 1 && found[0].length < 30 && !found[0].includes("<");

  zone.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    const found = lines();
    if (!isZone(found) && !isTyped(found)) return;
    event.preventDefault();
    if (!sent) form.requestSubmit();
  });

  form.addEventListener("submit", (event) => {
    // A reader that ends with two Enters must not ask twice.
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(() => { sent = false; }, 3000);
  });

  // The last traveller's answer leaves the screen with what was typed.
  const clear = () => {
    for (const field of form.elements) {
      if (field.matches("textarea, input:not([type=hidden])")) field.value = "";
      if (field.matches("select")) field.selectedIndex = 0;
    }
    for (const id of ["answered", "details"]) document.getElementById(id)?.remove();
    zone.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") clear();
    // A reader types wherever the cursor is: nowhere means here.
    const types = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (types && document.activeElement === document.body) zone.focus();
  });

  // Back from the browser's own memory: the form can be sent again.
  window.addEventListener("pageshow", () => { sent = false; });

  document.getElementById("keys")?.removeAttribute("hidden");
  zone.focus({ preventScroll: true });
  // Where the browser put the cursor there before, it may have scrolled the answer away.
  if (document.getElementById("answered")) window.scrollTo(0, 0);
  // What could not be read stays to be corrected, and the next scan takes its place.
  if (zone.value !== "") zone.select();
})();
