// Makes a small data folder with everything in it that a release can say, and freezes it as a tar beside this file.
//
//   node make.mjs BINARY RELEASE
//
// BINARY is the released program; it is run at three dates of the past (Debian: faketime), so that what expires has
// expired. Every person, number and sentence is invented. Run once for each release, before the next one is begun.
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [binary, release] = process.argv.slice(2);
const PASSWORD = 'heron-over-the-lagoon';
const home = mkdtempSync(join(tmpdir(), 'frozen-'));
const data = join(home, 'specimen');
let day;

const at = (text) => (day = { text, shift: Date.parse(text.replace(' ', 'T') + 'Z') - Date.now() });
const run = (...args) => execFileSync('faketime', ['-f', `@${day.text}`, binary, ...args], { env: { ...process.env, TZ: 'UTC' } });

async function serve(work) {
  const server = spawn('faketime', ['-f', `@${day.text}`, binary, 'serve', '--data', data, '--listen', '127.0.0.1:0'], {
    env: { ...process.env, TZ: 'UTC', PUEBLA_LOG: 'error' }, stdio: ['ignore', 'pipe', 'inherit'], detached: true,
  });
  day.shift = Date.parse(day.text.replace(' ', 'T') + 'Z') - Date.now();
  let said = '';
  for await (const part of server.stdout) if ((said += part).includes('\n')) break;
  const url = said.trim().match(/http:\/\/\S+/)[0];
  try {
    await new Promise((done) => setTimeout(done, 3000)); // The first sweep.
    await work(url);
  } finally {
    process.kill(-server.pid, 'SIGTERM');
    await new Promise((done) => server.on('exit', done));
  }
}

// The six digits that the demonstration's person has now: their secret comes from the folder's key.
function code(user) {
  const key = Buffer.from(readFileSync(join(data, 'keys/secrets.key'), 'utf8').trim(), 'hex');
  const secret = createHmac('sha256', key).update(`demonstration code of ${user}`).digest().subarray(0, 20);
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor((Date.now() + day.shift) / 30000)));
  const hash = createHmac('sha1', secret).update(step).digest();
  const place = hash[19] & 15;
  return String((hash.readUInt32BE(place) & 0x7fffffff) % 1000000).padStart(6, '0');
}

// A one-time code serves once: what asks for another comes in the next half minute.
const nextCode = () => new Promise((done) => setTimeout(done, 31000));

class Person {
  constructor(url, user) { Object.assign(this, { url, user, jar: {} }); }
  async ask(path, fields, expected) {
    const sent = fields && new URLSearchParams(fields);
    const cookie = Object.entries(this.jar).map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(this.url + path, {
      method: fields ? 'POST' : 'GET', body: sent, redirect: 'manual', headers: { cookie, 'accept-language': 'en' },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=');
      this.jar[name] = value;
    }
    const body = await answer.text();
    if (expected && answer.status !== expected) throw new Error(`${this.user} ${path}: ${answer.status}\n${body}`);
    return { body, to: answer.headers.get('location') };
  }
  hidden(body, name) { return body.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1]; }
  async post(path, fields = {}, expected = 303) {
    return this.ask(path, [['csrf', this.csrf], ...Object.entries(fields)], expected);
  }
  // Posts what a page asks to be repeated of itself, such as the hash of what was seen.
  async seen(path, fields = {}, shownAt = path) {
    const { body } = await this.ask(shownAt, null, 200);
    return this.post(path, { seen: this.hidden(body, 'seen') ?? '', ...fields });
  }
  async signIn(purpose) {
    await this.ask('/sign-in', { user_name: this.user, password: PASSWORD }, 303);
    const step = await this.ask('/sign-in/code', null, 200);
    await this.ask('/sign-in/code', { csrf: this.hidden(step.body, 'csrf'), code: code(this.user) }, 303);
    const { body } = await this.ask('/account/tokens', null, 200);
    this.csrf = this.hidden(body, 'csrf');
    this.purpose = purpose;
    await this.post('/purpose', { purpose });
    return this;
  }
  async token() {
    const fields = { name: 'specimen', purposes: this.purpose, days: '90', password: PASSWORD, code: code(this.user) };
    const { body } = await this.post('/account/tokens', fields, 200);
    this.bearer = body.match(/class="mono secret">([^<]+)</)[1];
  }
  async call(path, json, expected = 201, type = 'application/json') {
    const answer = await fetch(this.url + path, {
      method: 'POST', body: type.endsWith('json') ? JSON.stringify(json) : json,
      headers: { authorization: `Bearer ${this.bearer}`, 'puebla-purpose': this.purpose, 'content-type': type },
    });
    const body = await answer.text();
    if (answer.status !== expected) throw new Error(`${path}: ${answer.status}\n${body}`);
    return body && JSON.parse(body);
  }
}

