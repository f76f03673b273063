import { and, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdWalk, ofWalk, type Walk } from './hold-walk.ts';
import type { CloseInput } from './input.ts';
import { countOf, isOver } from './model.ts';
import { bandOf, resultOf, type Scores } from './score.ts';
import { standOf } from './stand-of.ts';
import { walkPhones, walks, walkTickets } from './tables.server.ts';

/** 结束走查: its scores stand from now on and are evidence; a phone that has not come back is named first. */
export function closeWalk(ctx: Ctx, place: string, id: string, { words, anyway }: CloseInput): Promise<void> {
  return change(ctx, async (tx) => {
    const walk = await holdWalk(tx, place, id);
    if (isOver(walk.state)) throw new Refusal('walk-over');
    const { scores, taps, waiting } = await standOf(tx, walk);
    if (taps.length === 0) throw new Refusal('walk-nothing-said');
    const phones = await tx.db.select().from(walkPhones).where(and(eq(walkPhones.countyCode, walk.countyCode), eq(walkPhones.walkId, id)));
    if (!anyway && (waiting > 0 || phones.some(isOut))) throw new Refusal('walk-half-synced');
    await tx.db.update(walks).set({ state: 'closed', endedAt: tx.now, endedByName: tx.actor.name, endWords: words, result: resultOf(scores) }).where(ofWalk(walk));
    const tickets = await tx.db.$count(walkTickets, and(eq(walkTickets.countyCode, walk.countyCode), eq(walkTickets.walkId, id)));
    await tx.record('walk.closed', walk, { place: walk.place, taps: taps.length, tickets, score: scores.score === null ? null : Math.round(scores.score) });
    await leave(tx, walk, scores, tickets);
  });
}

/** 还没回来的手机: it took the walk along and never came back, or still holds something. */
export function isOut({ isDone, syncedAt, remaining }: Pick<typeof walkPhones.$inferSelect, 'isDone' | 'syncedAt' | 'remaining'>): boolean {
  return !isDone && (syncedAt === null || remaining > 0);
}

const yearDays = 365;

/** 佐证: that there was a walk with an improvement list speaks to C1.1; of the rest the rules that children found good. */
function leave(tx: Change, walk: Walk, { rules, counted }: Scores, tickets: number) {
  const scored = rules.flatMap(({ id, score }) => (score === null ? [] : [{ id, score }]));
  const good = scored.filter(({ score }) => bandOf(score) === 'good').map(({ id }) => id);
  const children = countOf(walk.children);
  return leaveEvidence(tx, {
    regionCode: walk.regionCode, kind: 'observation', title: `一米视角走查：${walk.place}`,
    text: `${walk.day} ${children >= leastFor.public ? `${children} 名孩子` : '孩子们'}与大人一起走查，记录 ${counted} 次；${scored.map(({ id, score }) => `${id} ${Math.round(score)} 分`).join('，') || '观察太少，未打分'}；转隐患工单 ${tickets} 张。`,
    source: { room: 'walks', name: '一米视角走查', subjectId: walk.id }, ruleIds: [...new Set(['C1.1', ...good])], validFrom: walk.day, validTo: addDays(walk.day, yearDays), isPublic: true,
  });
}
