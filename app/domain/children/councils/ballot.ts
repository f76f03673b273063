import { createHmac, randomBytes } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import { needChild } from '#app/domain/children/identity/here.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode, tidyCode } from '#app/platform/spoken-code.ts';
import { charterOf, find, hold, holdAs, itself, type Term } from './find.ts';
import { seedHash } from './elect.ts';
import { councilCandidates, councilSlips, councilTerms, councilVoters } from './tables.server.ts';

/** 开始投票: nobody is named any more; the hash of the draw's seed stands from now on. */
export function openBallot(ctx: Ctx, termId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const term = await holdAs(tx, 'council.keep', 'term', termId);
    if (term.state !== 'nominating') throw new Refusal('council-ballot-order');
    const [standing] = await tx.db.select({ many: count() }).from(councilCandidates).where(ofTerm(term));
    if (standing!.many < 2) throw new Refusal('council-too-few-names');
    const [drawSeed, voterKey] = [randomBytes(16).toString('hex'), randomBytes(32).toString('hex')];
    await tx.db.update(councilTerms).set({ state: 'ballot', drawSeed, drawSeedHash: seedHash(drawSeed), voterKey }).where(itself(councilTerms, term));
    await tx.record('council.ballot-opened', { id: termId, regionCode: term.regionCode }, { candidates: standing!.many, seedHash: seedHash(drawSeed) });
  });
}

const mostSlips = 600;

/** 选票码: printed on slips and handed out like ballot papers; nobody writes down who got which, and we keep their hashes only. */
export function makeSlips(ctx: Ctx, termId: string, many: number): Promise<string[]> {
  return change(ctx, async (tx) => {
    const term = await holdAs(tx, 'council.keep', 'term', termId);
    if (term.state !== 'ballot') throw new Refusal('council-ballot-closed');
    if ((await tx.db.$count(councilSlips, and(eq(councilSlips.countyCode, term.countyCode), eq(councilSlips.termId, termId)))) + many > mostSlips) throw new Refusal('council-too-many-slips', 400);
    const codes = Array.from({ length: many }, newCode);
    await tx.db.insert(councilSlips).values(codes.map((code) => ({ countyCode: term.countyCode, termId, slipHash: blindly(term, `slip ${code}`) })));
    await tx.record('council.slips-made', { id: termId, regionCode: term.regionCode }, { many });
    return codes;
  });
}

/**
 * 投票: one voice for an account or for a slip, at most as many names as there are seats. What is kept is that a voice was used, and sums: a single
 * ballot is written down nowhere, so no two rows can be laid side by side (docs/adr).
 */
export function castBallot(ctx: Ctx, termId: string, choices: readonly string[], slip = ''): Promise<void> {
  return change(ctx, async (tx) => {
    const { childId, regionCode } = needChild(tx);
    const before = await find(tx, 'term', termId);
    if (!contains(before.regionCode, regionCode)) throw new Refusal('council-of-another-place', 403);
    const term = await hold(tx, 'term', termId);
    if (term.state !== 'ballot') throw new Refusal('council-ballot-closed');
    const chosen = await validChoices(tx, term, choices);
    if (childId) await useVoice(tx, term, childId);
    else await useSlip(tx, term, slip);
    await addToUrn(tx, term, Object.fromEntries(chosen.map((id) => [id, 1])), 1);
    await tx.record('council.ballot-cast', { id: termId, regionCode: term.regionCode });
  });
}

/** 纸质选票: sums of the papers counted in the room, with the two who counted. */
export function addPaperVotes(ctx: Ctx, termId: string, { papers, votes, tellers }: { papers: number; votes: Record<string, number>; tellers: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const term = await holdAs(tx, 'council.keep', 'term', termId);
    if (term.state !== 'ballot') throw new Refusal('council-ballot-closed');
    const { seats } = await charterOf(tx, { countyCode: term.countyCode, id: term.councilId }, term.charterVersion);
    const marks = Object.values(votes);
    if (marks.some((many) => many > papers) || marks.reduce((sum, many) => sum + many, 0) > papers * seats) throw new Refusal('council-votes-too-many', 400);
    await validChoices(tx, term, Object.keys(votes), Object.keys(votes).length);
    await addToUrn(tx, term, votes, papers);
    await tx.db.update(councilTerms).set({ tellers }).where(itself(councilTerms, term));
    await tx.record('council.paper-votes-added', { id: termId, regionCode: term.regionCode }, { papers, tellers });
  });
}

const ofTerm = (term: Pick<Term, 'countyCode' | 'id'>) => and(eq(councilCandidates.countyCode, term.countyCode), eq(councilCandidates.termId, term.id), eq(councilCandidates.state, 'standing'));

async function validChoices(tx: Change, term: Term, choices: readonly string[], most?: number): Promise<string[]> {
  const chosen = [...new Set(choices)];
  if (chosen.length === 0) throw new Refusal('council-choose-one', 400);
  const seats = most ?? (await charterOf(tx, { countyCode: term.countyCode, id: term.councilId }, term.charterVersion)).seats;
  if (chosen.length > seats) throw new Refusal('council-chose-too-many', 400);
  const standing = await tx.db.select({ id: councilCandidates.id }).from(councilCandidates).where(ofTerm(term));
  if (chosen.some((id) => !standing.some((one) => one.id === id))) throw new Refusal('council-candidate-not-found', 404);
  return chosen;
}

const blindly = (term: Term, word: string) => createHmac('sha256', term.voterKey).update(word).digest('base64url');

async function useVoice(tx: Change, term: Term, childId: string): Promise<void> {
  const entered = await tx.db.insert(councilVoters).values({ countyCode: term.countyCode, termId: term.id, voterHash: blindly(term, childId) }).onConflictDoNothing().returning();
  if (entered.length === 0) throw new Refusal('council-voted-already');
}

/** A slip is gone once it is used. */
async function useSlip(tx: Change, term: Term, slip: string): Promise<void> {
  const used = await tx.db.delete(councilSlips)
    .where(and(eq(councilSlips.countyCode, term.countyCode), eq(councilSlips.termId, term.id), eq(councilSlips.slipHash, blindly(term, `slip ${tidyCode(slip)}`)))).returning();
  if (used.length === 0) throw new Refusal('council-slip-unknown', 403);
}

async function addToUrn(tx: Change, term: Term, votes: Record<string, number>, papers: number): Promise<void> {
  const counts = { ...(term.counts as Record<string, number>) };
  for (const [id, many] of Object.entries(votes)) counts[id] = (counts[id] ?? 0) + many;
  await tx.db.update(councilTerms).set({ counts, voices: term.voices + papers }).where(itself(councilTerms, term));
}
