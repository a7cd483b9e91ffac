// Devices that hold passkeys, as the browser itself plays them, and what people do with them.

import { Codes, base32, typeCode } from './people.mjs';
import { press } from './walk.mjs';

/** Puts a device into the page's browser that asks for its owner's finger, and answers how to reach it. */
export async function device(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasUserVerification: true, isUserVerified: true, hasResidentKey: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    /** Says whether the finger that is put down is the owner's. */
    owner: (isUserVerified) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    /** Answers what the device holds. */
    held: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

/** Makes a passkey in one's account, with password and code as the proof. */
export async function makePasskey(page, person, name) {
  await page.goto('/account/passkeys');
  await page.fill('#password', person.password);
  await typeCode(page, await person.codes.next());
  await page.fill('#name', name);
  await press(page, 'form[data-passkey=create] button[type=submit]');
}

/** Presses the button that asks for the passkey on the way in. */
export const usePasskey = (page) => press(page, 'form[data-passkey=get] button[type=submit]');

/** Sets codes up on the way in, as the page that shows the secret asks, and answers them. */
export async function setUpCodes(page) {
  const codes = new Codes(base32((await page.textContent('.secret')).trim()));
  await typeCode(page, await codes.next());
  return codes;
}