const status = (more) => ({ kind: 'passport', status: 'stolen', ...more });
const alert = (pattern) => ({
  fraud_class: 'counterfeit', kind: 'passport', issuer: 'UTO', pattern, documents_seen: 3, first_seen: '2025-11',
  points: [{ level: 1, place: 'Photo', en: 'No raised edge. (fictional)', es: 'Sin borde en relieve. (ficticio)' }],
  detected_border: 'land', detected_in: 'GTM', language: 'en',
});

// Five years before: the demonstration's people, its status entries, alerts whose life will be over.
at('2021-02-01 10:00:00');
run('demo', '--data', data, '--no-serve', '--entries', '220');
rmSync(join(data, 'demonstration')); // From here on it is a folder like any other.

at('2026-01-12 10:00:00');
await serve(async (url) => {
  const [authority, other, officer] = ['gtm.authority', 'hnd.authority', 'gtm.officer'].map((user) => new Person(url, user));
  const [examiner, second] = ['gtm.examiner', 'mex.examiner'].map((user) => new Person(url, user));
  for (const one of [authority, other]) await one.signIn('document_issuance');
  for (const one of [examiner, second]) await one.signIn('document_examination');
  await officer.signIn('border_control');
  await nextCode();
  for (const one of [authority, other, examiner, officer]) await one.token();

  // Single numbers of every status, a range, a pattern; some whose month will be over.
  const made = {};
  for (const [at, word] of ['lost', 'stolen', 'stolen_blank', 'revoked', 'invalid'].entries()) {
    const entry = status({ number: `ZZ77000${at}`, status: word, reference: `ONE-${at}`, expires_on: '2035-12-31' });
    made[word] = (await authority.call('/api/v1/status', entry)).id;
  }
  const reasons = { reason: 'police_report' };
  await authority.call('/api/v1/status', status({ first: 'ZR500000', last: 'ZR500099', status: 'stolen_blank', reference: 'RANGE', expires_on: '2035-12-31' }));
  await authority.call('/api/v1/status', status({ pattern: 'ZP9###', status: 'invalid', reference: 'FORM', expires_on: '2035-12-31' }));
  await authority.call('/api/v1/status', status({ number: 'ZZ880001', reference: 'SOON-1', expires_on: '2026-01-30', ...reasons }));
  await authority.call('/api/v1/status', status({ first: 'ZS1000', last: 'ZS1009', reference: 'SOON-2', expires_on: '2026-01-31' }));
  await authority.call('/api/v1/status', status({ pattern: 'ZT9##', reference: 'SOON-3', expires_on: '2026-01-31' }));
  const rows = ['kind,number,first,last,pattern,status,expires_on,reference,reason'];
  for (let row = 0; row < 60; row++) rows.push(`passport,ZB${100000 + row},,,,lost,${row < 40 ? '2034-06-15' : '2026-01-20'},BATCH-${row},`);
  rows.push('passport,,ZC3000,ZC3099,,stolen_blank,2034-06-20,BATCH-RANGE,theft_from_authority');
  await other.call('/api/v1/imports/status', rows.join('\n'), 202, 'text/csv');
  await new Promise((done) => setTimeout(done, 5000)); // It goes on after the answer.
  await authority.post(`/status/${made.lost}/correct`, { status: 'stolen', reference: 'ONE-0/B', reason: 'police_report', 'expires_on-day': '30', 'expires_on-month': '11', 'expires_on-year': '2034' });
  await authority.call(`/api/v1/status/${made.revoked}/withdraw`, { reason: 'found_again' }, 204);
  await authority.call(`/api/v1/status/${made.invalid}/withdraw`, { reason: 'entered_in_error' }, 204);
  // One of a batch corrected, one taken back: the batch is destroyed and the rest said again.
  const list = await fetch(`${url}/api/v1/status`, { headers: { authorization: `Bearer ${other.bearer}`, 'puebla-purpose': other.purpose } });
  const { entries } = await list.json();
  const batch = entries.filter((entry) => /^BATCH-\d+$/.test(entry.reference) && entry.expires_on.startsWith('2034'));
  await other.call(`/api/v1/status/${batch[0].id}/withdraw`, { reason: 'found_again' }, 204);
  await other.post(`/status/${batch[1].id}/correct`, { status: 'revoked', reference: batch[1].reference, 'expires_on-day': '1', 'expires_on-month': '6', 'expires_on-year': '2033' });

  // Alerts in every state of their life, and two working copies.
  const references = [];
  for (let turn = 0; turn < 8; turn++) references.push((await examiner.call('/api/v1/documents', alert(`ZA${turn}####`))).reference);
  const [, returned, confirmed, published, reviewed, replaced, by, withdrawn] = references;
  const page = (reference, act) => `/documents/${reference}/${act}`;
  for (const reference of [confirmed, published, reviewed, replaced, by]) await second.seen(page(reference, 'confirm'));
  await second.seen(page(returned, 'return'), { question: 'Which light? (fictional)' }, page(returned, 'confirm'));
  for (const reference of [published, reviewed, replaced, by]) await examiner.seen(page(reference, 'publish'));
  await examiner.seen(page(reviewed, 'review'), { finding: 'still_met' });
  await examiner.seen(page(replaced, 'supersede'), { by });
  await examiner.seen(page(withdrawn, 'withdraw'), { reason: 'mistaken' });
  const correction = { fraud_class: 'counterfeit', kind: 'passport', issuer: 'UTO', pattern: 'ZA1####', 'points.1.level': '1', 'points.1.en': 'Under side light. (fictional)', documents_seen: '4', first_seen: '2025-11', detected_border: 'land', detected_in: 'GTM', language: 'en', note: 'Side light. (fictional)', act: 'continue' };
  const begun = await examiner.post(page(returned, 'correct'));
  const kept = await examiner.post(begun.to, correction);
  await examiner.seen(kept.to);
  await second.post('/documents/new', { ...correction, pattern: 'ZD1####', act: 'keep' });
  await second.post('/documents/new', { fraud_class: 'forgery', act: 'keep' });

  // Looks of every kind, and one that is refused.
  for (const number of ['ZZ770000', 'ZR500050', 'ZP9123', 'ZZ999999']) await officer.call('/api/v1/checks', { number, issuing_state: 'GTM', kind: 'passport' }, 200);
  await officer.ask('/people', null);
  await authority.post('/status/find', { kind: 'passport', number: 'ZZ770001' }, 200);
});

// Two months later the months are over and the first alerts' lives too; the newest lines and tokens are of this day.
at('2026-03-10 10:00:00');
await serve(async (url) => {
  const officer = await new Person(url, 'gtm.officer').signIn('border_control');
  await nextCode();
  await officer.token();
  await officer.call('/api/v1/checks', { number: 'ZZ770000', issuing_state: 'GTM', kind: 'passport' }, 200);
  const examiner = await new Person(url, 'mex.examiner').signIn('document_examination');
  await examiner.ask('/documents', null, 200);
});
run('verify', '--data', data, '--as', 'xsv.operator');
run('backup', '--data', data, '--as', 'xsv.operator', '--out', join(home, 'backup.tar'), '--keys', join(home, 'backup.keys'));
run('rebuild', '--check', '--data', data, '--as', 'xsv.operator');
rmSync(join(data, 'lock'), { force: true });
const pack = (from, to, ...what) => execFileSync('tar', ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0', '-cf', new URL(to, import.meta.url).pathname, '-C', from, ...what]);
pack(home, `${release}.tar`, 'specimen', 'backup.tar', 'backup.keys');
rmSync(home, { recursive: true });
