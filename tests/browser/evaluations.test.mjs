// An evaluation from its questionnaire to what is owed: two States answer, one of them twice, who evaluates reads both; then one whose time
// is over gets its report, and what a State accepts stands on its Today.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaultsInBothSchemes } from './accessible.mjs';
import { stage } from './stage.mjs';
import { at, press } from './walk.mjs';

const LIMIT = { timeout: 240_000 };
const here = await stage();
const PATH = '/evaluations/RCM-EVA-70';
const send = (to) => `main form[action$="${to}"] button[type=submit]`;

async function fillDay(page, name, day) {
  for (const [part, value] of [['day', day.getUTCDate()], ['month', day.getUTCMonth() + 1], ['year', day.getUTCFullYear()]]) {
    await page.fill(`[name=${name}-${part}]`, String(value));
  }
}

const inDays = (days) => new Date(Date.now() + days * 86_400_000);

async function fits(page, most) {
  const wide = await page.locator('body').evaluate((body) => body.scrollWidth);
  assert.ok(wide <= most, `${page.url()}: ${wide} px wide`);
}

async function prepare(secretary) {
  await secretary.goto('/evaluations/new');
  for (const [name, value] of [['symbol', 'RCM/EVA/70'], ['title_es', 'Siete años, otra vez (ficticio)'], ['purpose_es', 'Ver qué resultó. (ficticio)'], ['decision', 'RCM/VIII/2003/DEC/24']]) {
    await secretary.fill(`[name=${name}]`, value);
  }
  await secretary.check('[name=evaluators][value=MEX]');
  await fillDay(secretary, 'deadline', inDays(20));
  await press(secretary, send('/evaluations/new'));
  assert.equal(at(secretary), PATH);
  for (const [asks, es, en] of [['yes_no', '¿Sirvió? (ficticio)', 'Did it help? (invented)'], ['text', '¿Qué faltó? (ficticio)', 'What was missing? (invented)']]) {
    await secretary.goto(`${PATH}/questions`);
    await secretary.fill('[name=words_es]', es);
    await secretary.fill('[name=words_en]', en);
    await secretary.selectOption('[name=asks]', asks);
    await press(secretary, `${send('/questions')}:not([name])`);
  }
}

test('two States answer, one of them twice, and who evaluates reads both', LIMIT, async (t) => {
  const secretary = await here.as(t, 'coordinator', 'XSV', { language: 'en' });
  await prepare(secretary);
  const other = await here.as(t, 'delegate', 'GTM', { language: 'en' });
  // The control: nobody else sees it before it is open.
  assert.equal((await other.goto(PATH)).status(), 404);
  await secretary.goto(PATH);
  await press(secretary, send('/open'));
  assert.match(await secretary.textContent('main'), /0 of 11 members/);

  const telephone = await here.as(t, 'delegate', 'HND', { language: 'es', script: false, width: 320, height: 640 });
  await telephone.goto('/today');
  await press(telephone, `a[href="${PATH}/answer"]`);
  await telephone.fill('[name=unit]', 'Cancillería de muestra');
  await press(telephone, 'button[value=give]');
  assert.match(await telephone.textContent('.errors'), /Responda a esto o diga por qué/);
  assert.equal(await telephone.inputValue('[name=unit]'), 'Cancillería de muestra');
  await fits(telephone, 320);
  await telephone.check('[name=reply_1][value=yes]');
  await telephone.fill('[name=declined_2]', 'No se midió. (ficticio)');
  await press(telephone, 'button[value=save]');
  assert.match(await telephone.textContent('.notice'), /Todavía no se ha dado/);
  await telephone.goto(`${PATH}/answer`);
  assert.ok(await telephone.isChecked('[name=reply_1][value=yes]'), 'what was saved is there');
  await press(telephone, 'button[value=give]');
  await telephone.goto(`${PATH}/answer`);
  await telephone.check('[name=reply_1][value=part]');
  await telephone.fill('[name=unit]', 'Dirección de Migración de muestra');
  await press(telephone, 'button[value=give]');
  assert.match(await telephone.textContent('.notice'), /Su respuesta está dada/);

  await other.goto(`${PATH}/answer`);
  await other.fill('[name=unit]', 'Office (invented)');
  await other.check('[name=reply_1][value=no]');
  await other.fill('[name=reply_2]', 'Time. (invented)');
  await press(other, 'button[value=give]');
  await other.goto(`${PATH}/answers`);
  assert.doesNotMatch(await other.textContent('main'), /Honduras.*In part/s, 'nobody reads the others first');

  const evaluator = await here.as(t, 'delegate', 'MEX', { language: 'es' });
  await evaluator.goto(`${PATH}/answers`);
  const text = await evaluator.textContent('#q1-bars');
  assert.match(text.replace(/\s+/g, ' '), /Sí ?0.*En parte ?1.*No ?1/);
  assert.deepEqual(await axeFaultsInBothSchemes(evaluator), []);
  await evaluator.goto(`${PATH}/answers/HND`);
  assert.match(await evaluator.textContent('main'), /Dirección de Migración.*Cancillería/s, 'both are seen');

  const looked = await here.as(t, 'delegate', 'HND', { language: 'es', width: 320, height: 640 });
  for (const to of ['', '/answer', '/answers']) {
    await looked.goto(`${PATH}${to}`);
    await fits(looked, 320);
    assert.deepEqual(await axeFaultsInBothSchemes(looked), []);
  }
});

