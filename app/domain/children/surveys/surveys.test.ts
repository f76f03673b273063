import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { askDue } from '#app/domain/base/communities/told.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { addCodes, noteConsent, setSeats, stopCode } from './codes.ts';
import { addFromBank, moveItem, publishSurvey, putAwaySurvey, removeItem, saveHead, saveItem } from './edit-survey.ts';
import { enterSheets } from './enter-sheets.ts';
import { ItemInput } from './input.ts';
import { findInstrument, instruments } from './instruments.ts';
import { mixSheets } from './mix-sheets.ts';
import { type Answers, type Definition, faultsOf, shownItems, unpackAnswers, valuesOf } from './model.ts';
import { definitionOf, getRound, getSurvey, listCampaigns, listRounds, partsOfRound, sheetsOf } from './read.ts';
import { closeDueRounds, closeRound, openRound, setInvited } from './rounds.ts';
import { beginSheet, handIn } from './sheets.ts';
import { startCampaign } from './start-campaign.ts';
import { importSurvey, startSurvey } from './start-survey.ts';
import { surveyComments, surveyResponses } from './tables.server.ts';
import { surveysDue } from './due.ts';

const worker = (db: Db, now = today) => as(db, 'community-worker', binhu, now);
const days = { opensOn: '2026-09-01', closesOn: '2026-09-10', invited: 40 };
const later = new Date('2026-09-11T02:00:00Z');

/** An open round of one instrument in Binhu. */
async function aRound(db: Db, from = 'children-8-12') {
  const ctx = worker(db);
  const survey = await startSurvey(ctx, binhu, { from, title: '' });
  await publishSurvey(ctx, binhu, survey, 1);
  const round = await openRound(ctx, binhu, survey, { title: '秋季', wave: 'baseline', ...days });
  return { ctx, survey, round };
}

async function aCode(db: Db, seats: number, kind: 'class' | 'slip' = 'class') {
  const made = await aRound(db);
  await noteConsent(made.ctx, binhu, made.round, { kind: 'school', givenBy: '示例小学', people: 40, refused: 0, givenOn: '2026-09-01' });
  const codes = await addCodes(made.ctx, binhu, made.round, { kind, label: '三年级', seats });
  return { ...made, codes, code: codes[0]! };
}

const everything = (definition: Definition): Answers =>
  Object.fromEntries(definition.items.filter(({ kind }) => kind !== 'text').map((item) => [item.id, valuesOf(definition, item)[0]!]));

describe('the instruments', () => {
  test('are five, without a fault, in both languages, for the young in short sentences', () => {
    expect(instruments.map(({ id, definition }) => [id, definition.items.length >= 20, faultsOf(definition)])).toEqual(
      [['children-4-7', false, []], ...['children-8-12', 'children-13-18', 'carers', 'staff'].map((id) => [id, true, []])]);
    for (const { text } of [...instruments[0]!.definition.items, ...instruments[1]!.definition.items]) expect(text.zh.length).toBeLessThanOrEqual(15);
  });

  test('ask the youngest eight things at most, on three faces, with a grown-up who knows what to say', () => {
    const { definition } = findInstrument('children-4-7')!;
    expect(definition.items.filter(({ isPractice }) => !isPractice)).toHaveLength(8);
    expect(definition.items.filter(({ isPractice }) => isPractice)).toHaveLength(3);
    expect([definition.scale, definition.script!.before.zh.includes('随时可以停'), definition.items.every(({ ask }) => ask?.zh && ask.en)]).toEqual(['faces-3', true, true]);
    const more = { ...definition, items: [...definition.items, { id: 'more', kind: 'scale' as const, theme: 'play' as const, text: { zh: '还有', en: 'More' } }] };
    expect(faultsOf(more).map(({ code }) => code)).toEqual(['too-many-for-youngest']);
    expect(faultsOf({ ...definition, items: definition.items.slice(1) }).map(({ code }) => code)).toEqual(['practice-three']);
  });

  test('ask children and carers the same, pair by pair', () => {
    const pairs = instruments.map(({ definition }) => definition.items.flatMap(({ pair }) => pair ?? []));
    expect(pairs[1]!.length).toBeGreaterThanOrEqual(20);
    expect(pairs[3]).toEqual(pairs[1]);
  });
});

