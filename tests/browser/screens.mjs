// Every screen there is, with somebody who may see it and a concrete address or the way to it.
//
// A page route that is not here fails a test; so does a screen whose route is gone. `seat` names the context in which a
// screen is looked at, `at` its address, `act` what has to be done there first, `again` what tells it from others of a route
// and `shows` what only that one has.

import { after } from 'node:test';
import { confirmAlert, publishAlert, submitAlert, withdrawAlert, writeAlert } from './alerts.mjs';
import { openContext } from './browser.mjs';
import { csv, ended, manyRows, sendFile, underWay } from './imports.mjs';
import { SOUGHT, activate, comeIn, propose, switchOn, takePart, writeDown } from './looked-for.mjs';
import { device, makePasskey, setUpCodes } from './passkeys.mjs';
import { signIn, typeCode, typePassword } from './people.mjs';
import { serve, serveProcess } from './server.mjs';
import { blockAlert, openCase, referCase } from './redress.mjs';
import { reportStatus, writeStatus } from './status.mjs';
import { follow, press } from './walk.mjs';
import { misread, passport } from './zones.mjs';

/** Where no route leads, and the guide that a demonstration alone has: neither is in the inventory. */
const [NO_ROUTE, DEMONSTRATION] = ['', '/demo'];
const COMMENTS = '/comments/RCM-VIII-2003-COM-1';
export const BESIDE_INVENTORY = [NO_ROUTE, DEMONSTRATION];

const send = (page) => press(page, 'main form[method=post] button[type=submit]');

/** Sends a form whose device gave nothing, as if the script were not there. */
const sendByHand = (page) => follow(page, () => page.evaluate(() => document.querySelector('form[data-passkey]').submit()));

/** Types a question into the check page and sends it. */
const find = (words) => async (page) => {
  await page.fill('#q', words);
  await press(page, 'form[role=search] button');
};
const check = (zone) => async (page) => {
  await page.fill('#zone', typeof zone === 'string' ? zone : zone.join('\n'));
  await press(page, 'main form[action="/check"] button[type=submit]');
};

/** Says what danger there is, and is asked whether they are sure. */
async function askGlass(page) {
  await page.check('input[name=reason][value=life]');
  await page.fill('#said', 'Hay gritos y se la llevan (ficticio).');
  await send(page);
}

/** Breaks the glass, or goes to what is open behind it already. */
async function breakGlass(page) {
  if ((await page.locator('a[href$="/broken"]').count()) > 0) return follow(page, () => page.click('a[href$="/broken"]'));
  await askGlass(page);
  return press(page, 'button.grave');
}

/** Searches for somebody who has no document. */
const search = (person) => async (page) => {
  for (const name of ['paternal', 'given', 'born']) await page.fill(`#${name}`, person[name]);
  await press(page, 'main form[action="/person-searches"] button[type=submit]');
};

/** Checks somebody whom an alert could mean, and asks for a second person. */
async function askSecond(page) {
  await check(passport('UTO', 'X81200345', SOUGHT.bearer))(page);
  await press(page, 'form[action="/alerts/matches/ask"] button');
}

/** Sends a file that is long under way, and holds the page as it shows how far that has come. */
async function startImport(page) {
  await page.setInputFiles('#file', { name: 'status.csv', mimeType: 'text/csv', buffer: Buffer.from(manyRows(100_000, 'ZP')) });
  await page.route(/\/imports\/[0-9a-f]{8}-/, (route) => (route.request().resourceType() === 'fetch' ? null : route.continue()));
  await press(page, 'button[value=try]');
  await underWay(page);
}

/** Goes through a series of numbers until stopped. */
async function goThrough(page) {
  await page.goto('/check');
  const csrf = await page.inputValue('main input[name=csrf]');
  for (let turn = 0; turn < 60; turn += 1) {
    const form = { csrf, number: `T${7_000_000 + turn}`, issuing_state: 'HND' };
    if ((await page.request.post('/check', { form })).status() === 429) return;
  }
  throw new Error('nobody is stopped');
}

/** Has a declaration read into drafts and answers where they are. */
async function drafts(page) {
  await page.goto('/decisions/imports');
  await page.fill('#pasted_meeting', 'RCM/VIII');
  await page.fill('#text', 'The Vice-Ministers decided to:\n\n1. Thank the network for its work.\n\n2. Urge member countries to send comments within three months.\n');
  await press(page, 'form[action="/decisions/imports/pasted"] button[type=submit]');
  return new URL(page.url()).pathname;
}

/** Saves minutes that rest on an earlier revision, as the second of two editors does. */
async function saveOvertaken(page) {
  await page.evaluate(() => { document.querySelector('input[name=based_on]').value = '1'; });
  await page.fill('#text', 'Se abre la reunión a las diez.');
  await send(page);
}

/** Enrols somebody and answers the first password. */
async function enrol(page, userName, role) {
  await page.goto('/people/new');
  await page.fill('#user_name', userName);
  await page.fill('#name', 'Nora Specimen');
  await page.fill('#institution', 'Institución inventada');
  await page.check(`input[name=roles][value=${role}]`);
  await send(page);
  return (await page.textContent('.secret')).trim();
}

