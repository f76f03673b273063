import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { records } from '#app/platform/tables.server.ts';
import { findAnchors } from '#app/domain/base/records/find-anchor.ts';
import { anApplication } from '#tests/cycle.ts';
import { aReview, anExpert, office } from '#tests/reviews.ts';
import { ctxOf, test } from '#tests/world.ts';
import { hashOfReview } from './anchor.ts';
import { decide } from './decide.ts';
import { verifyReviews } from './verify-reviews.ts';

describe('what was judged', () => {
  test('has its fingerprint in the records, and a changed mark, note or decision is found', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    const [one] = [await aReview(db, application, await anExpert(db, 'a'), '80.55'), await aReview(db, application, await anExpert(db, 'b'), '61')];
    await decide(office(db), application, { outcome: 'accepted', reason: '基础扎实，计划具体，同意列为试点。' });
    expect(await verifyReviews(db)).toEqual({ checked: 3, faults: [] });
    expect(await findAnchors(ctxOf(db), [await hashOfReview(ctxOf(db), one)])).toMatchObject([{ event: 'review.submitted' }]);
    const [line] = await db.select().from(records).where(eq(records.event, 'application.accepted'));
    expect(await findAnchors(ctxOf(db), [String(line!.facts.hash)])).toMatchObject([{ event: 'application.accepted', day: '2026-09-01' }]);

    await db.execute(sql`update marks set score = score + 0.01 where assignment_id = ${one} and item_id = (select min(item_id) from marks where assignment_id = ${one})`);
    expect((await verifyReviews(db)).faults).toEqual([{ what: 'marks-changed', where: one }]);
    await db.execute(sql`update marks set score = score - 0.01 where assignment_id = ${one} and item_id = (select min(item_id) from marks where assignment_id = ${one})`);
    await db.execute(sql`update assignments set overall = overall || ' ' where id = ${one}`);
    expect((await verifyReviews(db)).faults).toEqual([{ what: 'marks-changed', where: one }]);
  });

  test('is found when a decision no longer says what was decided', async ({ db }) => {
    const application = await anApplication(db, { status: 'in-review' });
    await db.execute(sql`insert into decisions (application_id, outcome, reason, reviews, decided_by, decided_by_name, decided_at) values (${application}, 'accepted', '原来的理由', 2, 'office', '', now())`);
    await db.insert(records).values({ countyCode: 0, regionCode: '*', at: new Date('2026-09-01T02:00:00Z'), actorId: '', actorName: '', event: 'application.accepted', subjectId: application, requestId: '', facts: { hash: '0'.repeat(64) } });
    expect((await verifyReviews(db)).faults).toEqual([{ what: 'decision-changed', where: application }]);
  });
});