describe('writing a survey', () => {
  test('begins with an instrument, is changed, published and put away', async ({ db }) => {
    const ctx = worker(db);
    const id = await startSurvey(ctx, binhu, { from: 'carers', title: '我们的问卷' });
    await saveHead(ctx, binhu, id, { edition: 1, titleZh: '新名', titleEn: 'New', introZh: '', introEn: '', languages: 'zh+en' });
    await saveItem(ctx, binhu, id, ItemInput.parse({ edition: '2', id: 'library', kind: 'choice', theme: 'education', textZh: '常去图书馆吗？', textEn: 'Do you use the library?', options: 'yes | 去 | Yes\nno | 不去 | No', showItem: 'child-age', showIn: '7-18' }));
    await moveItem(ctx, binhu, id, { edition: 3, id: 'library', to: 'up' });
    await removeItem(ctx, binhu, id, { edition: 4, id: 'play-near' });
    await addFromBank(ctx, binhu, id, { edition: 5, from: 'carers', items: ['play-near', 'play-safe'] });
    const { draft } = await getSurvey(ctx, binhu, id);
    expect([draft.title.zh, draft.items.at(-1)!.id, draft.items.filter(({ id: name }) => name === 'play-safe').length]).toEqual(['新名', 'play-near', 1]);
    expect(await publishSurvey(ctx, binhu, id, 6)).toBe(1);
    await expect(publishSurvey(ctx, binhu, id, 7)).rejects.toThrow('survey-unchanged');
    await putAwaySurvey(ctx, binhu, id, 7);
    await expect(openRound(ctx, binhu, id, { title: '一', wave: 'once', ...days })).rejects.toThrow('survey-not-published');
    expect((await db.select().from(records)).map(({ event }) => event)).toEqual(expect.arrayContaining(['survey.started', 'survey.changed', 'survey.published', 'survey.put-away']));
  });

  test('is refused with an old edition, a name used twice, unreadable options, or faults', async ({ db }) => {
    const ctx = worker(db);
    const id = await startSurvey(ctx, binhu, { from: 'staff', title: '' });
    const item = (more: object) => saveItem(ctx, binhu, id, ItemInput.parse({ edition: '1', id: 'x', kind: 'scale', theme: 'play', textZh: '问题', ...more }));
    await expect(item({ edition: '9' })).rejects.toThrow('changed-meanwhile');
    await expect(item({ id: 'play-near' })).rejects.toThrow('survey-item-twice');
    await expect(item({ was: 'gone' })).rejects.toThrow('survey-item-not-found');
    await expect(item({ kind: 'choice', options: '甲 | 甲' })).rejects.toThrow('survey-options-unreadable');
    await item({ showItem: 'words', showIn: 'yes' });
    await expect(publishSurvey(ctx, binhu, id, 2)).rejects.toThrow('survey-has-faults');
    expect(faultsOf((await getSurvey(ctx, binhu, id)).draft).map(({ code }) => code)).toEqual(['no-english', 'shown-by-unknown']);
  });

  test('goes out and comes back as a file; nonsense does not', async ({ db }) => {
    const ctx = worker(db);
    const id = await importSurvey(ctx, binhu, JSON.stringify(instruments[0]!.definition));
    expect((await getSurvey(ctx, binhu, id)).draft).toEqual(instruments[0]!.definition);
    for (const text of ['{', '{"title":1}', JSON.stringify({ ...instruments[0]!.definition, audience: 'dogs' })]) await expect(importSurvey(ctx, binhu, text)).rejects.toThrow('survey-file-unreadable');
  });

  test('is nobody else’s: neighbours, other roles, visitors', async ({ db }) => {
    const { survey, round } = await aRound(db);
    for (const other of [as(db, 'community-worker', neighbour), as(db, 'expert', '*'), as(db, 'system-admin', '*')]) {
      await expect(getSurvey(other, binhu, survey)).rejects.toThrow('not-allowed');
      await expect(closeRound(other, binhu, round)).rejects.toThrow('not-allowed');
      await expect(enterSheets(other, binhu, round, [])).rejects.toThrow('not-allowed');
      await expect(startSurvey(other, binhu, { from: 'carers', title: '' })).rejects.toThrow('not-allowed');
    }
    await expect(listRounds(ctxOf(db), binhu)).rejects.toThrow('sign-in-needed');
    await expect(getRound(as(db, 'community-worker', neighbour), neighbour, round)).rejects.toThrow('survey-round-not-found');
  });
});

