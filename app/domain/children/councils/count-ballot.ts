import { and, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { elect } from './elect.ts';
import { charterOf, type Council, find, holdAs, itself, type Term } from './find.ts';
import { type Charter, fewestVoicesShown } from './model.ts';
import { endTerm } from './open-term.ts';
import { councilCandidates, councilMembers, councilSlips, councilTerms, councilVoters } from './tables.server.ts';

/** 计票: the seats are filled by the documented rule, letters of appointment get their numbers, and nothing of the voter list is left. */
export function countBallot(ctx: Ctx, termId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const term = await holdAs(tx, 'council.keep', 'term', termId);
    if (term.state !== 'ballot') throw new Refusal('council-ballot-closed');
    if (term.voices === 0) throw new Refusal('council-nobody-voted');
    const council = await find(tx, 'council', term.councilId);
    const charter = await charterOf(tx, council, term.charterVersion);
    await endTermsBefore(tx, term);
    const many = await seatElected(tx, council, charter, term);
    const own = (table: typeof councilVoters | typeof councilSlips) => and(eq(table.countyCode, term.countyCode), eq(table.termId, termId));
    await tx.db.delete(councilVoters).where(own(councilVoters));
    await tx.db.delete(councilSlips).where(own(councilSlips));
    const startsOn = beijingDay(tx.now);
    const endsOn = addDays(`${Number(startsOn.slice(0, 4)) + charter.termYears}${startsOn.slice(4)}`, -1);
    await tx.db.update(councilTerms).set({ state: 'sitting', startsOn, endsOn, voterKey: '', countedAt: tx.now }).where(itself(councilTerms, term));
    await leaveEvidence(tx, {
      regionCode: term.regionCode, kind: 'fact', title: `${council.name}第 ${term.number} 届委员产生`, text: `${term.voices < fewestVoicesShown ? '' : `投票 ${term.voices} 人，`}产生委员 ${many} 名，任期至 ${endsOn}。名单以小名登记，姓名不入系统。`,
      source: { room: 'children/councils', name: council.name, subjectId: term.id }, ruleIds: ['A3.1'], validFrom: startsOn, validTo: endsOn,
    });
    await tx.record('council.term-began', council, { number: term.number, members: many, voices: term.voices, endsOn });
  });
}

async function seatElected(tx: Change, council: Council, charter: Charter, term: Term): Promise<number> {
  const standing = await tx.db.select().from(councilCandidates).where(and(eq(councilCandidates.countyCode, term.countyCode), eq(councilCandidates.termId, term.id), eq(councilCandidates.state, 'standing')));
  const counts = term.counts as Record<string, number>;
  const results = elect(charter, standing.map((one) => ({ ...one, votes: counts[one.id] ?? 0 })), term.drawSeed);
  const startedOn = beijingDay(tx.now);
  let seats = 0;
  for (const { id, electedBy, rank } of results) {
    const candidate = standing.find((one) => one.id === id)!;
    await tx.db.update(councilCandidates).set({ state: electedBy ? 'elected' : 'reserve', votes: counts[id] ?? 0, electedBy, drawRank: rank }).where(itself(councilCandidates, candidate));
    if (!electedBy) continue;
    seats += 1;
    const isShown = candidate.isShown && (!candidate.childId || (await mayProcess(tx, candidate.childId, 'sharing')));
    await tx.db.insert(councilMembers).values({
      countyCode: term.countyCode, regionCode: term.regionCode, councilId: council.id, termId: term.id, candidateId: id, childId: candidate.childId, nickname: candidate.nickname,
      layer: candidate.layer, seatKind: candidate.seatKind, letterNumber: `${term.number}-${String(seats).padStart(2, '0')}`, isShown, startedOn,
    });
  }
  return seats;
}

async function endTermsBefore(tx: Change, term: Term): Promise<void> {
  const before = await tx.db.select({ id: councilTerms.id }).from(councilTerms)
    .where(and(eq(councilTerms.countyCode, term.countyCode), eq(councilTerms.councilId, term.councilId), eq(councilTerms.state, 'sitting')));
  for (const { id } of before) await endTerm(tx, id);
}
