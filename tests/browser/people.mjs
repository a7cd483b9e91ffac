// The demonstration's people: who they are, the codes their telephones would show, and how they sign in.

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { at, press } from './walk.mjs';

const STEP_MS = 30_000;
/** What a browser may need from asking for a code to having sent it. */
const TYPING_MS = 6_000;

/** Answers the bytes of a secret as a page shows it, in base 32 (RFC 4648, 6). */
export function base32(text) {
  const bits = [...text.replace(/[\s=]/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

/** Answers the one-time code of a time step (RFC 6238: SHA-1, six digits). */
function codeOf(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A person's codes: each time step serves once, in its own thirty seconds. */
export class Codes {
  #secret;
  #last = 0;

  constructor(secret) {
    this.#secret = secret;
  }

  /** Answers a code that has not served, and will be taken for some seconds more, after waiting for its time if need be. */
  async next() {
    const step = Math.max(this.#last + 1, Math.floor((Date.now() + TYPING_MS) / STEP_MS));
    const early = step * STEP_MS - Date.now();
    if (early > 0) await wait(early + 50);
    this.#last = step;
    return codeOf(this.#secret, step);
  }

  /** Answers a code of the right form that is taken neither now nor, should the step end meanwhile, next. */
  wrong() {
    const step = Math.floor(Date.now() / STEP_MS);
    const right = [0, 1].map((away) => codeOf(this.#secret, step + away));
    return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code));
  }
}

/** The demonstration's password, everybody's. */
const PASSWORD = 'heron-over-the-lagoon';

/** Roles with the name that ends their people's user names. */
const ROLES = {
  border_officer: 'officer',
  document_examiner: 'examiner',
  data_steward: 'steward',
  issuing_authority: 'authority',
  state_administrator: 'admin',
  oversight: 'oversight',
  delegate: 'delegate',
  presidency: 'presidency',
  coordinator: 'coordinator',
  operator: 'operator',
};

/**
 * Answers the demonstration's person of a State in a role.
 *
 * Their secret comes from the folder's keys, as the demonstration itself derives what it shows on its guide.
 */
export function personOf(data, role, state) {
  const user_name = `${state.toLowerCase()}.${ROLES[role]}`;
  const key = Buffer.from(readFileSync(join(data, 'keys', 'secrets.key'), 'utf8').trim(), 'hex');
  const secret = createHmac('sha256', key).update(`demonstration code of ${user_name}`).digest().subarray(0, 20);
  return { user_name, state, role, password: PASSWORD, codes: new Codes(secret) };
}

/** Types user name and password and sends them. */
export async function typePassword(page, person, password = person.password) {
  await page.fill('#user_name', person.user_name);
  await page.fill('#password', password);
  await press(page, 'main button[type=submit]');
}

/** Types a code and sends it. */
export async function typeCode(page, code) {
  await page.fill('#code', code);
  await press(page, 'main button[type=submit]');
}

/** Signs a person in and chooses the purpose where there is a choice. */
export async function signIn(page, person, purpose) {
  await page.goto('/sign-in');
  await typePassword(page, person);
  if (at(page) === '/sign-in/code') await typeCode(page, await person.codes.next());
  if (at(page) === '/purpose') {
    await page.check(purpose ? `input[name=purpose][value=${purpose}]` : 'input[name=purpose]');
    await press(page, 'main button[type=submit]');
  }
  if (at(page).startsWith('/sign-in')) throw new Error(`${person.user_name} is not signed in but at ${page.url()}`);
}