describe('answering with a code', () => {
  test('needs consent before children get one', async ({ db }) => {
    const { ctx, round } = await aRound(db);
    await expect(addCodes(ctx, binhu, round, { kind: 'class', label: '', seats: 3 })).rejects.toThrow('survey-consent-needed');
  });

  test('keeps the answers, the day, and nothing that says who', async ({ db }) => {
    const { round, code } = await aCode(db, 2);
    const signedIn = { ...ctxOf(db, person('expert', '*', 'somebody')), address: '203.0.113.9' };
    const { ticket, definition } = await beginSheet(signedIn, ` ${code.toLowerCase().slice(0, 4)} ${code.slice(4)}`);
    await handIn(signedIn, ticket, { ...everything(definition), 'play-safe': 'does-not-apply', 'play-time': 'rather-not-say', 'safe-road': '9', words: '多种一棵树' });
    const rows = await db.select().from(surveyResponses).where(eq(surveyResponses.roundId, round));
    expect(rows).toMatchObject([{ roundId: round, answeredOn: '2026-09-01', channel: 'web', answers: `1-?11111.${'1'.repeat(17)}` }]);
    expect(Object.keys(rows[0]!).toSorted()).toEqual(['answeredOn', 'answers', 'channel', 'countyCode', 'id', 'roundId']);
    expect(rows[0]!.id[14]).toBe('4');
    expect(unpackAnswers(definition, rows[0]!.answers)).toMatchObject({ levels: { 'play-near': 0, 'play-safe': null, 'play-time': null, 'safe-road': null }, self: { gender: 'girl', age: '8-9' } });
    expect(await db.select().from(surveyComments).where(eq(surveyComments.roundId, round))).toMatchObject([{ itemId: 'words', words: '多种一棵树' }]);
    const said = (await db.select().from(records)).filter(({ event, subjectId }) => event === 'moderation.received' || ((event === 'survey.answered' || event === 'survey.begun') && subjectId === round));
    expect(said).toHaveLength(3);
    for (const { actorId, actorName, requestId, facts } of said) expect([actorId, actorName, requestId, JSON.stringify(facts).includes(rows[0]!.id)]).toEqual(['', '', '', false]);
  });

  test('counts once, however often it is sent', async ({ db }) => {
    const { ctx, round, code } = await aCode(db, 1, 'slip');
    const { ticket, definition } = await beginSheet(ctxOf(db), code);
    for (const answers of [everything(definition), everything(definition)]) await handIn(ctxOf(db), ticket, answers);
    expect((await getRound(ctx, binhu, round)).sheets).toBe(1);
    await expect(beginSheet(ctxOf(db), code)).rejects.toThrow('survey-slip-used');
  });

  test('a slip begun twice is handed in once', async ({ db }) => {
    const { code } = await aCode(db, 1, 'slip');
    const [one, other] = [await beginSheet(ctxOf(db), code), await beginSheet(ctxOf(db), code)];
    await handIn(ctxOf(db), one.ticket, everything(one.definition));
    await expect(handIn(ctxOf(db), other.ticket, everything(other.definition))).rejects.toThrow('survey-slip-used');
  });

  test('hears kindly of a full class, until a seat is added; of a stopped and of an unknown code', async ({ db }) => {
    const { ctx, round, code } = await aCode(db, 1);
    await beginSheet(ctxOf(db), code);
    await expect(beginSheet(ctxOf(db), code)).rejects.toThrow('survey-class-full');
    const { codes: [row] } = await partsOfRound(ctx, await getRound(ctx, binhu, round));
    await setSeats(ctx, binhu, round, row!.id, 2);
    await beginSheet(ctxOf(db), code);
    await stopCode(ctx, binhu, round, row!.id);
    await expect(beginSheet(ctxOf(db), code)).rejects.toThrow('survey-code-stopped');
    await expect(beginSheet(ctxOf(db), 'ZZZZZZZZ')).rejects.toThrow('survey-code-unknown');
    await expect(setSeats(ctx, binhu, round, round, 3)).rejects.toThrow('survey-code-not-found');
  });

  test('is refused before, after, on another day, with a ticket of somebody’s own making, and with nothing said', async ({ db }) => {
    const { ctx, round, code } = await aCode(db, 9);
    const begun = await beginSheet(ctxOf(db), code);
    await expect(beginSheet(ctxOf(db, undefined, new Date('2026-08-30T02:00:00Z')), code)).rejects.toThrow('survey-not-yet');
    await expect(beginSheet(ctxOf(db, undefined, later), code)).rejects.toThrow('survey-over');
    await expect(handIn(ctxOf(db, undefined, new Date('2026-09-02T02:00:00Z')), begun.ticket, everything(begun.definition))).rejects.toThrow('survey-ticket-old');
    for (const ticket of ['', 'abc', begun.ticket.slice(2)]) await expect(handIn(ctxOf(db), ticket, {})).rejects.toThrow('survey-ticket-unreadable');
    await expect(handIn(ctxOf(db), begun.ticket, { 'practice-1': '1', words: '好' })).rejects.toThrow('survey-nothing-answered');
    await closeRound(ctx, binhu, round);
    await expect(handIn(ctxOf(db), begun.ticket, everything(begun.definition))).rejects.toThrow('survey-over');
  });

  test('a question that was not shown has no answer, whatever was sent', async ({ db }) => {
    const { ctx, round } = await aRound(db, 'carers');
    const [code] = await addCodes(ctx, binhu, round, { kind: 'class', label: '', seats: 5 });
    const { ticket, definition } = await beginSheet(ctxOf(db), code!);
    const answers = { ...everything(definition), 'child-age': '7-18' };
    expect(shownItems(definition, answers).map(({ id }) => id)).not.toContain('care-0-6');
    await handIn(ctxOf(db), ticket, answers);
    const [sheet] = await sheetsOf(ctx, await getRound(ctx, binhu, round));
    expect(unpackAnswers(definition, sheet!.answers).self).toMatchObject({ 'child-age': '7-18' });
    expect(unpackAnswers(definition, sheet!.answers).self).not.toHaveProperty('care-0-6');
  });
});