/** Opens the contexts in which screens are looked at, brings each to where its screens begin, and answers addresses. */
export async function prepare(here) {
  const seats = {};
  const sit = async (seat, role, state, purpose) => {
    seats[seat] = await openContext(here.browser, here.address);
    const page = await seats[seat].newPage();
    if (role) await signIn(page, here.person(role, state), purpose);
    return page;
  };
  await sit('nobody');
  await sit('officer', 'border_officer');
  const [author, expert, authority, administrator] = [
    await sit('author', 'document_examiner', 'GTM', 'document_examination'),
    await sit('expert', 'document_examiner', 'MEX', 'document_examination'),
    await sit('authority', 'issuing_authority'),
    await sit('administrator', 'state_administrator', 'GTM'),
  ];
  await sit('steward', 'data_steward');
  await sit('delegate', 'delegate');
  await sit('writer', 'delegate', 'HND');
  await sit('evaluator', 'delegate', 'MEX');
  await sit('presidency', 'presidency', 'PAN');
  const coordinator = await sit('coordinator', 'coordinator', 'XSV');
  await sit('operator', 'operator', 'XSV');
  const supervisor = await sit('supervisor', 'oversight', 'MEX');
  await goThrough(await sit('stopped', 'border_officer', 'MEX'));
  await supervisor.goto('/oversight/concerns');
  const concern = await supervisor.getAttribute('tbody a', 'href');

  const known = { concern, drafts: await drafts(coordinator), ...(await alerts(author, expert)), ...(await statuses(authority)) };
  await coordinator.goto(COMMENTS);
  known.comment = await coordinator.getAttribute('a[href*="/compile/"]', 'href');
  await coordinator.goto('/training/RCM-TRN-1/people');
  known.nominee = await coordinator.getAttribute('main td a[href*="/people/"]', 'href');
  await coordinator.goto('/members');
  known.application = await coordinator.getAttribute('#applications tbody a', 'href');
  const first = await enrol(administrator, 'gtm.screens', 'border_officer');
  await administrator.goto('/people');
  await find('gtm.screens')(administrator);
  known.person = await administrator.getAttribute('tbody a', 'href');
  const second = await enrol(administrator, 'gtm.screens.codes', 'document_examiner');
  for (const [seat, person] of [
    ['choosing', { user_name: 'gtm.screens', password: first }],
    ['settingUp', { user_name: 'gtm.screens.codes', password: second }],
    ['typingCode', here.person('data_steward')],
  ]) {
    const page = await sit(seat);
    await page.goto('/sign-in');
    await typePassword(page, person);
    if (seat === 'choosing') await setUpCodes(page);
  }
  await authority.goto('/account/codes');
  await authority.fill('#password', here.person('issuing_authority').password);
  await typeCode(authority, await here.person('issuing_authority').codes.next());
  const chief = await passkeys(here, seats, known, sit);
  await switchOn(coordinator);
  known.lookedFor = await lookedFor(administrator, sit);
  await neighbours(chief, sit);
  known.redress = await redress(administrator, chief, sit, known.lookedFor.contested);
  for (const context of Object.values(seats)) await Promise.all(context.pages().map((page) => page.close()));
  return { seats, known };
}

/** Somebody with a passkey, who is then to be recovered, and somebody who must have one; answers who administers their State. */
async function passkeys(here, seats, known, sit) {
  const holder = here.person('document_examiner', 'HND');
  const page = await sit('holder', 'document_examiner', 'HND', 'document_examination');
  await device(page);
  await makePasskey(page, holder, 'Llave azul');
  known.passkey = await page.getAttribute('tbody a', 'href');
  await page.fill('#password', holder.password);
  await typeCode(page, await holder.codes.next());
  const asked = await sit('askedForPasskey');
  await asked.goto('/sign-in');
  await typePassword(asked, holder);
  known.halfWay = { typingCode: here.person('data_steward'), askedForPasskey: holder };

  const chief = await sit('chief', 'state_administrator', 'HND');
  await chief.goto('/people');
  await find('hnd.examiner')(chief);
  known.recovered = `${await chief.getAttribute('tbody a', 'href')}/recover`;
  await chief.goto('/people');
  await find('hnd.authority')(chief);
  known.begun = `${await chief.getAttribute('tbody a', 'href')}/recover`;
  await chief.goto(known.begun);
  await send(chief);
  // The State has nobody else, so an administrator of the secretariat is the second.
  await sit('second', 'state_administrator', 'XSV');

  // Figures of a year that is over need a register that was adopted before.
  const before = await serve({ entries: 22, adopted: true });
  after(() => before.stop());
  seats.afterAdoption = await openContext(here.browser, before.address);

  const profile = new URL('../../crates/base/profiles/lagoon.toml', import.meta.url).pathname;
  const strict = await serveProcess({ profile, administrator: 'qma.admin', party: 'QMA' });
  after(() => strict.stop());
  seats.mustHaveOne = await openContext(here.browser, strict.address);
  const must = await seats.mustHaveOne.newPage();
  await must.goto('/sign-in');
  await typePassword(must, strict.first);
  await setUpCodes(must);
  return chief;
}

/** Types the passwords again of those who stand half-way through signing in: nobody is waited for longer than five minutes. */
export async function enterAgain(seats, known) {
  for (const [seat, person] of Object.entries(known.halfWay)) {
    const page = await seats[seat].newPage();
    await page.goto('/sign-in');
    await typePassword(page, person);
    await page.close();
  }
}

/** Brings one alert to each standing that has a screen. */
async function alerts(author, expert) {
  const submitted = await submitAlert(author, { pattern: 'ZA1######' });
  const confirmed = await submitAlert(author, { pattern: 'ZA2######' });
  const published = await submitAlert(author, { pattern: 'ZA3######' });
  const withdrawn = await submitAlert(author, { pattern: 'ZA4######' });
  for (const reference of [confirmed, published, withdrawn]) await confirmAlert(expert, reference);
  for (const reference of [published, withdrawn]) await publishAlert(author, reference);
  await withdrawAlert(author, withdrawn);
  await writeAlert(author, { pattern: 'ZA5######' });
  await press(author, 'button[value=continue]');
  const draft = new URL(author.url()).pathname.replace(/\/submit$/, '');
  await author.goto(`/documents/${published}`);
  await press(author, `form[action="/documents/${published}/correct"] button`);
  const correcting = new URL(author.url()).pathname;
  await author.fill('#note', 'Se añade el laminado (serie ficticia).');
  await press(author, 'button[value=continue]');
  const correction = new URL(author.url()).pathname;
  return { submitted, confirmed, published, withdrawn, draft, correcting, correction };
}

