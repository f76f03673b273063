import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, ctxOf, test } from '#tests/world.ts';
import { addCodes } from './codes.ts';
import { publishSurvey } from './edit-survey.ts';
import { enterSheets } from './enter-sheets.ts';
import { followRegions } from './follow-regions.ts';
import { getRound, getSurvey, sheetsOf } from './read.ts';
import { openRound } from './rounds.ts';
import { beginSheet } from './sheets.ts';
import { startSurvey } from './start-survey.ts';
import { surveyRounds } from './tables.server.ts';

const changeId = '01900000-0000-7000-8000-00000000000a';
const [old, fresh] = ['340196', '340195'];

describe('what follows a change of regions', () => {
  test('surveys and rounds go on in the new county with their codes and sheets, once', async ({ db }) => {
    await aRegion(db, old);
    const ctx = as(db, 'government-officer', old);
    const survey = await startSurvey(ctx, old, { from: 'carers', title: '' });
    await publishSurvey(ctx, old, survey, 1);
    const round = await openRound(ctx, old, survey, { title: '一轮', wave: 'once', opensOn: '2026-09-01', closesOn: '2026-09-09', invited: 3 });
    const [code] = await addCodes(ctx, old, round, { kind: 'class', label: '', seats: 3 });
    await enterSheets(ctx, old, round, [{ 'play-near': '2' }]);
    const planned = planChange([{ kind: 'recode', fromCode: old, fromName: '', toCode: fresh, toName: '新区' }], ['34', '3401', old].map((unit) => ({ code: unit, name: `区${unit}` })));
    if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
    await change(ctxOf(db, system), (tx) => applyPlan(tx, changeId, planned.plan));

    expect(await followRegions(ctxOf(db, system), changeId)).toBe('2');
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('0');
    const there = as(db, 'government-officer', fresh);
    expect((await getSurvey(there, fresh, survey)).countyCode).toBe(340195);
    const moved = await getRound(there, fresh, round);
    expect([moved.surveyCounty, moved.sheets, (await sheetsOf(there, moved))[0]!.answers[0]]).toEqual([340195, 1, '2']);
    expect((await beginSheet(ctxOf(db), code!)).round.id).toBe(round);
    expect(await db.select({ code: surveyRounds.regionCode }).from(surveyRounds).where(eq(surveyRounds.id, round))).toEqual([{ code: fresh }]);
  });
});
