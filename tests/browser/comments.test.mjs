// A comment round: the secretariat asks, two States and an observer answer, one of them by telephone without script, and the table leaves the house.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axeFaultsInBothSchemes, frameFaults } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 300_000 };
const here = await stage();
const PATH = '/comments/BROWSER-COM-1';

const text = (page) => page.textContent('main');
const send = (page) => press(page, 'main form[method=post] button[type=submit]');

/** Comments on the paragraph that its page names. */
async function comment(page, paragraph, words) {
  await page.goto(PATH);
  await press(page, `section[aria-labelledby=${paragraph}] a[href*="/comment"]`);
  await page.fill('#text', words);
  await send(page);
  assert.equal(at(page), PATH);
}

/** Takes what a link offers, as a browser keeps it. */
async function taken(page, selector) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a round from its convening to its table, in two languages', LIMIT, async (t) => {
  const coordinator = await here.as(t, 'coordinator', 'XSV', { language: 'es' });
  await coordinator.goto('/comments/convene');
  await coordinator.fill('#symbol', 'BROWSER/COM/1');
  await coordinator.fill('#title_en', 'Draft guidelines (invented)');
  await coordinator.fill('#title_es', 'Proyecto de lineamientos (inventado)');
  await coordinator.fill('#text_en', '1. Each State names a contact.\n\n2. Contacts meet:\n\na) once a year.');
  await coordinator.fill('#text_es', '1. Cada país nombra un contacto.\n\n2. Los contactos se reúnen:');
  await send(coordinator);
  assert.match(await coordinator.textContent('#text_es-error'), /3 párrafos y el español 2/);
  await coordinator.fill('#text_es', '1. Cada país nombra un contacto.\n\n2. Los contactos se reúnen:\n\na) una vez al año.');
  await send(coordinator);
  assert.match(await text(coordinator), /Se pregunta a 11 miembros/);
  assert.deepEqual(await axeFaultsInBothSchemes(coordinator), []);
  await press(coordinator, 'button[value=change]');
  assert.equal(await coordinator.inputValue('#symbol'), 'BROWSER/COM/1', 'nothing that was typed is lost');
  await send(coordinator);
  await press(coordinator, 'button[value=send]');
  assert.equal(at(coordinator), PATH);

  const phone = await here.as(t, 'delegate', 'GTM', { language: 'es', script: false, width: 360, height: 720 });
  await comment(phone, 'p3', 'Dos veces al año. (ficticio)');
  const colleague = await here.as(t, 'delegate', 'MEX', { language: 'en' });
  await comment(colleague, 'p1', 'Two contacts would be safer. (invented)');
  await comment(await here.as(t, 'delegate', 'COL', { language: 'es' }), 'p3', 'Que se invite a observadores. (ficticio)');

  await phone.goto(PATH);
  assert.match(await text(phone), /Han respondido 2 de 11|han respondido 2 de 11/);
  await press(phone, 'section[aria-labelledby=p3] a[href*="/comment?place=3"]');
  assert.equal(await phone.inputValue('#text'), 'Dos veces al año. (ficticio)', 'one changes what stands');
  await phone.fill('#text', 'Tres veces al año. (ficticio)');
  await send(phone);
  assert.match(await phone.textContent('section[aria-labelledby=p3]'), /Reemplazó un comentario anterior/);
  await colleague.goto(PATH);
  const apart = await colleague.textContent('section[aria-labelledby=p3]');
  assert.ok(apart.indexOf('Tres veces') < apart.indexOf('Comments of observers'), apart);
  assert.deepEqual([...(await axeFaultsInBothSchemes(colleague)), ...(await frameFaults(colleague, 'en'))], []);
  assert.equal((await colleague.goto(`${PATH}/time`)).status(), 404, 'a delegate compiles nothing');

  await coordinator.goto(PATH);
  assert.equal(await coordinator.locator('a[href$="/nothing"], a[href*="/comment?place"]').count(), 0, 'the secretariat has no comment');
  await press(coordinator, 'section[aria-labelledby=p3] a[href*="/compile/"]');
  await coordinator.check('input[value=partly_taken]');
  await coordinator.fill('#text', 'Dos veces, si hay fondos. (ficticio)');
  await send(coordinator);
  assert.match(await coordinator.textContent('section[aria-labelledby=p3]'), /aceptado en parte/);

  await press(coordinator, `a[href="${PATH}/table"]`);
  assert.deepEqual([...(await axeFaultsInBothSchemes(coordinator)), ...(await frameFaults(coordinator, 'es'))], []);
  const csv = await taken(coordinator, 'a[href$="format=csv"]');
  assert.equal(csv.name, 'BROWSER-COM-1.csv');
  const rows = csv.bytes.toString('utf8').split('\r\n');
  assert.equal(rows[0], 'paragraph,party,received_at,late,language,comment,reply,reply_text');
  assert.match(rows[2], /^2 a,GTM,.*,false,es,Tres veces al año\. \(ficticio\),partly_taken,"Dos veces, si hay fondos\. \(ficticio\)"$/);
  const docx = await taken(coordinator, 'a[href$="format=docx"]');
  assert.equal(docx.name, 'BROWSER-COM-1.docx');
  assert.equal(docx.bytes.subarray(0, 2).toString(), 'PK');
  assert.ok(docx.bytes.includes('word/document.xml'));
});