/** Brings alerts on people to each standing that has a screen: one proposed, one in force and soon to be judged again. */
async function lookedFor(administrator, sit) {
  for (const category of ['vulnerable_at_risk', 'locate_witness']) await takePart(administrator, category);
  const pages = [];
  for (const seat of ['alerter', 'judge']) {
    const user_name = `gtm.screens.${seat}`;
    const password = await enrol(administrator, user_name, 'alert_officer');
    const page = await sit(seat);
    await comeIn(page, { user_name, password }, `otter-under-the-${seat}-bridge`);
    pages.push(page);
  }
  const [author, judge] = pages;
  const proposed = await writeDown(author);
  await propose(author, proposed);
  const soon = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const due = await writeDown(author, { category: 'locate_witness', paternal: 'Inventado', action: 'locate', until: soon });
  await propose(author, due);
  await activate(judge, due);
  const sought = await writeDown(author, { ...SOUGHT.alert, until: soon });
  await propose(author, sought);
  await activate(judge, sought);
  const contested = await writeDown(author, { category: 'locate_witness', paternal: 'Disputado', action: 'locate', until: soon });
  await propose(author, contested);
  await activate(judge, contested);
  // Behind whose glass somebody looks; that of another stays whole.
  const broken = await writeDown(author, { category: 'locate_witness', paternal: 'Abierto', action: 'locate', until: soon });
  await propose(author, broken);
  await activate(judge, broken);
  return { proposed, due, broken, reference: due.split('/').at(-1), contested: contested.split('/').at(-1) };
}

/** Somebody of another State who works on alerts, and could flag the one that officers meet. */
async function neighbours(administrator, sit) {
  await takePart(administrator, 'locate_witness');
  const password = await enrol(administrator, 'hnd.screens.neighbour', 'alert_officer');
  await comeIn(await sit('neighbour'), { user_name: 'hnd.screens.neighbour', password }, 'otter-under-the-neighbour-bridge');
}

/** Brings a case before the panel, a member of which, of another State, has blocked the alert that it is about; and one more case. */
async function redress(administrator, chief, sit, alert) {
  const seats = [['petitions', administrator, 'gtm.screens.petitions', 'redress_officer'], ['panel', chief, 'hnd.screens.panel', 'redress_panel']];
  const pages = [];
  for (const [seat, by, user_name, role] of seats) {
    const password = await enrol(by, user_name, role);
    const page = await sit(seat);
    await comeIn(page, { user_name, password }, `otter-under-the-${seat}-bridge`);
    pages.push(page);
  }
  const [officer, member] = pages;
  const waiting = await openCase(officer);
  const blocked = await openCase(officer);
  for (const path of [waiting, blocked]) await referCase(officer, path);
  await blockAlert(member, blocked, alert);
  return { open: await openCase(officer), waiting, blocked };
}

/** Reports one number, whose entry has screens, and sends two files. */
async function statuses(authority) {
  const number = 'ZS1000001';
  const entry = await reportStatus(authority, { number, reference: 'SCREENS-1' });
  await sendFile(authority, csv(['passport,ZS1000003,,,,lost,2031-03-01,SCREENS-3,,']));
  await ended(authority);
  const entered = new URL(authority.url()).pathname;
  await sendFile(authority, csv(['sword,ZS1000004,,,,gone,2031-02-30,,why,', 'passport,ZS1000005,,,,lost,,SCREENS-5,,HND']));
  await ended(authority);
  return { number, entry, entered, refused: new URL(authority.url()).pathname };
}

