import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { hold } from './hold.ts';
import { phaseOf } from './model.ts';
import { noticeEntries, notices, objections } from './tables.server.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { rememberFacts } from '#app/domain/base/communities/facts.ts';
import { openPilot } from '#app/domain/base/communities/open-pilot.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { childrenBands } from '#app/domain/pilot/applications/model.ts';
import { submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';

/**
 * 名单确定: after the last day of the notice and when every objection is answered, what still stands on the list becomes
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
    if (await hasOpenObjection(tx, id)) throw new Refusal('objections-open');

    const entries = await tx.db
      .select({ applicationId: noticeEntries.applicationId, regionCode: noticeEntries.regionCode })
      .from(noticeEntries)
      .where(and(eq(noticeEntries.noticeId, id), eq(noticeEntries.state, 'standing')))
      .orderBy(asc(noticeEntries.position));
    const factIds = await factQuestions(tx, questionSetId);
    for (const entry of entries) {
      const facts = await factsSubmitted(tx, entry.applicationId, factIds);
      if (Object.keys(facts).length > 0) await rememberFacts(tx, entry.regionCode, facts);
      await openPilot(tx, { ...entry, noticeId: id, callTitle, since: today, children: childrenIn(facts) });
    }
    await tx.db.update(notices).set({ state: 'final', finalAt: tx.now }).where(eq(notices.id, id));
    await tx.record('notice.final', { id, regionCode }, { title: notice.title, pilots: entries.length });
    return entries.length;
  });
}

async function hasOpenObjection(tx: Change, noticeId: string): Promise<boolean> {
  const open = await tx.db
    .select({ id: objections.id })
    .from(objections)
    .where(and(eq(objections.noticeId, noticeId), ne(objections.state, 'answered')))
    .limit(1);
  return open.length > 0;
}

/** Which question of the set tells which fact of the community. */
async function factQuestions(tx: Change, questionSetId: string): Promise<[string, string][]> {
  return questionsOf(await getQuestionSet(tx, questionSetId)).flatMap(({ id, fact }) =>
    fact?.startsWith('community.') ? [[id, fact.slice('community.'.length)] as [string, string]] : [],
  );
}

async function factsSubmitted(tx: Change, applicationId: string, factIds: readonly [string, string][]) {
  const [last] = await tx.db
    .select({ content: submissions.content })
    .from(submissions)
    .where(and(eq(submissions.applicationId, applicationId), isNull(submissions.withdrawnAt)))
    .orderBy(desc(submissions.round))
    .limit(1);
  const answers = last?.content.answers ?? {};
  return Object.fromEntries(
    factIds.flatMap(([question, fact]) => (answers[question] === undefined ? [] : [[fact, answers[question]] as const])),
  );
}

/** 0–18 岁儿童: the age bands together, when the application gave them. */
function childrenIn(facts: Record<string, unknown>): number | null {
  const bands = childrenBands.map((band) => Number(facts[band] ?? Number.NaN));
  return bands.some((count) => Number.isNaN(count)) ? null : bands.reduce((sum, count) => sum + count, 0);
}
