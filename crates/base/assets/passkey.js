// Lets the browser speak with a device that holds a passkey, before a form is sent. Without this file no passkey can be
// used, and the page says so.
"use strict";
(() => {
  // What the server writes in base64url, and what the browser wants as bytes.
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => {
    const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  const say = (what) => {
    for (const id of ["elsewhere", "unable", "unanswered"]) {
      const told = document.getElementById(`passkey-${id}`);
      if (told) told.hidden = id !== what;
    }
    // This machine's own server may listen anywhere.
    const there = document.querySelector("#passkey-elsewhere a");
    if (there && there.hostname === "localhost") there.port = location.port;
  };

  // A challenge that stands on the page, or one that is fetched now.
  const options = async (form) => {
    if (form.dataset.options) return JSON.parse(form.dataset.options).publicKey;
    const sent = new URLSearchParams({ csrf: form.elements.csrf.value });
    const answer = await fetch(form.dataset.challenge, { method: "POST", body: sent, redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()).publicKey;
  };

  const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  const asked = async (form) => {
    const wanted = await options(form);
    const publicKey = { ...wanted, challenge: bytes(wanted.challenge) };
    if (form.dataset.passkey === "create") {
      publicKey.user = { ...wanted.user, id: bytes(wanted.user.id) };
      publicKey.excludeCredentials = named(wanted.excludeCredentials);
      const made = await navigator.credentials.create({ publicKey });
      const { attestationObject, clientDataJSON } = made.response;
      return { made, response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) } };
    }
    publicKey.allowCredentials = named(wanted.allowCredentials);
    const made = await navigator.credentials.get({ publicKey });
    const { authenticatorData, clientDataJSON, signature, userHandle } = made.response;
    const response = {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    };
    return { made, response };
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const { host, unless } = form.dataset;
    const able = () => {
      // Browsers bind a passkey to a name: under another one, or under a number, it does not exist.
      if (location.hostname !== host) return "elsewhere";
      return window.PublicKeyCredential && navigator.credentials ? null : "unable";
    };
    if (!unless && able()) say(able());
    let waiting = false;
    form.addEventListener("submit", async (event) => {
      if (form.elements.passkey.value !== "") return;
      if (unless && form.elements[unless] && form.elements[unless].value !== "") return;
      // A device makes nothing for a form that will come back; it would hold a passkey that nobody knows here.
      if (form.elements.name && form.elements.name.value.trim() === "") return;
      event.preventDefault();
      if (waiting) return;
      if (able()) {
        say(able());
        return;
      }
      waiting = true;
      say(null);
      try {
        const { made, response } = await asked(form);
        const id = text(made.rawId);
        form.elements.passkey.value = JSON.stringify({ id, rawId: id, type: made.type, response, clientExtensionResults: {} });
        form.submit();
      } catch (error) {
        // It can make none of a kind that we take; otherwise nobody touched the device, or it has no passkey for us.
        say(error.name === "NotSupportedError" ? "unable" : "unanswered");
      } finally {
        waiting = false;
      }
    });
  }

  // Back from the browser's own memory: an answer serves once.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-passkey]")) form.elements.passkey.value = "";
  });
})();
