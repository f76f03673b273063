import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { as, binhu, ctxOf } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { addCodes, noteConsent } from './codes.ts';
import { publishSurvey } from './edit-survey.ts';
import { closeRound, openRound } from './rounds.ts';
import { type Begun, beginSheet, handIn } from './sheets.ts';
import { startSurvey } from './start-survey.ts';
import { surveyCodes, surveyResponses } from './tables.server.ts';

describe('a class of forty at once', () => {
  let opened: ReturnType<typeof openDb>;
  beforeAll(async () => {
    opened = openDb((await workerDatabase()).appUrl, 16);
  });
  afterAll(() => opened.close());

  test('finds forty seats and not one more; forty sheets come in, each once though all are sent twice', async () => {
    const { db } = opened;
    const ctx = as(db, 'community-worker', binhu);
    const survey = await startSurvey(ctx, binhu, { from: 'children-8-12', title: '' });
    await publishSurvey(ctx, binhu, survey, 1);
    const round = await openRound(ctx, binhu, survey, { title: '一班', wave: 'once', opensOn: '2026-09-01', closesOn: '2026-09-02', invited: 40 });
    await noteConsent(ctx, binhu, round, { kind: 'school', givenBy: '示例小学', people: 40, refused: 0, givenOn: '2026-09-01' });
    const [code] = await addCodes(ctx, binhu, round, { kind: 'class', label: '', seats: 40 });

    const came = await Promise.all(Array.from({ length: 46 }, () => beginSheet(ctxOf(db), code!).catch((error: unknown) => error)));
    const seated = came.filter((one): one is Begun => !(one instanceof Error));
    expect(came.filter((one) => one instanceof Refusal && one.code === 'survey-class-full')).toHaveLength(6);
    expect(seated).toHaveLength(40);

    await Promise.all([...seated, ...seated].map(({ ticket }, at) => handIn(ctxOf(db), ticket, { 'play-near': String((at % 3) + 1) })));
    const rows = await db.select().from(surveyResponses).where(eq(surveyResponses.roundId, round));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(40);
    expect(await db.select({ used: surveyCodes.used }).from(surveyCodes).where(eq(surveyCodes.roundId, round))).toEqual([{ used: 40 }]);
    await closeRound(ctx, binhu, round);
  });
});
