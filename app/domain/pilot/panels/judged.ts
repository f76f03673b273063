import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { isLateBy, isUnfinished, mean, rounded } from '#app/domain/pilot/review/model.ts';
import { assignments, marks } from '#app/domain/pilot/review/tables.server.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { type Mark, negativeFoundBy, pointsOf, type RubricContent, totalOf } from '#app/domain/pilot/rubrics/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Counting, findingOf, type ItemFinding, type ScoreShown } from './model.ts';
import { type SignedItem, signedItems } from './signed-items.ts';
import { scoresShown } from './scores-shown.ts';
import { secondRoundClosings, secondRounds } from './tables.server.ts';

type Words = { zh: string; en: string };

/** 评审所见 of one application: everything its decision can rest on, out of the marks that count. */
export type Judged = {
  id: string; number: string; unitName: string; regionCode: string; status: string; callId: string;
  passMark: number | null; borderline: number;
  submitted: number; unfinished: number; late: number; wanted: number; rounds: number; counting: Counting | null;
  score: ScoreShown; totals: number[];
  sections: (Words & { id: string; score: number | null; items: (Words & { id: string; finding: ItemFinding })[] })[];
  must: (Words & { id: string; isMet: boolean })[];
  negative: (Words & { id: string; isCleared: boolean })[];
  panel: SignedItem | null;
};

/** 是否够格决定: every review in or taken back, and enough of them, or a panel that sat on it. */
export function readiness({ unfinished, submitted, wanted, panel }: Pick<Judged, 'unfinished' | 'submitted' | 'wanted' | 'panel'>): 'ready' | 'unfinished' | 'few' | 'none' {
  if (unfinished > 0) return 'unfinished';
  if (submitted === 0) return 'none';
  const hasPanel = panel?.tally.result === 'carried' && panel.proposal !== 'second-round';
  return submitted >= wanted || hasPanel ? 'ready' : 'few';
}

/** 负面清单是否仍然有效. */
export const isStopped = ({ negative }: Pick<Judged, 'negative'>): boolean => negative.some(({ isCleared }) => !isCleared);

/** 汇总评审: for callers that have asked whether the person may see it. */
export async function judge(ctx: Ctx, applicationIds: readonly string[]): Promise<Judged[]> {
  if (applicationIds.length === 0) return [];
  const ids = [...applicationIds];
  const found = await ctx.db
    .select({
      id: applications.id, number: applications.number, status: applications.status, regionCode: applications.regionCode, unitName: nameIn(ctx), callId: applications.callId,
      counting: secondRounds.counting, wantedAgain: secondRounds.wanted, closedAt: secondRoundClosings.closedAt, call: calls,
    })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .leftJoin(secondRounds, eq(secondRounds.applicationId, applications.id))
    .leftJoin(secondRoundClosings, eq(secondRoundClosings.applicationId, applications.id))
    .where(inArray(applications.id, ids))
    .orderBy(asc(applications.number));
  const scales = await scalesOf(ctx, new Map(found.map(({ call }) => [call.id, call])));
  const reviews = Map.groupBy(await reviewsOf(ctx, ids), ({ applicationId }) => applicationId);
  const rows = found.map(({ call: _, ...row }) => secondAsItCounts(row, reviews.get(row.id) ?? []));
  const panels = await signedItems(ctx, ids);
  const shown = await scoresShown(ctx, rows);

  return rows.map(({ counting, wantedAgain, ...row }) => {
    const { rubric, range, wanted } = scales.get(row.callId)!;
    const all = reviews.get(row.id) ?? [];
    const round = (of: number) => all.filter((review) => review.round === of);
    const counted = (counting === 'second' ? round(2) : all).filter(({ state }) => state === 'submitted');
    const decisive = counting === null ? counted : round(2).filter(({ state }) => state === 'submitted');
    const each = counted.map((review) => totalOf(rubric, review.marks, range)).toSorted((one, other) => (one.total ?? -1) - (other.total ?? -1)); // by the marks: the order of those who were asked would tell who gave which
    const totals = each.flatMap(({ total }) => (total === null ? [] : [total]));
    const panel = panels.get(row.id) ?? null;
    const cleared = panel?.tally.result === 'carried' && panel.clearsNegative;
    const given = Map.groupBy(counted.flatMap((review) => review.marks), ({ itemId }) => itemId);
    const findingFor = (itemId: string) => findingOf((given.get(itemId) ?? []).map((mark) => pointsOf(mark, range)));
    return {
      ...row, passMark: rubric.passMark, borderline: rubric.borderline,
      submitted: decisive.length, unfinished: all.filter(({ state }) => isUnfinished(state)).length, late: counted.filter(isLateBy).length,
      wanted: wantedAgain ?? wanted, rounds: counting === null ? 1 : 2, counting, totals,
      score: scoreOf(shown.get(row.id), totals),
      sections: rubric.sections.map((section) => ({
        ...section,
        score: rounded(mean(each.flatMap(({ bySection }) => bySection.flatMap(({ id, total }) => (id === section.id && total !== null ? [total] : []))))),
        items: rubric.items.filter(({ sectionId }) => sectionId === section.id).map(({ id, zh, en }) => ({ id, zh, en, finding: findingFor(id) })),
      })),
      must: rubric.mustRules.map(({ id, zh, en }) => ({ id, zh, en, isMet: ['met', 'na'].includes(findingFor(id)) })),
      negative: negativeFoundBy(rubric, counted.map((review) => review.marks)).map(({ id, zh, en }) => ({ id, zh, en, isCleared: cleared })),
      panel,
    };
  });
}