test('a finding, a recommendation, a response, and what is owed on Today', LIMIT, async (t) => {
  const ended = '/evaluations/RCM-VIII-EVA-2';
  const evaluator = await here.as(t, 'delegate', 'MEX', { language: 'es' });
  await evaluator.goto(`${ended}/findings`);
  await evaluator.fill('[name=words_es]', 'Se habla poco de los niños. (ficticio)');
  await press(evaluator, `${send('/findings')}:not([name])`);
  // The control: a finding rests on a question.
  assert.match(await evaluator.textContent('.errors'), /al menos una pregunta/);
  await evaluator.check('[name=questions][value="5"]');
  await press(evaluator, `${send('/findings')}:not([name])`);
  await evaluator.goto(`${ended}/recommendations`);
  await evaluator.fill('[name=words_es]', 'Hablar de los niños en cada reunión. (ficticio)');
  await evaluator.check('[name=findings][value="1"]');
  await evaluator.check('[name=addressees][value=GTM]');
  await press(evaluator, `${send('/recommendations')}:not([name])`);
  await press(evaluator, send('/publish'));
  assert.equal(at(evaluator), `${ended}/report`);
  assert.deepEqual(await axeFaultsInBothSchemes(evaluator), []);

  const addressed = await here.as(t, 'delegate', 'GTM', { language: 'en', width: 320, height: 640 });
  await addressed.goto('/today');
  await press(addressed, `a[href="${ended}/recommendations/1"]`);
  await addressed.check('[name=verdict][value=accepted]');
  await addressed.fill('[name=reason]', 'It is so. (invented)');
  await press(addressed, send('/recommendations/1'));
  assert.match(await addressed.textContent('.errors'), /what will be done/);
  await addressed.fill('[name=what]', 'Put children on each agenda. (invented)');
  await addressed.fill('[name=unit]', 'Office (invented)');
  await fillDay(addressed, 'due', inDays(30));
  await fits(addressed, 320);
  assert.deepEqual(await axeFaultsInBothSchemes(addressed), []);
  await press(addressed, send('/recommendations/1'));
  const owed = await addressed.getAttribute('#recommendation-1 a[href^="/obligations/"]', 'href');
  await addressed.goto('/today');
  assert.equal(await addressed.locator(`a[href="${owed}"]`).count(), 1);
  assert.equal(await addressed.locator(`a[href="${ended}/recommendations/1"]`).count(), 0);
  await addressed.goto(owed);
  assert.equal(await addressed.locator(`a[href="${ended}/report#recommendation-1"]`).count(), 1, 'the way back');
});
