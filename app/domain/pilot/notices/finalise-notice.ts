import { and, asc, eq, exists, isNull, ne, or, sql } from 'drizzle-orm';
import { hold } from './hold.ts';
import { whatHolds } from './holds.ts';
import { phaseOf } from './model.ts';
import { noticeEntries, notices } from './tables.server.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { rememberFacts } from '#app/domain/base/communities/facts.ts';
import { openPilots } from '#app/domain/base/communities/open-pilot.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { childrenBands } from '#app/domain/pilot/applications/model.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { reconsiderations } from '#app/domain/pilot/panels/tables.server.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';

/**
 * 名单确定: after the last day of the notice and when nothing holds it any more, what still stands on the list becomes
 * a pilot, and what its application said of the community fills its next form.
 */
export function finaliseNotice(ctx: Ctx, id: string) {
  return change(ctx, async (tx) => {
    const { notice, regionCode, callTitle, questionSetId } = await hold(tx, id);
    allow(tx, 'notice.publish', { regionCode });
    const today = beijingDay(tx.now);
    const phase = phaseOf(notice, today);
    if (phase === 'final') throw new Refusal('notice-final');
    if (phase !== 'ended') throw new Refusal('notice-still-open');
    const holding = await whatHolds(tx, id, today);
    if (holding) throw new Refusal(holding === 'open' ? 'objections-open' : 'objections-appealable');

    if (await hasUnsettled(tx, id)) throw new Refusal('entries-unsettled');

    const entries = await tx.db
      .select({ applicationId: noticeEntries.applicationId, regionCode: noticeEntries.regionCode })
      .from(noticeEntries)
      .where(and(eq(noticeEntries.noticeId, id), eq(noticeEntries.state, 'standing')))
      .orderBy(asc(noticeEntries.position));
    const factIds = await factQuestions(tx, questionSetId);
    const known = await factsSubmitted(tx, entries.map((entry) => entry.applicationId), factIds);
    const listed = entries.map((entry) => ({ ...entry, facts: known.get(entry.applicationId) ?? {} }));
    await rememberFacts(tx, listed.filter(({ facts }) => Object.keys(facts).length > 0).map(({ regionCode: unit, facts }) => ({ regionCode: unit, facts })));
    await openPilots(tx, listed.map(({ facts, ...entry }) => ({ ...entry, noticeId: id, callTitle, since: today, children: childrenIn(facts) })));
    await tx.db.update(notices).set({ state: 'final', finalAt: tx.now }).where(eq(notices.id, id));
    await tx.record('notice.final', { id, regionCode }, { title: notice.title, pilots: entries.length });
    return entries.length;
  });
}

/** An entry that is being reconsidered, or was declined afterwards, becomes no pilot by oversight. */
async function hasUnsettled(tx: Change, noticeId: string): Promise<boolean> {
  const again = tx.db.select({ id: reconsiderations.id }).from(reconsiderations).where(and(eq(reconsiderations.applicationId, applications.id), isNull(reconsiderations.concludedAt)));
  const unsettled = await tx.db
    .select({ id: applications.id })
    .from(noticeEntries)
    .innerJoin(applications, eq(applications.id, noticeEntries.applicationId))
    .where(and(eq(noticeEntries.noticeId, noticeId), eq(noticeEntries.state, 'standing'), or(ne(applications.status, 'accepted'), exists(again))))
    .limit(1);
  return unsettled.length > 0;
}

/** Which question of the set tells which fact of the community. */
async function factQuestions(tx: Change, questionSetId: string): Promise<[string, string][]> {
  return questionsOf(await getQuestionSet(tx, questionSetId)).flatMap(({ id, fact }) =>
    fact?.startsWith('community.') ? [[id, fact.slice('community.'.length)] as [string, string]] : [],
  );
}

/** Of each application the facts that its last standing submission tells, all in one question. */
async function factsSubmitted(tx: Change, applicationIds: readonly string[], factIds: readonly [string, string][]) {
  const { rows } = await tx.db.execute<{ id: string; answers: Record<string, unknown> | null }>(sql`
    select distinct on (application_id) application_id as id,
      (select jsonb_object_agg(key, value) from jsonb_each(content -> 'answers') where key = any(${sql.param(factIds.map(([question]) => question))}::text[])) as answers
    from submissions
    where application_id = any(${sql.param(applicationIds)}::uuid[]) and withdrawn_at is null
    order by application_id, round desc`);
  const said = (answers: Record<string, unknown>) =>
    Object.fromEntries(factIds.flatMap(([question, fact]) => (answers[question] === undefined ? [] : [[fact, answers[question]] as const])));
  return new Map(rows.map((row) => [row.id, said(row.answers ?? {})]));
}

/** 0–18 岁儿童: the age bands together, when the application gave them. */
function childrenIn(facts: Record<string, unknown>): number | null {
  const bands = childrenBands.map((band) => Number(facts[band] ?? Number.NaN));
  return bands.some((count) => Number.isNaN(count)) ? null : bands.reduce((sum, count) => sum + count, 0);
}