/** Every screen. `known` is what [`prepare`] answered. */
export function screens(known, here) {
  const issuer = here.person('issuing_authority').state;
  const alert = (standing, end = '') => `/documents/${known[standing]}${end}`;
  return [
    { route: '/sign-in', seat: 'nobody', at: '/sign-in' },
    { route: '/sign-in', again: 'refused', shows: '.errors', seat: 'nobody', at: '/sign-in', act: send },
    { route: '/sign-in/code', seat: 'typingCode', at: '/sign-in/code' },
    { route: '/sign-in/set-up', seat: 'settingUp', at: '/sign-in/set-up' },
    { route: '/sign-in/new-password', seat: 'choosing', at: '/sign-in/new-password' },
    { route: '/sign-in/new-password', again: 'refused', shows: '.errors', seat: 'choosing', at: '/sign-in/new-password', act: send },
    { route: '/sign-in/passkey', seat: 'askedForPasskey', at: '/sign-in/passkey' },
    { route: '/sign-in/passkey/new', seat: 'mustHaveOne', at: '/sign-in/passkey/new' },
    { route: '/sign-in/passkey/new', again: 'refused', shows: '.errors', seat: 'mustHaveOne', at: '/sign-in/passkey/new', act: sendByHand },
    { route: '/time-zone', seat: 'nobody', at: '/time-zone' },
    { route: '/purpose', seat: 'author', at: '/purpose' },
    { route: DEMONSTRATION, seat: 'nobody', at: '/demo' },
    { route: NO_ROUTE, again: 'nothing there', shows: 'h1', seat: 'officer', at: '/nothing-here', status: 404 },

    { route: '/account', seat: 'officer', at: '/account' },
    { route: '/account/password', seat: 'author', at: '/account/password' },
    { route: '/account/codes', seat: 'author', at: '/account/codes' },
    { route: '/account/codes/confirm', seat: 'authority', at: '/account/codes/confirm' },
    { route: '/account/notices', seat: 'officer', at: '/account/notices' },
    { route: '/account/sessions', seat: 'officer', at: '/account/sessions' },
    { route: '/account/passkeys', seat: 'officer', at: '/account/passkeys' },
    { route: '/account/passkeys', again: 'with one', shows: 'tbody a', seat: 'holder', at: '/account/passkeys' },
    { route: '/account/passkeys/new', seat: 'holder', at: '/account/passkeys/new' },
    { route: '/account/passkeys/{passkey}', seat: 'holder', at: known.passkey },
    { route: '/account/password', again: 'with a passkey', shows: 'form[data-passkey]', seat: 'holder', at: '/account/password' },
    { route: '/account/tokens', seat: 'officer', at: '/account/tokens' },
    { route: '/account/tokens', again: 'refused', shows: '.errors', seat: 'officer', at: '/account/tokens', act: send },

    { route: '/people', seat: 'administrator', at: '/people' },
    { route: '/people', again: 'nobody found', shows: '.empty', seat: 'administrator', at: '/people', act: find('zzzz') },
    { route: '/people/new', seat: 'administrator', at: '/people/new' },
    { route: '/people/new', again: 'refused', shows: '.errors', seat: 'administrator', at: '/people/new', act: send },
    { route: '/people/contact', seat: 'administrator', at: '/people/contact' },
    { route: '/people/recoveries', seat: 'chief', at: '/people/recoveries' },
    { route: '/people/recoveries', again: 'none', shows: '.empty', seat: 'administrator', at: '/people/recoveries' },
    { route: '/people/{person}/recover', seat: 'chief', at: known.recovered },
    { route: '/people/{person}/recover', again: 'begun by oneself', shows: 'form[action$="/withdraw"]', seat: 'chief', at: known.begun },
    { route: '/people/{person}/recover', again: 'to confirm', shows: 'form[action$="/confirm"]', seat: 'second', at: known.begun },
    { route: '/people/{person}', seat: 'administrator', at: known.person },
    { route: '/people/{person}/change', seat: 'administrator', at: `${known.person}/change` },
    { route: '/people/{person}/suspend', seat: 'administrator', at: `${known.person}/suspend` },
    { route: '/people/{person}/reset', seat: 'administrator', at: `${known.person}/reset` },

    { route: '/check', seat: 'officer', at: '/check' },
    { route: '/check', again: 'no report', shows: '.answer.none', seat: 'officer', at: '/check', act: check(passport('HND', 'F1234567')) },
    { route: '/check', again: 'reported', shows: '.answer.report', seat: 'officer', at: '/check', act: check(passport(issuer, known.number)) },
    { route: '/check', again: 'alert', shows: 'section:has(#register) a[href^="/documents/"]', seat: 'officer', at: '/check', act: check('ZA3000001 UTO') },
    { route: '/check', again: 'a digit fails', shows: '.answer.unreadable', seat: 'officer', at: '/check', act: check(misread(passport('GTM', 'K90211756'), 1, 3)) },
    { route: '/check', again: 'not read', shows: '#zone[aria-invalid=true]', seat: 'officer', at: '/check', act: check('P<GTMSPECIMEN') },
    { route: '/check', again: 'possible match', shows: 'section:has(#person) form', seat: 'officer', at: '/check', act: check(passport('UTO', 'X81200345', SOUGHT.bearer)) },
    { route: '/check', again: 'stopped', shows: 'h1', seat: 'stopped', at: '/check', act: check(passport('HND', 'F1234567')) },
    { route: '/check/stopped', seat: 'expert', at: '/check/stopped' },
    { route: '/check/stopped', again: 'refused', shows: '.errors', seat: 'expert', at: '/check/stopped', act: send },
    { route: '/check/second-line', seat: 'officer', at: '/check/second-line' },
    { route: '/check/second-line', again: 'refused', shows: '.errors', seat: 'officer', at: '/check/second-line', act: send },
    {
      route: '/check/second-line', again: 'recorded', shows: 'section[aria-labelledby=outcome]', seat: 'officer', at: '/check/second-line',
      act: async (page) => { await page.check('input[value=document_genuine]'); await send(page); },
    },

    { route: '/documents', seat: 'officer', at: '/documents' },
    { route: '/documents', again: 'nothing found', shows: '.empty', seat: 'officer', at: '/documents?words=zzzz' },
    { route: '/documents/work', seat: 'author', at: '/documents/work' },
    { route: '/documents/waiting', seat: 'expert', at: '/documents/waiting' },
    { route: '/documents/new', seat: 'author', at: '/documents/new' },
    { route: '/documents/new', again: 'refused', shows: '.errors', seat: 'author', at: '/documents/new', act: (page) => press(page, 'button[value=continue]') },
    { route: '/documents/drafts/{draft}', seat: 'author', at: known.draft },
    { route: '/documents/drafts/{draft}/submit', seat: 'author', at: `${known.draft}/submit` },
    { route: '/documents/{reference}', seat: 'officer', at: alert('published') },
    { route: '/documents/{reference}', again: 'its author', shows: 'form[action$="/correct"]', seat: 'author', at: alert('confirmed') },
    { route: '/documents/{reference}', again: 'withdrawn', shows: '.notice.late', seat: 'officer', at: alert('withdrawn') },
    { route: '/documents/{reference}/card', seat: 'officer', at: alert('published', '/card') },
    { route: '/documents/{reference}/correct/{draft}', seat: 'author', at: known.correction },
    { route: '/documents/drafts/{draft}', again: 'correcting', shows: '#note', seat: 'author', at: known.correcting },
    { route: '/documents/{reference}/confirm', seat: 'expert', at: alert('submitted', '/confirm') },
    { route: '/documents/{reference}/publish', seat: 'author', at: alert('confirmed', '/publish') },
    { route: '/documents/{reference}/review', seat: 'author', at: alert('published', '/review') },
    { route: '/documents/{reference}/supersede', seat: 'author', at: alert('published', '/supersede') },
    { route: '/documents/{reference}/withdraw', seat: 'author', at: alert('published', '/withdraw') },

    { route: '/alerts', seat: 'administrator', at: '/alerts' },
    { route: '/alerts/adopt', seat: 'coordinator', at: '/alerts/adopt' },
    { route: '/alerts/adopt', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/alerts/adopt', act: send },
    { route: '/alerts/repeal', seat: 'coordinator', at: '/alerts/repeal' },
    { route: '/alerts/categories/{code}', seat: 'administrator', at: '/alerts/categories/missing_child' },
    { route: '/alerts/own', seat: 'alerter', at: '/alerts/own' },
    { route: '/alerts/matches', seat: 'officer', at: '/alerts/matches' },
    { route: '/alerts/matches', again: 'asked', shows: '#own-0', seat: 'officer', at: '/check', act: askSecond },
    { route: '/person-searches', seat: 'officer', at: '/person-searches' },
    { route: '/person-searches', again: 'found', shows: '#person', seat: 'officer', at: '/person-searches', act: search(SOUGHT.alert) },
    { route: '/person-searches', again: 'refused', shows: '.errors', seat: 'officer', at: '/person-searches', act: search({ ...SOUGHT.alert, born: '' }) },
    { route: '/alerts/face', seat: 'alerter', at: `/alerts/face?reference=${known.lookedFor.reference}` },
    { route: '/redress', seat: 'petitions', at: '/redress' },
    { route: '/redress', again: 'of the panel', shows: '#panel', seat: 'panel', at: '/redress' },
    { route: '/redress/new', seat: 'petitions', at: '/redress/new' },
    { route: '/redress/new', again: 'refused', shows: '.errors', seat: 'petitions', at: '/redress/new', act: send },
    { route: '/redress/decisions', seat: 'coordinator', at: '/redress/decisions' },
    { route: '/redress/{reference}', seat: 'petitions', at: known.redress.open },
    { route: '/redress/{reference}', again: 'of the panel', shows: '#alert', seat: 'panel', at: known.redress.blocked },
    { route: '/redress/{reference}/receipt', seat: 'petitions', at: `${known.redress.open}/receipt` },
    { route: '/redress/{reference}/petition', seat: 'petitions', at: `${known.redress.open}/petition` },
    { route: '/redress/{reference}/answer', seat: 'petitions', at: `${known.redress.open}/answer` },
    { route: '/redress/{reference}/answer', again: 'refused', shows: '.errors', seat: 'petitions', at: `${known.redress.open}/answer`, act: send },
    { route: '/redress/{reference}/block', seat: 'panel', at: `${known.redress.waiting}/block` },
    { route: '/redress/{reference}/block', again: 'refused', shows: '.errors', seat: 'panel', at: `${known.redress.waiting}/block`, act: send },
    { route: '/redress/{reference}/propose', seat: 'panel', at: `${known.redress.blocked}/propose` },
    { route: '/assessment', seat: 'supervisor', at: '/assessment' },
    { route: '/statistics', seat: 'nobody', at: '/statistics' },
    { route: '/statistics/{year}', seat: 'afterAdoption', at: '/statistics/2024' },
    { route: '/statistics/running', seat: 'coordinator', at: '/statistics/running' },
    { route: '/alerts/claims', seat: 'neighbour', at: '/alerts/claims' },
    { route: '/alerts/{reference}/claim', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/claim` },
    { route: '/alerts/{reference}/claim', again: 'refused', shows: '.errors', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/claim`, act: (page) => page.fill('#against', 'U1').then(() => send(page)) },
    { route: '/alerts/supplements', seat: 'alerter', at: '/alerts/supplements' },
    { route: '/alerts/{reference}/supplements', seat: 'alerter', at: `${known.lookedFor.due}/supplements` },
    { route: '/alerts/overdue', seat: 'coordinator', at: '/alerts/overdue' },
    { route: '/alerts/consultations', seat: 'neighbour', at: '/alerts/consultations' },
    { route: '/alerts/proposals', seat: 'neighbour', at: '/alerts/proposals' },
    { route: '/alerts/{reference}/proposal', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/proposal` },
    { route: '/alerts/{reference}/proposal', again: 'refused', shows: '.errors', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/proposal`, act: send },
    { route: '/alerts/flags', seat: 'neighbour', at: '/alerts/flags' },
    { route: '/alerts/{reference}/flag', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/flag` },
    { route: '/alerts/{reference}/flag', again: 'refused', shows: '.errors', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/flag`, act: send },
    { route: '/alerts/{reference}/glass', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/glass` },
    { route: '/alerts/{reference}/glass', again: 'refused', shows: '.errors', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/glass`, act: send },
    { route: '/alerts/{reference}/glass', again: 'sure', shows: '.grave', seat: 'neighbour', at: `/alerts/${known.lookedFor.reference}/glass`, act: askGlass },
    { route: '/alerts/{reference}/broken', shows: '#why', seat: 'neighbour', at: `${known.lookedFor.broken}/glass`, act: breakGlass },
    { route: '/alerts/breakings', seat: 'supervisor', at: '/alerts/breakings' },
    { route: '/alerts/{reference}/permit', seat: 'alerter', at: `${known.lookedFor.due}/permit` },
    { route: '/alerts/{reference}/permit', again: 'refused', shows: '.errors', seat: 'alerter', at: `${known.lookedFor.due}/permit`, act: send },
    { route: '/alerts/{reference}/misused', seat: 'alerter', at: `${known.lookedFor.due}/misused` },
    { route: '/alerts/{reference}/misused', again: 'refused', shows: '.errors', seat: 'alerter', at: `${known.lookedFor.due}/misused`, act: send },
    { route: '/alerts/new', seat: 'alerter', at: '/alerts/new' },
    { route: '/alerts/new', again: 'refused', shows: '.errors', seat: 'alerter', at: '/alerts/new', act: send },
    { route: '/alerts/{reference}', seat: 'alerter', at: known.lookedFor.due },
    { route: '/alerts/{reference}/reason', seat: 'judge', at: `${known.lookedFor.due}/reason` },
    { route: '/alerts/{reference}/correct', seat: 'alerter', at: `${known.lookedFor.due}/correct` },
    { route: '/alerts/{reference}/activate', seat: 'judge', at: `${known.lookedFor.proposed}/activate` },
    { route: '/alerts/{reference}/extend', seat: 'judge', at: `${known.lookedFor.due}/extend` },
    { route: '/alerts/{reference}/withdraw', seat: 'alerter', at: `${known.lookedFor.due}/withdraw` },
    { route: '/status', seat: 'authority', at: '/status' },
    { route: '/status/report', seat: 'authority', at: '/status/report' },
    { route: '/status/report', again: 'refused', shows: '.errors', seat: 'authority', at: '/status/report', act: send },
    { route: '/status/report', again: 'asked once more', shows: 'button[value=send]', seat: 'authority', at: '/status/report', act: (page) => writeStatus(page, { number: 'ZS1000002', reference: 'SCREENS-2' }) },
    { route: '/status/report-range', seat: 'authority', at: '/status/report-range' },
    { route: '/status/report-pattern', seat: 'authority', at: '/status/report-pattern' },
    { route: '/status/find', seat: 'authority', at: '/status/find' },
    { route: '/status/{id}', seat: 'authority', at: known.entry },
    { route: '/status/{id}/correct', seat: 'authority', at: `${known.entry}/correct` },
    { route: '/status/{id}/withdraw', seat: 'authority', at: `${known.entry}/withdraw` },

    { route: '/campaigns', seat: 'delegate', at: '/campaigns' },
    { route: '/campaigns/compare', seat: 'delegate', at: '/campaigns/compare' },
    { route: '/campaigns/new', seat: 'delegate', at: '/campaigns/new' },
    { route: '/campaigns/new', again: 'refused', shows: '.errors', seat: 'delegate', at: '/campaigns/new', act: send },
    { route: '/campaigns/{reference}', seat: 'delegate', at: '/campaigns/HND-1' },
    { route: '/campaigns/{reference}/write', seat: 'writer', at: '/campaigns/HND-4/write' },
    { route: '/campaigns/{reference}/evaluate', seat: 'writer', at: '/campaigns/HND-2/evaluate' },
    { route: '/comments', seat: 'delegate', at: '/comments' },
    { route: '/comments/convene', seat: 'coordinator', at: '/comments/convene' },
    { route: '/comments/{reference}', seat: 'delegate', at: COMMENTS },
    { route: '/comments/{reference}/table', seat: 'delegate', at: `${COMMENTS}/table` },
    { route: '/comments/{reference}/comment', seat: 'delegate', at: `${COMMENTS}/comment?place=2` },
    { route: '/comments/{reference}/withdraw/{id}', seat: 'delegate', at: known.comment.replace('/compile/', '/withdraw/') },
    { route: '/comments/{reference}/nothing', seat: 'delegate', at: `${COMMENTS}/nothing` },
    { route: '/comments/{reference}/extension', seat: 'delegate', at: `${COMMENTS}/extension` },
    { route: '/comments/{reference}/time', seat: 'coordinator', at: `${COMMENTS}/time` },
    { route: '/comments/{reference}/compile/{id}', seat: 'coordinator', at: known.comment },

    { route: '/decisions', seat: 'delegate', at: '/decisions' },
    { route: '/decisions/add', seat: 'coordinator', at: '/decisions/add' },
    { route: '/decisions/imports', seat: 'coordinator', at: '/decisions/imports' },
    { route: '/decisions/imports/{id}', seat: 'coordinator', at: known.drafts },
    { route: '/decisions/imports/{id}/{place}', seat: 'coordinator', at: `${known.drafts}/2` },
    { route: '/decisions/{reference}', seat: 'delegate', at: '/decisions/RCM-VIII-2003-DEC-7' },
    { route: '/decisions/{reference}/history', seat: 'coordinator', at: '/decisions/RCM-VIII-2003-DEC-7/history' },

    { route: '/meetings', seat: 'delegate', at: '/meetings' },
    { route: '/meetings/plan', seat: 'coordinator', at: '/meetings/plan' },
    { route: '/meetings/plan', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/meetings/plan', act: send },
    { route: '/meetings/{reference}', seat: 'delegate', at: '/meetings/RCM-VIII' },
    { route: '/meetings/{reference}/change', seat: 'coordinator', at: '/meetings/RCM-IX/change' },
    { route: '/meetings/{reference}/correct', seat: 'coordinator', at: '/meetings/RCM-IX/correct' },
    { route: '/meetings/{reference}/agenda', seat: 'coordinator', at: '/meetings/RCM-VIII/agenda' },
    { route: '/meetings/{reference}/agenda/new', seat: 'coordinator', at: '/meetings/RCM-VIII/agenda/new' },
    { route: '/meetings/{reference}/agenda/{item}', seat: 'coordinator', at: '/meetings/RCM-VIII/agenda/2' },
    { route: '/meetings/{reference}/attendance', seat: 'coordinator', at: '/meetings/RCM-VIII/attendance' },
    { route: '/meetings/{reference}/statements', seat: 'coordinator', at: '/meetings/RCM-VIII/statements' },
    { route: '/meetings/{reference}/statements/{place}', seat: 'coordinator', at: '/meetings/RCM-VIII/statements/1' },
    { route: '/meetings/{reference}/minutes', seat: 'coordinator', at: '/meetings/RCM-VIII/minutes' },
    { route: '/meetings/{reference}/minutes/adopt', seat: 'coordinator', at: '/meetings/RCM-VIII/minutes/adopt' },
    { route: '/meetings/{reference}/minutes/{language}', seat: 'coordinator', at: '/meetings/RCM-VIII/minutes/es' },
    { route: '/meetings/{reference}/minutes/{language}', again: 'overtaken', shows: '.beside', seat: 'coordinator', at: '/meetings/RCM-VIII/minutes/es', act: saveOvertaken },
    { route: '/meetings/{reference}/minutes/{language}/{version}', seat: 'delegate', at: '/meetings/RCM-VIII/minutes/es/2' },

    { route: '/members', seat: 'coordinator', at: '/members' },
    { route: '/members/applications/new', seat: 'coordinator', at: '/members/applications/new', shows: '.errors', act: send },
    { route: '/members/applications/{application}', seat: 'coordinator', at: known.application },
    { route: '/members/invite', seat: 'coordinator', at: '/members/invite' },
    { route: '/members/{code}', seat: 'delegate', at: '/members/MEX' },
    { route: '/members/{code}/delegation', seat: 'coordinator', at: '/members/XSI/delegation' },
    { route: '/members/{code}/dismiss', seat: 'coordinator', at: '/members/XSI/dismiss' },
    { route: '/bodies', seat: 'delegate', at: '/bodies' },
    { route: '/bodies/new', seat: 'coordinator', at: '/bodies/new?code=TS' },
    { route: '/presidencies', seat: 'delegate', at: '/presidencies' },
    { route: '/presidencies/new', seat: 'coordinator', at: '/presidencies/new' },
    { route: '/search', seat: 'delegate', at: '/search?q=retorno' },
    { route: '/papers', seat: 'delegate', at: '/papers' },
    { route: '/papers/news', seat: 'delegate', at: '/papers/news' },
    { route: '/papers/file', seat: 'coordinator', at: '/papers/file' },
    { route: '/papers/file', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/papers/file', act: send },
    { route: '/papers/{reference}', seat: 'delegate', at: '/papers/RCM-VIII-1' },
    { route: '/papers/{reference}/class', seat: 'coordinator', at: '/papers/RCM-VIII-1/class' },
    { route: '/papers/{reference}/class', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/papers/RCM-VIII-1/class', act: send },
    { route: '/papers/{reference}/texts/{text}/changes', seat: 'delegate', at: '/papers/RCM-VIII-2/texts/es-2/changes' },
    { route: '/library', seat: 'nobody', at: '/library' },
    { route: '/library/{reference}', seat: 'nobody', at: '/library/RCM-VIII-2' },
    { route: '/papers/{reference}/languages', seat: 'delegate', at: '/papers/RCM-VIII-3/languages' },
    { route: '/papers/{reference}/languages/{hash}', shows: 'main form[action*="/languages/"]', seat: 'delegate', at: '/papers/RCM-VIII-3/languages', act: (page) => press(page, '.flag a') },
    { route: '/papers/{reference}/add', seat: 'coordinator', at: '/papers/RCM-VIII-1/add' },
    { route: '/obligations', seat: 'delegate', at: '/obligations' },
    { route: '/obligations/{reference}', seat: 'delegate', at: '/obligations/RCM-VIII-2003-DEC-15.1' },
    { route: '/following', seat: 'delegate', at: '/following' },
    { route: '/following', again: 'refused', shows: '.errors', seat: 'delegate', at: '/following', act: (page) => press(page, 'main form[action="/following/follow"] .card button, main .card form[action="/following/follow"] button') },
    { route: '/today', seat: 'delegate', at: '/today' },
    { route: '/evaluations', seat: 'delegate', at: '/evaluations' },
    { route: '/evaluations/new', seat: 'coordinator', at: '/evaluations/new' },
    { route: '/evaluations/new', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/evaluations/new', act: send },
    { route: '/evaluations/{reference}', seat: 'delegate', at: '/evaluations/RCM-VIII-EVA-3' },
    { route: '/evaluations/{reference}', again: 'being prepared', shows: 'form[action$="/open"]', seat: 'coordinator', at: '/evaluations/RCM-VIII-EVA-4' },
    { route: '/evaluations/{reference}/prepare', seat: 'coordinator', at: '/evaluations/RCM-VIII-EVA-4/prepare' },
    { route: '/evaluations/{reference}/questions', seat: 'coordinator', at: '/evaluations/RCM-VIII-EVA-4/questions' },
    { route: '/evaluations/{reference}/questions', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/evaluations/RCM-VIII-EVA-4/questions', act: send },
    { route: '/evaluations/{reference}/answer', seat: 'delegate', at: '/evaluations/RCM-VIII-EVA-3/answer' },
    { route: '/evaluations/{reference}/answer', again: 'refused', shows: '.errors', seat: 'delegate', at: '/evaluations/RCM-VIII-EVA-3/answer', act: (page) => press(page, 'button[value=give]') },
    { route: '/evaluations/{reference}/answers', seat: 'delegate', at: '/evaluations/RCM-VIII-EVA-1/answers' },
    { route: '/evaluations/{reference}/answers/{item}', seat: 'delegate', at: '/evaluations/RCM-VIII-EVA-1/answers/HND' },
    { route: '/evaluations/{reference}/time', seat: 'evaluator', at: '/evaluations/RCM-VIII-EVA-3/time' },
    { route: '/evaluations/{reference}/report', seat: 'delegate', at: '/evaluations/RCM-VIII-EVA-1/report' },
    { route: '/evaluations/{reference}/findings', seat: 'evaluator', at: '/evaluations/RCM-VIII-EVA-1/findings' },
    { route: '/evaluations/{reference}/findings', again: 'refused', shows: '.errors', seat: 'evaluator', at: '/evaluations/RCM-VIII-EVA-2/findings', act: send },
    { route: '/evaluations/{reference}/recommendations', seat: 'evaluator', at: '/evaluations/RCM-VIII-EVA-1/recommendations?item=1' },
    { route: '/evaluations/{reference}/recommendations/{item}', seat: 'coordinator', at: '/evaluations/RCM-VIII-EVA-1/recommendations/2', shows: '.errors', act: send },
    { route: '/exercises', seat: 'coordinator', at: '/exercises' },
    { route: '/exercises/new', seat: 'coordinator', at: '/exercises/new' },
    { route: '/exercises/new', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/exercises/new', act: send },
    { route: '/exercises/{reference}', seat: 'delegate', at: '/exercises/RCM-EXR-1' },
    { route: '/exercises/{reference}/counts', seat: 'writer', at: '/exercises/RCM-EXR-1/counts' },
    { route: '/exercises/{reference}/findings', seat: 'coordinator', at: '/exercises/RCM-EXR-1/findings', shows: '.errors', act: send },
    { route: '/exercises/{reference}/findings/{item}', seat: 'coordinator', at: '/exercises/RCM-EXR-1/findings/1', shows: '.errors', act: send },
    { route: '/drafting', seat: 'delegate', at: '/drafting' },
    { route: '/drafting/new', seat: 'coordinator', at: '/drafting/new', shows: '.errors', act: send },
    { route: '/drafting/{reference}', seat: 'coordinator', at: '/drafting/RCM-DR-7' },
    { route: '/drafting/{reference}/basis', seat: 'coordinator', at: '/drafting/RCM-DR-7/basis' },
    { route: '/drafting/{reference}/basis', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/drafting/RCM-DR-7/basis', act: send },
    { route: '/drafting/{reference}/changes', seat: 'delegate', at: '/drafting/RCM-DR-7/changes' },
    { route: '/drafting/{reference}/propose', seat: 'delegate', at: '/drafting/RCM-DR-7/propose?item=1' },
    { route: '/drafting/{reference}/proposals/{id}', seat: 'coordinator', at: '/drafting/RCM-DR-7/proposals/1' },
    { route: '/drafting/{reference}/hand-over', seat: 'coordinator', at: '/drafting/RCM-DR-7/hand-over' },
    { route: '/training', seat: 'coordinator', at: '/training' },
    { route: '/training/courses/new', seat: 'coordinator', at: '/training/courses/new', shows: '.errors', act: send },
    { route: '/training/new', seat: 'coordinator', at: '/training/new' },
    { route: '/training/new', again: 'refused', shows: '.errors', seat: 'coordinator', at: '/training/new', act: send },
    { route: '/training/{reference}', seat: 'delegate', at: '/training/RCM-TRN-1' },
    { route: '/training/{reference}/people', seat: 'delegate', at: '/training/RCM-TRN-1/people' },
    { route: '/training/{reference}/people/{person}', seat: 'coordinator', at: known.nominee },
    { route: '/training/{reference}/feedback', seat: 'delegate', at: '/training/RCM-TRN-1/feedback' },
    { route: '/certificates', seat: 'nobody', at: '/certificates?code=RCM-00000-00000' },
    { route: '/sheets', seat: 'delegate', at: '/sheets' },
    { route: '/sheets/{reference}', seat: 'delegate', at: '/sheets/HND-family-reunification' },
    { route: '/sheets/{reference}', again: 'waits', shows: 'form[action$="/publish"]', seat: 'coordinator', at: '/sheets/HND-return' },
    { route: '/sheets/{reference}/write', seat: 'writer', at: '/sheets/HND-children/write' },
    { route: '/sheets/{reference}/write', again: 'refused', shows: '.errors', seat: 'writer', at: '/sheets/HND-children/write', act: send },
    { route: '/silence', seat: 'delegate', at: '/silence' },
    { route: '/silence/open', seat: 'presidency', at: '/silence/open', shows: '.errors', act: send },
    { route: '/silence/{reference}', seat: 'delegate', at: '/silence/RCGM-2004-1-NO-3' },
    { route: '/silence/{reference}/position', seat: 'delegate', at: '/silence/RCGM-2004-1-NO-3/position' },
    { route: '/silence/{reference}/comment', seat: 'delegate', at: '/silence/RCGM-2004-1-NO-3/comment' },
    { route: '/silence/{reference}/extension', seat: 'delegate', at: '/silence/RCGM-2004-1-NO-3/extension' },
    { route: '/silence/{reference}/preside', seat: 'presidency', at: '/silence/RCGM-2004-1-NO-3/preside' },
    { route: '/silence/{reference}/again', seat: 'presidency', at: '/silence/RCGM-2004-1-NO-2/again' },

    { route: '/imports', seat: 'authority', at: '/imports' },
    { route: '/imports', again: 'offering alerts', shows: 'main a[href="/imports/alerts"]', seat: 'expert', at: '/imports' },
    { route: '/imports/status', seat: 'authority', at: '/imports/status' },
    { route: '/imports/status', again: 'refused', shows: '.errors', seat: 'authority', at: '/imports/status', act: (page) => press(page, 'button[value=import]') },
    { route: '/imports/alerts', seat: 'author', at: '/imports/alerts' },
    { route: '/imports/{id}', seat: 'authority', at: known.entered },
    { route: '/imports/{id}', again: 'faults', shows: '#faults-caption', seat: 'authority', at: known.refused },
    { route: '/imports/{id}', again: 'under way', shows: 'progress', seat: 'authority', at: '/imports/status', act: startImport },

    { route: '/about/routes', seat: 'operator', at: '/about/routes' },
    { route: '/api', seat: 'nobody', at: '/api' },
    { route: '/problems', seat: 'nobody', at: '/problems' },
    { route: '/problems/{code}', seat: 'nobody', at: '/problems/invalid-input' },
    { route: '/operation', seat: 'operator', at: '/operation' },
    { route: '/operation', again: 'concerns wait', shows: '.notice.soon', seat: 'supervisor', at: '/operation' },
    { route: '/oversight/concerns', seat: 'supervisor', at: '/oversight/concerns' },
    { route: '/oversight/concerns/{concern}', seat: 'supervisor', at: known.concern },
    { route: '/oversight/concerns/{concern}', again: 'refused', shows: '.errors', seat: 'supervisor', at: known.concern, act: (page) => press(page, 'form[action$="/close"] button') },
  ];
}
