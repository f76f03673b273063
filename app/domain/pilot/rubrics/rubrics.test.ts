import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { importEdition } from '#app/domain/base/standard/import-edition.ts';
import { EditionFile } from '#app/domain/base/standard/input.ts';
import { publishEdition } from '#app/domain/base/standard/publish-edition.ts';
import { CallInput } from '#app/domain/pilot/calls/input.ts';
import { openCall } from '#app/domain/pilot/calls/open-call.ts';
import { publishCall } from '#app/domain/pilot/calls/publish-call.ts';
import { getCall } from '#app/domain/pilot/calls/read.ts';
import { aCall, aStandard, aUser } from '#tests/cycle.ts';
import { eventsOf, office } from '#tests/reviews.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { seedRubric } from '#seed/rubric.ts';
import { discardRubric, draftRubric } from './draft.ts';
import { editRubric } from './edit-rubric.ts';
import { rubricInForce, rubricOfCall } from './in-force.ts';
import { DraftInput, RubricInput } from './input.ts';
import { publishRubric } from './publish-rubric.ts';
import { draftChoices, getRubric, listRubrics, rubricAtDesk } from './read.ts';
import { rubrics } from './tables.server.ts';

const day = '2026-09-01';
let edition = '';
beforeEach<{ db: Db }>(async ({ db }) => {
  const file = EditionFile.parse({ ...JSON.parse(readFileSync('data/standard.json', 'utf8')), id: 'another-edition' });
  edition = await importEdition(office(db), file);
  await publishEdition(office(db), edition);
});

const drafted = (given: object = {}) => DraftInput.parse({ zh: '示范评分表', en: 'An example of a rubric', effectiveFrom: day, editionId: edition, ...given });
const typed = { zh: '示范评分表', en: 'An example of a rubric', effectiveFrom: day, revision: '0', passMark: '70', borderline: '3', minimumSample: '8' };
const edited = (given: object = {}) => RubricInput.parse({ ...typed, ...given });

async function published(db: Db, given: object = {}, settings: object = {}, who = office(db)) {
  const id = await draftRubric(who, drafted(given));
  await editRubric(who, id, edited({ zh: drafted(given).zh, effectiveFrom: drafted(given).effectiveFrom, ...settings }));
  await publishRubric(who, id);
  return id;
}

describe('drafting a rubric', () => {
  test.for([['section', 5], ['norm', 19], ['rule', 77]] as const)('by %s takes its %i items from the edition and leaves a record', async ([level, items], { db }) => {
    const id = await draftRubric(office(db), drafted({ level }));
    const { content, state } = await getRubric(office(db), id);
    expect([state, content.items.length, content.mustRules.length]).toEqual(['draft', items, 5]);
    expect(await eventsOf(db, id)).toEqual(['rubric.drafted']);
  });

  test('from an edition takes over what the office settled last; from a rubric it takes everything', async ({ db }) => {
    const later = as(db, 'programme-officer', '*', new Date('2028-01-05T02:00:00Z'));
    const first = await published(db, { effectiveFrom: '2028-02-01' }, { negativeZh: ['弄虚作假'], negativeEn: ['Forgery'], must: ['A1.1'], 'weight-A1': '9' }, later);
    const byRule = await getRubric(office(db), await draftRubric(office(db), drafted({ level: 'rule' })));
    expect(byRule.content).toMatchObject({ passMark: 70, borderline: 3, minimumSample: 8, negativeList: [{ id: 'neg-1', zh: '弄虚作假', en: 'Forgery' }] });
    const copy = await getRubric(office(db), await draftRubric(office(db), drafted({ editionId: '', basedOn: first })));
    expect(copy.content).toEqual((await getRubric(office(db), first)).content);
    expect(copy.editionId).toBe(edition);
  });

  test('is refused without a source, for a draft edition, and for a rubric that does not exist', async ({ db }) => {
    expect(DraftInput.safeParse({ zh: '示范评分表', en: 'Rubric', effectiveFrom: day }).error!.issues[0]!.message).toBe('rubric-source');
    await expect(draftRubric(office(db), drafted({ editionId: (await aStandard(db, 'draft')).editionId }))).rejects.toThrow('edition-not-published');
    await expect(draftRubric(office(db), drafted({ editionId: 'none' }))).rejects.toThrow('edition-not-found');
    await expect(draftRubric(office(db), drafted({ basedOn: '01890000-0000-7000-8000-000000000000' }))).rejects.toThrow('rubric-not-found');
  });
});

