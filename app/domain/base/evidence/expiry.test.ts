import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { askDue } from '#app/domain/base/communities/told.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, binhu, ctxOf, test, today } from '#tests/world.ts';
import { addEvidence } from './add-evidence.ts';
import { citedBy } from './citations.ts';
import { cite } from './cite.ts';
import { evidenceDue } from './due.ts';
import { followRegions } from './follow-regions.ts';
import { EvidenceInput } from './input.ts';
import { findEvidence } from './read.ts';
import { evidence } from './tables.server.ts';
import { tellExpiry } from './tell-expiry.ts';

const input = (title: string, validTo: string) =>
  EvidenceInput.parse({ kind: 'fact', title, text: title, validFrom: '2026-01-01', validTo, source: '居委会', confidentiality: 'office', promise: 'yes' });

const on = (db: Db, day: string) => ctxOf(db, system, new Date(`${day}T00:50:00Z`));

describe('evidence that runs out', () => {
  test('is told of a month before, a week before and when it is over, each once and together', async ({ db }) => {
    await aRegion(db, binhu);
    const worker = as(db, 'community-worker', binhu);
    await aUser(db, worker.actor.id);
    await db.insert(roleGrants).values({ userId: worker.actor.id, role: 'community-worker', regionCode: binhu, grantedBy: 'x', grantedAt: today });
    await aUser(db, 'city-officer');
    await db.insert(roleGrants).values({ userId: 'city-officer', role: 'government-officer', regionCode: '3401', grantedBy: 'x', grantedAt: today });
    for (const title of ['消防检查记录', '演练记录']) await addEvidence(worker, binhu, input(title, '2026-12-01'));
    await addEvidence(worker, binhu, input('长期章程', ''));
    const told = async () => (await db.select({ kind: messages.kind, params: messages.params, link: messages.link }).from(messages).where(eq(messages.userId, worker.actor.id)).orderBy(messages.id));
    expect(await tellExpiry(on(db, '2026-10-31'))).toBe('0');
    expect(await tellExpiry(on(db, '2026-11-01'))).toBe('2');
    expect(await tellExpiry(on(db, '2026-11-02'))).toBe('0');
    expect(await tellExpiry(on(db, '2026-11-26'))).toBe('2');
    expect(await tellExpiry(on(db, '2026-12-01'))).toBe('0');
    expect(await tellExpiry(on(db, '2026-12-05'))).toBe('2');
    expect(await tellExpiry(on(db, '2026-12-06'))).toBe('0');
    const due = async (day: string) => (await askDue(on(db, day), [evidenceDue], [binhu, '340111400007'])).map(({ kind, dueOn, figure, path }) => `${kind} ${dueOn} ${figure} ${path}`);
    expect(await due('2026-10-31')).toEqual([]);
    expect(await due('2026-11-02')).toEqual(['evidence-renew 2026-12-01 2 evidence?standing=soon']);
    expect(await due('2026-12-05')).toEqual(['evidence-renew 2026-12-01 2 evidence?standing=expired']);
    expect((await told()).map(({ kind, params }) => `${kind} ${(params as { count: number }).count}`)).toEqual(['evidence-ending 2', 'evidence-ending 2', 'evidence-expired 2']);
    expect(await db.select({ id: messages.id }).from(messages).where(eq(messages.userId, 'city-officer')), 'the city need not hear of it').toEqual([]);
    expect((await told())[2]!.link).toBe(`/work/${binhu}/evidence?standing=expired`);
  });
});

describe('evidence of a place that ended', () => {
  test('goes on in its successor with everything that rests on it, also in another county, once', async ({ db }) => {
    const [before, after, changeId] = ['340196', '340195', '01900000-0000-7000-8000-00000000000e'];
    await aRegion(db, before);
    const officer = as(db, 'government-officer', before);
    const { id } = await addEvidence(officer, before, input('章程', ''));
    await change(officer, async (tx) => cite(tx, { evidenceId: id, regionCode: before, by: 'plan', subjectId: 'plan', ruleId: 'A1.1' }));
    const planned = planChange([{ kind: 'recode', fromCode: before, fromName: '', toCode: after, toName: '新区' }], ['34', '3401', before].map((code) => ({ code, name: `区${code}` })));
    if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
    await change(ctxOf(db, system), (tx) => applyPlan(tx, changeId, planned.plan));
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('1');
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('0');
    expect(await findEvidence(officer, after, id)).toMatchObject({ regionCode: after, title: '章程' });
    expect(await citedBy(officer, after, id)).toMatchObject([{ regionCode: after, by: 'plan', ruleId: 'A1.1' }]);
    expect(await db.select({ county: evidence.countyCode }).from(evidence).where(eq(evidence.id, id))).toEqual([{ county: 340195 }]);
  });
});
