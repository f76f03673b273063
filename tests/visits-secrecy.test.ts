import { eq, sql } from 'drizzle-orm';
import { regionLineage, regions } from '#app/domain/base/regions/tables.server.ts';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { listEvidence } from '#app/domain/base/evidence/read.ts';
import { listRecords } from '#app/domain/base/records/read.ts';
import { resultsOf } from '#app/domain/base/rule-results/read.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { dueOf, toldOf } from '#app/routes/work/told.ts';
import { when } from '#app/jobs/when.ts';
import { system } from '#app/platform/ctx.ts';
import { outbox } from '#app/platform/tables.server.ts';
import { aUser } from './cycle.ts';
import { anExpert, eventsOf, expert, office } from './reviews.ts';
import { began, entry, sync, unit, aPhone, aVisit, hashNow, undone } from './visits.ts';
import { as, ctxOf, person, test, today } from './world.ts';
import { assignVisitExpert } from '#app/domain/pilot/visits/assign-expert.ts';
import { callOffVisit, rescheduleVisit } from '#app/domain/pilot/visits/call-off.ts';
import { visitOfCommunity, visitsOfCommunity } from '#app/domain/pilot/visits/for-community.ts';
import { attachmentOfCommunity } from '#app/domain/pilot/visits/open-attachment.ts';
import { reportForCommunity } from '#app/domain/pilot/visits/report-document.ts';
import { signForCommunity } from '#app/domain/pilot/visits/sign.ts';
import { takeVisit } from '#app/domain/pilot/visits/take.ts';

const officer = (db: Db) => ctxOf(db, { ...person('government-officer', unit, 'officer'), grants: [{ role: 'government-officer', regionCode: unit, organisationId: null }, { role: 'community-worker', regionCode: unit, organisationId: null }] });

/** What follows the events, as the jobs would do it. */
async function follow(db: Db): Promise<void> {
  for (const { recordId, event, subjectId, facts, at } of await db.select().from(outbox)) {
    for (const deed of when.filter((each) => each.event === event && each.job === 'tell-visit')) await deed.run(ctxOf(db, system, at), { recordId, event, subjectId, facts, at: at.toISOString() });
  }
  await db.delete(outbox);
}

/** Everything the people of the community are shown, counted and told, and what those who audit its district read. */
async function shownTo(db: Db): Promise<unknown> {
  const ctx = officer(db);
  const district = as(db, 'audit-admin', '340111');
  return {
    visits: await visitsOfCommunity(ctx, unit), ...(await toldOf(ctx, unit)), place: await workPlace(ctx, unit), results: await resultsOf(ctx, unit), evidence: await listEvidence(ctx, unit),
    messages: (await db.select({ kind: messages.kind, params: messages.params, userId: messages.userId }).from(messages)).filter(({ userId }) => userId === 'officer'),
    records: (await listRecords(district)).rows.map(({ event, facts }) => ({ event, facts })),
  };
}

/** A community with its people, and whatever else happens there. */
async function world(db: Db, run: () => Promise<unknown>): Promise<unknown> {
  await aUser(db, 'officer');
  await db.execute(sql`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values ('officer', 'government-officer', ${unit}, 'admin', now()), ('officer', 'community-worker', ${unit}, 'admin', now())`);
  await run();
  await follow(db);
  return shownTo(db);
}