describe('editing a rubric', () => {
  test('keeps weights, must-rules in the order of the edition, the negative list and the marks of the office', async ({ db }) => {
    const id = await draftRubric(office(db), drafted());
    await editRubric(office(db), id, edited({ 'weight-A1': '7.5', must: ['E2.2', 'A4.2'], negativeId: ['', ''], negativeZh: ['甲', '乙'], negativeEn: ['one', 'two'] }));
    const { content, revision } = await getRubric(office(db), id);
    expect(content.items.find((item) => item.id === 'A1')!.weight).toBe(7.5);
    expect(content.items.find((item) => item.id === 'A2')!.weight).toBe(4);
    expect(content.mustRules.map((rule) => rule.id)).toEqual(['A4.2', 'E2.2']);
    expect(content.negativeList.map((item) => item.id)).toEqual(['neg-1', 'neg-2']);
    expect([content.passMark, revision]).toEqual([70, 1]);
    expect(await eventsOf(db, id)).toEqual(['rubric.drafted', 'rubric.edited']);
  });

  test('keeps the number of a negative item when another goes, and gives a new one its own', () => {
    const { negativeList } = edited({ negativeId: ['neg-3', '', 'neg-3', 'neg-9'], negativeZh: ['甲', '新', '同号', ''], negativeEn: ['a', 'new', 'same', ''] });
    expect(negativeList.map(({ id, zh }) => `${id} ${zh}`)).toEqual(['neg-3 甲', 'neg-4 新', 'neg-5 同号']);
  });

  test.for([
    [{ 'weight-A1': '-1' }, 'rubric-weight'], [{ 'weight-A1': 'viel' }, 'rubric-weight'], [{ negativeZh: ['只有中文'], negativeEn: [''] }, 'rubric-negative'],
  ] as const)('says what is wrong with %o', ([given, message]) => {
    expect(RubricInput.safeParse({ ...typed, ...given }).error!.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test('is refused in a second window, for items the edition does not have, and once published', async ({ db }) => {
    const id = await draftRubric(office(db), drafted());
    await editRubric(office(db), id, edited());
    await expect(editRubric(office(db), id, edited())).rejects.toThrow('changed-meanwhile');
    await expect(editRubric(office(db), id, edited({ revision: '1', must: ['Z9.9'] }))).rejects.toThrow('item-not-found');
    await expect(editRubric(office(db), id, edited({ revision: '1', 'weight-Z9': '1' }))).rejects.toThrow('item-not-found');
    await publishRubric(office(db), id);
    await expect(editRubric(office(db), id, edited({ revision: '1' }))).rejects.toThrow('rubric-not-draft');
  });
});

describe('publishing a rubric', () => {
  test('is for ever: neither a verb nor a hand in the database changes it', async ({ db }) => {
    const id = await published(db);
    expect((await eventsOf(db, id)).at(-1)).toBe('rubric.published');
    await expect(publishRubric(office(db), id)).rejects.toThrow('rubric-not-draft');
    await expect(discardRubric(office(db), id)).rejects.toThrow('rubric-not-draft');
    await db.update(rubrics).set({ zh: '改了' }).where(eq(rubrics.id, id));
    await db.delete(rubrics).where(eq(rubrics.id, id));
    expect(await getRubric(office(db), id)).toMatchObject({ zh: '示范评分表', state: 'published' });
  });

  test('is refused for a day that has passed, and with no weight at all', async ({ db }) => {
    const late = await draftRubric(office(db), drafted({ effectiveFrom: '2026-08-31' }));
    await expect(publishRubric(office(db), late)).rejects.toThrow('rubric-day-past');
    const empty = await draftRubric(office(db), drafted({ level: 'section' }));
    await editRubric(office(db), empty, edited(Object.fromEntries(['A', 'B', 'C', 'D', 'E'].map((section) => [`weight-${section}`, '0']))));
    await expect(publishRubric(office(db), empty)).rejects.toThrow('rubric-weightless');
  });

  test('a draft that is not wanted goes', async ({ db }) => {
    const id = await draftRubric(office(db), drafted());
    await discardRubric(office(db), id);
    await expect(getRubric(office(db), id)).rejects.toThrow('rubric-not-found');
    expect((await eventsOf(db, id)).at(-1)).toBe('rubric.discarded');
  });

  test('takes effect on its day', async ({ db }) => {
    const [now, later] = [await published(db), await published(db, { effectiveFrom: '2026-10-01' })];
    await draftRubric(office(db), drafted());
    expect(await rubricInForce(office(db), edition, '2026-08-31')).toBeNull();
    expect(await rubricInForce(office(db), edition, '2026-09-30')).toBe(now);
    expect(await rubricInForce(office(db), edition, '2026-10-01')).toBe(later);
    expect(await rubricInForce(office(db), 'other', '2026-10-01')).toBeNull();
  });
});

describe('the rubric of a call', () => {
  const draft = (db: Db, given: object = {}) => aCall(db, { editionId: edition, state: 'draft', publishedAt: null, ...given });

  test('is the one in force on the day of publishing, and stays it', async ({ db }) => {
    await aUser(db, 'office');
    const [id, callId] = [await published(db), await draft(db)];
    await publishCall(office(db), callId);
    await published(db, { level: 'rule' });
    const call = await getCall(office(db), callId);
    expect([call.rubricId, call.rubric!.zh]).toEqual([id, '示范评分表']);
    expect((await rubricOfCall(office(db), call)).items).toHaveLength(19);
  });

  test('is the one that was chosen beforehand, whatever is in force', async ({ db }) => {
    const chosen = await published(db, { level: 'section' });
    await published(db);
    const callId = await draft(db, { rubricId: chosen });
    await publishCall(office(db), callId);
    expect((await getCall(office(db), callId)).rubricId).toBe(chosen);
  });

  test('cannot be chosen while it is a draft, nor for another edition', async ({ db }) => {
    const { editionId: other, questionSetId } = await aStandard(db);
    const call = (editionId: string, rubricId: string) => openCall(office(db), CallInput.parse({
      title: '2026 年第一批', editionId, questionSetId, rubricId, places: '10', applicantLevels: ['township'], opensOn: '2026-09-01', closesOn: '2026-09-15',
      checkDays: '10', returnDays: '10', reviewsPerApplication: '3', scoreFrom: '0', scoreTo: '100', noticeDays: '7', answerDays: '10',
    }));
    const id = await draftRubric(office(db), drafted());
    await expect(call(edition, id)).rejects.toThrow('rubric-unfit');
    await publishRubric(office(db), id);
    await expect(call(other, id)).rejects.toThrow('rubric-unfit');
    expect(await getCall(office(db), await call(edition, id))).toMatchObject({ rubricId: id, rubric: { zh: '示范评分表', level: 'norm' } });
  });

  test('without any, are the sections of its edition', async ({ db }) => {
    const callId = await draft(db);
    await publishCall(office(db), callId);
    const call = await getCall(office(db), callId);
    expect(call.rubricId).toBeNull();
    expect(await rubricOfCall(office(db), call)).toMatchObject({ level: 'section', passMark: null, items: [{ id: 'A', weight: 1 }, { id: 'B' }, { id: 'C' }, { id: 'D' }, { id: 'E' }] });
  });
});

describe('the default rubric', () => {
  test('is made of the edition once, by norm, and never again', async ({ db }) => {
    expect(await seedRubric(office(db), edition)).toBe('loaded');
    expect(await seedRubric(office(db), edition)).toBe('known');
    const id = await rubricInForce(office(db), edition, day);
    const { content } = await getRubric(office(db), id!);
    expect([content.level, content.items.length, content.mustRules.length, content.negativeList.length]).toEqual(['norm', 19, 5, 6]);
    expect(await eventsOf(db, id!)).toEqual(['rubric.published']);
  });
});

describe('the pages of rubrics', () => {
  test('list drafts and published ones, and compare with the one before', async ({ db }) => {
    const first = await published(db);
    const id = await draftRubric(office(db), drafted({ editionId: '', basedOn: first }));
    await editRubric(office(db), id, edited({ passMark: '60', must: ['A4.2'], 'weight-A1': '14', negativeZh: ['弄虚作假'], negativeEn: ['Forgery'] }));
    expect((await listRubrics(office(db))).rows.slice(0, 2).map((row) => [row.id, row.state])).toEqual([[id, 'draft'], [first, 'published']]);
    const { changes, earlier, rules } = await rubricAtDesk(office(db), id);
    expect([earlier!.id, rules.length]).toEqual([first, 77]);
    expect(changes[0]).toEqual({ what: 'passMark', before: '70', after: '60' });
    expect(changes.filter(({ what }) => what === 'item')).toMatchObject([{ id: 'A1', before: '4 (5.2%)', after: '14 (16.1%)' }]);
    expect(changes).toContainEqual(expect.objectContaining({ what: 'must', id: 'A4.2', before: null }));
    expect(changes).toContainEqual(expect.objectContaining({ what: 'negative', id: 'neg-1', before: null, after: '弄虚作假' }));
    const choices = await draftChoices(office(db));
    expect(choices.rubrics.map((one) => one.id)).toContain(first);
    expect(choices.rubrics.map((one) => one.id)).not.toContain(id);
  });

  test('and every verb are for the national programme office alone', async ({ db }) => {
    const id = await draftRubric(office(db), drafted());
    for (const who of [as(db, 'programme-officer', hefei), as(db, 'government-officer', '*'), as(db, 'expert', '*'), as(db, 'system-admin', '*')]) {
      await expect(draftRubric(who, drafted())).rejects.toThrow('not-allowed');
      await expect(editRubric(who, id, edited())).rejects.toThrow('not-allowed');
      await expect(publishRubric(who, id)).rejects.toThrow('not-allowed');
      await expect(discardRubric(who, id)).rejects.toThrow('not-allowed');
    }
    for (const who of [as(db, 'government-officer', '*'), as(db, 'expert', '*')]) {
      await expect(listRubrics(who)).rejects.toThrow('not-allowed');
      await expect(rubricAtDesk(who, id)).rejects.toThrow('not-allowed');
      await expect(draftChoices(who)).rejects.toThrow('not-allowed');
    }
    await expect(listRubrics(ctxOf(db))).rejects.toThrow('sign-in-needed');
  });
});
