import { eq } from 'drizzle-orm';
import { addPaperVotes, openBallot } from '#app/domain/children/councils/ballot.ts';
import { addToAgenda, callSession } from '#app/domain/children/councils/call-session.ts';
import { countBallot } from '#app/domain/children/councils/count-ballot.ts';
import { foundCouncil } from '#app/domain/children/councils/found-council.ts';
import { type Charter, firstCharter } from '#app/domain/children/councils/model.ts';
import { nominateOnPaper, nominateSelf } from '#app/domain/children/councils/nominate.ts';
import { openTerm } from '#app/domain/children/councils/open-term.ts';
import { secondOnPaper } from '#app/domain/children/councils/put-motion.ts';
import { sittingMembers } from '#app/domain/children/councils/read.ts';
import { beginSession, goToItem, tickAttendance } from '#app/domain/children/councils/run-session.ts';
import { addSupporter } from '#app/domain/children/councils/supporters.ts';
import { enterWithConsent } from '#app/domain/children/identity/register-child.ts';
import { writeConsent } from '#app/domain/children/identity/write-consent.ts';
import { currentNotice } from '#app/domain/children/identity/notice.ts';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { as, binhu, ctxOf, today } from './world.ts';

export const keeper = (db: Db, regionCode = binhu, now = today) => as(db, 'community-worker', regionCode, now);
export const charter: Charter = { ...firstCharter, aim: '让孩子的话有人听、有人答', seats: 5, quotas: { school: 2, community: 1, self: 2 }, rules: '每季度一次', childRules: ['想说的都可以说。'] };

/** A child of ten with an account, whose guardian has agreed to taking part unless said otherwise. */
export function aChild(db: Db, { regionCode = binhu, participates = true, sharing = false } = {}): Promise<string> {
  const ctx = as(db, 'community-worker', regionCode);
  return change(ctx, async (tx) => {
    const says = { registrationGuardian: true, registrationChild: true, participationGuardian: participates, participationChild: participates };
    const childId = await enterWithConsent(tx, regionCode, { name: '测试', nickname: '小测', birthday: '2016-05-01', ...says }, { saidBy: 'guardian' });
    if (sharing) await writeConsent(tx, { childId, regionCode, purpose: 'sharing', band: 'view', guardianSays: true, childSays: true, saidBy: 'guardian' }, await currentNotice(tx));
    return childId;
  });
}

/** A request by a child with an account; without an id by somebody who came with a class code. */
export function asChild(db: Db, childId: string | null, regionCode = binhu, now = today): Ctx {
  return { ...ctxOf(db, visitor, now), child: { childId, codeId: childId ? null : '00000000-0000-7000-8000-000000000001', regionCode, layer: 'primary' } };
}

/** Everything that waits is read by a person and found good. */
export async function readAll(db: Db): Promise<void> {
  const waiting = await db.select().from(moderationItems).where(eq(moderationItems.state, 'waiting'));
  for (const { id, regionCode } of waiting) await approveItem(as(db, 'community-worker', regionCode), { id, regionCode }, { labels: [], looked: 'yes' });
}

const paper = { layer: 'primary' as const, statement: '', namedBy: '滨湖小学', assentOn: '2026-08-30', consentOn: '2026-08-30', isShown: false };

/** A council whose ballot is open: five named on paper and, if asked for, children with accounts. */
export async function anOpenBallot(db: Db, { own = [] as string[], regionCode = binhu, named = 5, rules = charter } = {}) {
  const ctx = keeper(db, regionCode);
  const councilId = await foundCouncil(ctx, regionCode, { name: '滨湖儿童议事会', charter: rules });
  const termId = await openTerm(ctx, councilId, '2026-09-10');
  const candidates: string[] = [];
  for (let at = 0; at < named; at += 1) candidates.push(await nominateOnPaper(ctx, termId, { ...paper, nickname: `小${at}`, seatKind: (['school', 'school', 'community', 'self', 'self'] as const)[at % 5]! }));
  for (const childId of own) candidates.push(await nominateSelf(asChild(db, childId, regionCode), termId, { nickname: '自荐的我', statement: '我想修路灯', isShown: true }));
  await readAll(db);
  await openBallot(ctx, termId);
  return { ctx, councilId, termId, candidates };
}

/** A council that sits, with a checked supporter. */
export async function aCouncil(db: Db, options: { own?: string[]; regionCode?: string; rules?: Charter } = {}) {
  const { ctx, councilId, termId, candidates } = await anOpenBallot(db, { named: 5 - (options.own?.length ?? 0), ...options });
  await addPaperVotes(ctx, termId, { papers: 20, votes: Object.fromEntries(candidates.map((id, at) => [id, 15 - at])), tellers: '王老师、李老师' });
  await countBallot(ctx, termId);
  const supporterId = await addSupporter(ctx, councilId, { name: '陈社工', duty: '社工', checkedOn: '2026-05-01' });
  const county = countyCode(options.regionCode ?? binhu);
  return { ctx, councilId, termId, supporterId, members: await sittingMembers(ctx, { countyCode: county, id: councilId }) };
}

/** A running session that has come to this motion; everybody is there. */
export async function aRunningSession(db: Db, council: Awaited<ReturnType<typeof aCouncil>>, motionId: string, there = council.members.length) {
  const { ctx, councilId, supporterId, members } = council;
  await readAll(db);
  await secondOnPaper(ctx, motionId, members.at(-1)!.id);
  const sessionId = await callSession(ctx, councilId, { startsAt: new Date('2026-09-05T06:00:00Z'), place: '社区活动室' });
  const itemId = await addToAgenda(ctx, sessionId, { title: '', minutes: 15, motionId });
  await tickAttendance(ctx, sessionId, { members: members.slice(0, there).map(({ id }) => id), supporters: [supporterId] });
  await beginSession(ctx, sessionId);
  await goToItem(ctx, sessionId, itemId);
  return sessionId;
}