describe('a visit that is not announced', () => {
  test('does not exist for the community before it begins: two worlds, one with and one without it, look the same', async ({ db }) => {
    const withIt = await undone(db, (tx) =>
      world(tx, async () => {
        const visit = await aVisit(tx, { notice: 'unannounced' });
        await takeVisit(expert(tx, 'visitor'), visit.id, visit.phone);
        await rescheduleVisit(office(tx), visit.id, { fromOn: '2026-09-03', toOn: '2026-09-04', agenda: '', purpose: '平常日子' });
        await sync(tx, visit, [entry(1, 'note:A1.1', '去以前想到的')]);
        const other = await anExpert(tx, 'other');
        await assignVisitExpert(office(tx), visit.id, { slot: 'second-expert', expertId: other });
        await aPhone(tx, other);
        const { id } = await aVisit(tx, { notice: 'unannounced', expert: other });
        await callOffVisit(office(tx), id, { reason: '专家生病' });
        for (const one of [visit.id, id]) {
          await expect(visitOfCommunity(officer(tx), unit, one)).rejects.toMatchObject({ code: 'visit-not-found', status: 404 });
          await expect(attachmentOfCommunity(officer(tx), unit, one, 'a'.repeat(64))).rejects.toMatchObject({ code: 'visit-not-found' });
          await expect(reportForCommunity(officer(tx), { code: unit, name: '' }, one, 'pdf')).rejects.toMatchObject({ code: 'visit-not-found' });
          await expect(signForCommunity(officer(tx), one, { name: '李', role: '', contentHash: 'a'.repeat(64), agrees: true, refusal: '' })).rejects.toMatchObject({ code: 'visit-not-found' });
        }
      }),
    );
    const without = await world(db, async () => undefined);
    expect(withIt).toBeDefined();
    expect(JSON.stringify(withIt)).toBe(JSON.stringify(without));
  });

  test('is there from the moment it begins, with its record to be signed once it is whole', async ({ db }) => {
    const shown = (await world(db, async () => {
      const visit = await aVisit(db, { notice: 'unannounced' });
      await sync(db, visit, [began(1), entry(2, 'level:A1.1', 'met')]);
    })) as { visits: { id: string }[]; due: unknown[]; messages: unknown[]; moments: unknown[] };
    expect(shown).toMatchObject({ visits: [{ state: 'synced', notice: 'unannounced' }], due: [{ kind: 'visit-sign' }], moments: [{ kind: 'visited' }], messages: [{ kind: 'visit-to-sign' }] });
    const read = await visitOfCommunity(officer(db), unit, shown.visits[0]!.id);
    expect(read).toMatchObject({ isWhole: true, canSign: true, contentHash: await hashNow(db, shown.visits[0]!.id) });
    expect(await eventsOf(db, shown.visits[0]!.id)).toContain('visit.moved');
  });
});

describe('a visit that is announced', () => {
  test('is told to the community and to the experts, with its plan; its record waits until it is whole', async ({ db }) => {
    const shown = (await world(db, async () => {
      const visit = await aVisit(db);
      await sync(db, visit, [began(1), entry(2, 'level:A1.1', 'met')], { remaining: 4 });
      expect(await visitOfCommunity(officer(db), unit, visit.id)).toMatchObject({ isWhole: false, fields: [], attachments: [], canSign: false });
      await expect(signForCommunity(officer(db), visit.id, { name: '李', role: '', contentHash: 'a'.repeat(64), agrees: true, refusal: '' })).rejects.toMatchObject({ code: 'visit-not-whole' });
    })) as { messages: unknown[] };
    expect(shown.messages).toMatchObject([{ kind: 'visit-announced', params: { day: '2026-09-02' } }]);
    expect((await db.select().from(messages)).filter(({ userId }) => userId === 'visitor')).toMatchObject([{ kind: 'visit-assigned' }]);
  });
});

describe('a visit to a community that has ended since', () => {
  test('is read and signed where it goes on', async ({ db }) => {
    const to = '340111400006';
    const visit = await aVisit(db);
    await sync(db, visit, [began(1), entry(2, 'level:A1.1', 'met')]);
    await db.update(regions).set({ isEnded: true }).where(eq(regions.code, unit));
    await db.insert(regionLineage).values({ oldCode: unit, endedAt: today, presentCode: to, isPrincipal: true });
    const there = ctxOf(db, { ...person('government-officer', to, 'successor'), grants: [{ role: 'government-officer', regionCode: to, organisationId: null }] });
    expect(await visitsOfCommunity(there, to)).toMatchObject([{ id: visit.id }]);
    expect(await dueOf(there, [to])).toContainEqual(expect.objectContaining({ regionCode: to, kind: 'visit-sign' }));
    const contentHash = await hashNow(db, visit.id);
    await signForCommunity(there, visit.id, { name: '赵主任', role: '', contentHash, agrees: true, refusal: '' });
    expect(await visitOfCommunity(there, to, visit.id)).toMatchObject({ contentHash });
  });
});
