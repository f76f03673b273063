import { and, eq } from 'drizzle-orm';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx, Layer } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hold, holdAs, itself, type Term } from './find.ts';
import type { SeatKind } from './model.ts';
import { councilCandidates } from './tables.server.ts';

/** 自荐: a child with an account and the guardian's consent to take part; putting oneself forward is the child's own yes. */
export function nominateSelf(ctx: Ctx, termId: string, { nickname, statement, isShown }: { nickname: string; statement: string; isShown: boolean }): Promise<string> {
  return change(ctx, async (tx) => {
    const { childId, layer, regionCode } = needChild(tx);
    if (!childId) throw new Refusal('council-account-needed', 403);
    const term = await hold(tx, 'term', termId);
    stillNominating(tx, term);
    if (!contains(term.regionCode, regionCode)) throw new Refusal('council-of-another-place', 403);
    if (!(await mayProcess(tx, childId, 'participation'))) throw new Refusal('council-consent-needed', 403);
    const already = await tx.db.$count(councilCandidates, and(eq(councilCandidates.countyCode, term.countyCode), eq(councilCandidates.termId, termId), eq(councilCandidates.childId, childId)));
    if (already > 0) throw new Refusal('council-named-already');
    const day = beijingDay(tx.now);
    return enter(tx, term, { childId, nickname, layer, statement, seatKind: 'self', state: 'standing', assentOn: day, consentOn: day, isShown, from: 'child' });
  });
}

export type PaperName = { nickname: string; layer: Layer; seatKind: SeatKind; statement: string; namedBy: string; assentOn: string; consentOn: string; isShown: boolean };

/** 推荐: by the school or the community, or for a child without an account, on paper that the child and the guardian have signed. */
export function nominateOnPaper(ctx: Ctx, termId: string, name: PaperName): Promise<string> {
  return change(ctx, async (tx) => {
    const term = await holdAs(tx, 'council.keep', 'term', termId);
    stillNominating(tx, term);
    const today = beijingDay(tx.now);
    if (name.assentOn > today || name.consentOn > today) throw new Refusal('council-day-ahead', 400);
    return enter(tx, term, { ...name, childId: null, state: 'standing', from: 'adult' });
  });
}

/** 不再参选: as easy as standing. */
export function standDown(ctx: Ctx, candidateId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const candidate = tx.child?.childId ? await hold(tx, 'candidate', candidateId) : await holdAs(tx, 'council.keep', 'candidate', candidateId);
    if (tx.child?.childId && candidate.childId !== tx.child.childId) throw new Refusal('council-candidate-not-found', 404);
    if (candidate.state !== 'standing' && candidate.state !== 'asked') throw new Refusal('council-named-no-more');
    await tx.db.update(councilCandidates).set({ state: 'withdrawn' }).where(itself(councilCandidates, candidate));
    await tx.record('council.candidate-withdrew', { id: candidate.termId, regionCode: candidate.regionCode });
  });
}

function stillNominating(tx: Change, term: Term): void {
  if (term.state !== 'nominating' || beijingDay(tx.now) > term.nominateUntil) throw new Refusal('council-nominations-over');
}

type Entry = Omit<typeof councilCandidates.$inferInsert, 'countyCode' | 'regionCode' | 'termId'> & { from: 'child' | 'adult' };

async function enter(tx: Change, term: Term, { from, ...candidate }: Entry): Promise<string> {
  const [row] = await tx.db.insert(councilCandidates).values({ ...candidate, countyCode: term.countyCode, regionCode: term.regionCode, termId: term.id }).returning({ id: councilCandidates.id });
  await holdForModeration(tx, {
    kind: 'motion', subjectId: row!.id, regionCode: term.regionCode, from,
    texts: [{ field: 'nickname', text: candidate.nickname }, ...(candidate.statement ? [{ field: 'statement', text: candidate.statement }] : [])],
  });
  await tx.record('council.candidate-named', { id: term.id, regionCode: term.regionCode }, { seatKind: candidate.seatKind, onPaper: from === 'adult' });
  return row!.id;
}