describe('a round', () => {
  test('mixes what came in on earlier days: new ids, one transaction, no order', async ({ db }) => {
    const { ctx, round } = await aRound(db, 'carers');
    const definition = await definitionOf(ctx, await getRound(ctx, binhu, round));
    await enterSheets(ctx, binhu, round, [everything(definition)]);
    const [before] = await db.select().from(surveyResponses).where(eq(surveyResponses.roundId, round));
    expect(await mixSheets(ctxOf(db))).toBe('0');
    expect(await mixSheets(ctxOf(db, undefined, new Date('2026-09-02T02:00:00Z')))).toBe('1');
    const [after] = await db.select().from(surveyResponses).where(eq(surveyResponses.roundId, round));
    expect(after).toEqual({ ...before!, id: after!.id });
    expect(after!.id).not.toBe(before!.id);
  });

  test('closes with its rate, as evidence of a survey of the year, and stays closed', async ({ db }) => {
    const { ctx, round } = await aRound(db, 'carers');
    const definition = await definitionOf(ctx, await getRound(ctx, binhu, round));
    await setInvited(ctx, binhu, round, 10);
    await enterSheets(ctx, binhu, round, Array.from({ length: 6 }, () => everything(definition)));
    expect((await askDue(ctx, [surveysDue], [binhu])).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['survey-round', days.closesOn]]);
    await closeRound(ctx, binhu, round);
    expect(await getRound(ctx, binhu, round)).toMatchObject({ state: 'closed', answered: 6, invited: 10 });
    await expect(closeRound(ctx, binhu, round)).rejects.toThrow('survey-round-closed');
    const { rows } = await db.execute(sql`select rule_id from evidence_citations where subject_id = ${`surveys:${round}`}`);
    expect(rows).toEqual([{ rule_id: 'A2.3' }]);
    expect((await db.select().from(records)).find(({ event, subjectId }) => event === 'survey.round-closed' && subjectId === round)).toMatchObject({ facts: { answered: 6, invited: 10, audience: 'carers' } });
  });

  test('closes by itself after its last day', async ({ db }) => {
    const { ctx, round } = await aRound(db);
    expect(await closeDueRounds(ctxOf(db, undefined, new Date('2026-09-10T02:00:00Z')))).toBe('0');
    expect(await closeDueRounds(ctxOf(db, undefined, later))).toBe('1');
    expect((await getRound(ctx, binhu, round)).state).toBe('closed');
    await expect(openRound(worker(db, later), binhu, (await getRound(ctx, binhu, round)).surveyId, { title: '迟', wave: 'once', ...days })).rejects.toThrow('survey-days-past');
  });
});

describe('a survey over many communities', () => {
  test('opens a round in each, with their own codes; only for those who may', async ({ db }) => {
    const city = as(db, 'government-officer', '3401');
    const surveyId = await startSurvey(city, '3401', { from: 'carers', title: '' });
    await publishSurvey(city, '3401', surveyId, 1);
    const input = { surveyId, title: '全市家长', wave: 'once' as const, ...days };
    expect(await startCampaign(city, '3401', { ...input, places: `${binhu}，${baohe}001` })).toMatchObject({ communities: 2 });
    const [round] = await listRounds(worker(db), binhu);
    expect((await definitionOf(worker(db), round!)).audience).toBe('carers');
    const [code] = await addCodes(worker(db), binhu, round!.id, { kind: 'class', label: '', seats: 2 });
    expect((await beginSheet(ctxOf(db), code!)).round.title).toBe('全市家长');
    await closeRound(worker(db), binhu, round!.id);
    expect(await listCampaigns(city, '3401')).toMatchObject([{ rounds: 2, closed: 1, answered: 0 }]);
    await expect(startCampaign(city, '3401', { ...input, places: '320102001' })).rejects.toThrow('survey-place-unknown');
    await expect(startCampaign(worker(db), binhu, { ...input, places: '' })).rejects.toThrow('not-allowed');
  });
});