/** A second round that was ended counts with what came in; if nothing did, as if there had been none. */
function secondAsItCounts<R extends { counting: Counting | null; wantedAgain: number | null; closedAt: Date | null }>({ closedAt, ...row }: R, reviews: readonly { round: number; state: string }[]) {
  if (closedAt === null) return row;
  const given = reviews.filter(({ round, state }) => round === 2 && state === 'submitted').length;
  return given === 0 ? { ...row, counting: null, wantedAgain: null } : { ...row, wantedAgain: given };
}

/** Calibrated while it stands for the same number of reviews; a review that came or went since makes it the mean again. */
function scoreOf(calibrated: (ScoreShown & { reviews: number }) | undefined, totals: readonly number[]): ScoreShown {
  if (calibrated?.reviews === totals.length) {
    const { reviews: _, ...score } = calibrated;
    return score;
  }
  return { value: rounded(mean(totals)), low: null, high: null, kind: totals.length === 0 ? 'none' : 'mean', method: '' };
}

type Scale = { rubric: RubricContent; range: { from: number; to: number }; wanted: number };

async function scalesOf(ctx: Ctx, of: ReadonlyMap<string, typeof calls.$inferSelect>): Promise<Map<string, Scale>> {
  const scales = new Map<string, Scale>();
  for (const call of of.values()) {
    const { scoreFrom: from, scoreTo: to, reviewsPerApplication: wanted } = call.review;
    scales.set(call.id, { rubric: await rubricOfCall(ctx, call), range: { from, to }, wanted });
  }
  return scales;
}

/** Every review that was not set aside, taken back or refused, with its marks once it is handed in. */
async function reviewsOf(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .select({
      id: assignments.id, applicationId: assignments.applicationId, state: assignments.state, round: assignments.round, dueOn: assignments.dueOn, submittedAt: assignments.submittedAt,
      marks: sql<Mark[] | null>`case when ${assignments.state} = 'submitted' then (
        select jsonb_agg(jsonb_build_object('itemId', ${marks.itemId}, 'level', ${marks.level}, 'score', ${marks.score}))
        from ${marks} where ${marks.assignmentId} = ${assignments.id}) end`,
    })
    .from(assignments)
    .where(and(inArray(assignments.applicationId, [...ids]), isNull(assignments.setAsideAt), ne(assignments.state, 'withdrawn'), ne(assignments.state, 'conflict')))
    .orderBy(asc(assignments.id));
  return rows.map((row) => ({ ...row, marks: row.marks ?? [] }));
}
